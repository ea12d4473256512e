/*
 * A library that stands between the program and the system and lets one call fail, for
 * tests/faults/run. It is loaded with LD_PRELOAD and told by the environment:
 *
 *   FAULTS=count                     counts the calls of each class, and tells which of them were the first and
 *                                    the last that came on the same way through the program, and in which
 *                                    order files were synced and renamed
 *   FAULTS=CLASS:N:ERROR:once        the Nth call of that class fails with that error
 *   FAULTS=CLASS:N:ERROR:ever        so does every later one
 *   FAULTS=CLASS:N:KILL:once         the process is killed before it makes the Nth call of that class
 *   FAULTS=CLASS:N:ESCAPE:once       before that call it is tried to read and to write files that are none of the
 *                                    program's business, as hostile code in it would; the log says what came of it
 *   FAULTS_CANARY=FOLDER             where these files are: `secret` is read, `made` is made
 *   FAULTS_LOG=FILE                  where the counts, or the name of the call that failed, are written; it is
 *                                    opened before the program may have shut itself in
 *   FAULTS_NO_LINKS=yes              no file can have a second name, as on some systems
 *   FAULTS_NO_EXCHANGE=EINVAL        two names cannot be exchanged at once, as on some systems; EBUSY: one is a mount point
 *
 * A call that fails has not been made, but for close, which always closes. Sleeping takes no time,
 * so that who waits for a lock comes to the end of its patience at once. Calls that libc makes
 * for itself are not seen, hence the functions of stdio and of folders are here beside the calls.
 */
#define _GNU_SOURCE
#define _FILE_OFFSET_BITS 32
#undef _FORTIFY_SOURCE

#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <execinfo.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>
#include <utime.h>

enum call_class { READ, WRITE, OPEN, CLOSE, STAT, LIST, CHANGE, SYNC, LOCK, PRINT, PROCESS, MEMORY, CLASSES, NONE };

static const char *const class_names[CLASSES] = {"read",   "write", "open", "close", "stat",    "list",
                                                 "change", "sync",  "lock", "print", "process", "memory"};

struct named_error {
    const char *name;
    int number;
};

/* In place of an error: the end, or an attempt at what the program must not do. */
enum { KILLED = -1, ESCAPED = -2 };

static const struct named_error errors[] = {
    {"EIO", EIO},       {"ESTALE", ESTALE}, {"ENOSPC", ENOSPC}, {"EMFILE", EMFILE},
    {"EACCES", EACCES}, {"ENOMEM", ENOMEM}, {"EAGAIN", EAGAIN}, {"ENOLCK", ENOLCK},
    {"EACCES", EACCES}, {"EINTR", EINTR},   {"KILL", KILLED},   {"ESCAPE", ESCAPED},
};

/* What fails; `failing` is NONE while nothing does. */
static struct {
    enum call_class failing;
    unsigned long at;
    int error;
    bool ever;
    bool counting;
    int no_exchange; /* the error of exchanging two names, or 0 */
    bool no_links;
} plan = {.failing = NONE};

/* From here on nothing fails and nothing is counted. */
static bool over;

/* Called by a program that writes down what was run of it: see tests/coverage.c. */
void faults_over(void);
void faults_over(void)
{
    over = true;
}

/* Shared with the processes that the program starts. */
static unsigned long *counts;

/* A way to a call: the calls that lead there, as a sum, and the first and last time. */
struct way {
    uint64_t sum;
    enum call_class class;
    unsigned long first;
    unsigned long last;
};

enum { WAYS = 1 << 16, FRAMES = 20 };
static struct way *ways;

/* Out of the way of the numbers that the program gets for its own files. */
enum { LOG_NUMBER = 200 };
static long log_file = -1;

static void open_log(void)
{
    const char *path = getenv("FAULTS_LOG");
    long opened = path ? syscall(SYS_openat, AT_FDCWD, path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0666) : -1;
    if (opened < 0)
        return;
    log_file = syscall(SYS_fcntl, opened, F_DUPFD_CLOEXEC, LOG_NUMBER);
    syscall(SYS_close, opened);
}

static void log_line(const char *format, ...)
{
    char line[128];
    va_list arguments;
    va_start(arguments, format);
    int size = vsnprintf(line, sizeof line, format, arguments);
    va_end(arguments);
    if (log_file >= 0)
        syscall(SYS_write, log_file, line, size);
}

/* Whether a file of the canary's folder can be opened so; it is told. */
static void try_to_open(const char *name, int flags)
{
    const char *folder = getenv("FAULTS_CANARY");
    char path[4096];
    snprintf(path, sizeof path, "%s/%s", folder ? folder : "", name);
    long opened = syscall(SYS_openat, AT_FDCWD, path, flags | O_CLOEXEC, 0666);
    log_line("%s %s\n", name, opened >= 0 ? "opened" : "held");
    if (opened >= 0)
        syscall(SYS_close, opened);
}

static void try_to_escape(void)
{
    try_to_open("secret", O_RDONLY);
    try_to_open("secret", O_WRONLY | O_TRUNC);
    try_to_open("made", O_WRONLY | O_CREAT);
    long reached = syscall(SYS_socket, AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const struct sockaddr_in here = {.sin_family = AF_INET, .sin_port = htons(9)};
    if (reached >= 0 && syscall(SYS_connect, reached, &here, sizeof here) != 0 && errno == EACCES)
        log_line("network held\n");
    if (reached >= 0)
        syscall(SYS_close, reached);
}

/* The unwinder needs memory of its own when it is first called. */
static void prepare_ways(void)
{
    void *frames[1];
    ways = mmap(NULL, WAYS * sizeof *ways, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    backtrace(frames, 1);
}

static void note_way(enum call_class class, unsigned long number)
{
    void *frames[FRAMES];
    int count = backtrace(frames, FRAMES);
    uint64_t sum = (uint64_t) class + 1;
    for (int i = 0; i < count; i++)
        sum = (sum ^ (uint64_t)(uintptr_t)frames[i]) * 0x9E3779B97F4A7C15u;
    size_t at = sum % WAYS;
    while (ways[at].first && ways[at].sum != sum)
        at = (at + 1) % WAYS;
    ways[at].sum = sum;
    ways[at].class = class;
    if (!ways[at].first)
        ways[at].first = number;
    ways[at].last = number;
}

static void tell_ways(void)
{
    for (size_t i = 0; i < WAYS; i++) {
        if (ways[i].first)
            log_line("way %s %lu\n", class_names[ways[i].class], ways[i].first);
        if (ways[i].last > ways[i].first)
            log_line("way %s %lu\n", class_names[ways[i].class], ways[i].last);
    }
}

__attribute__((constructor)) static void set_up(void)
{
    const char *text = getenv("FAULTS");
    char class[16];
    char error[16];
    char how[8];
    unsigned long at = 0;
    counts = mmap(NULL, CLASSES * sizeof *counts, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    open_log();
    const char *reason = getenv("FAULTS_NO_EXCHANGE");
    plan.no_exchange = !reason ? 0 : strcmp(reason, "EBUSY") == 0 ? EBUSY : EINVAL;
    plan.no_links = getenv("FAULTS_NO_LINKS") != NULL;
    if (text && strcmp(text, "count") == 0) {
        prepare_ways();
        plan.counting = true;
    }
    if (!text || sscanf(text, "%15[a-z]:%lu:%15[A-Z]:%7s", class, &at, error, how) != 4)
        return;
    for (size_t i = 0; i < sizeof errors / sizeof *errors; i++)
        if (strcmp(errors[i].name, error) == 0)
            plan.error = errors[i].number;
    plan.at = at;
    plan.ever = strcmp(how, "ever") == 0;
    for (int i = 0; i < CLASSES; i++)
        if (plan.error && strcmp(class_names[i], class) == 0)
            plan.failing = (enum call_class)i;
}

__attribute__((destructor)) static void tell_counts(void)
{
    if (!plan.counting)
        return;
    plan.counting = false;
    for (int i = 0; i < CLASSES; i++)
        log_line("%s %lu\n", class_names[i], counts[i]);
    tell_ways();
}

/* Whether this call is to fail; errno is set then. */
static bool strikes(enum call_class class, const char *name)
{
    if (over || !counts || (!plan.counting && class != plan.failing))
        return false;
    unsigned long number = __atomic_add_fetch(&counts[class], 1, __ATOMIC_SEQ_CST);
    if (plan.counting)
        note_way(class, number);
    if (plan.counting && (class == SYNC || strncmp(name, "rename", 6) == 0))
        log_line("order %s\n", name);
    if (class != plan.failing || number < plan.at || (number > plan.at && !plan.ever))
        return false;
    if (number == plan.at)
        log_line("%s\n", name);
    if (plan.error == KILLED)
        raise(SIGKILL);
    if (plan.error == ESCAPED) {
        try_to_escape();
        return false;
    }
    errno = plan.error;
    return true;
}

/* The function of that name which would have been called without us. */
static void find(void *function, size_t size, const char *name)
{
    void *found = dlsym(RTLD_NEXT, name);
    if (!found)
        abort();
    memcpy(function, &found, size);
}

#define FIND(name)                                                                                                     \
    if (!real)                                                                                                         \
    find(&real, sizeof real, #name)

/* A function that is passed on, unless it is to fail: then it gives `failed`. */
#define PASS(class, result, failed, name, parameters, arguments)                                                       \
    result name parameters                                                                                             \
    {                                                                                                                  \
        static result(*real) parameters;                                                                               \
        if (strikes(class, #name))                                                                                     \
            return failed;                                                                                             \
        FIND(name);                                                                                                    \
        return real arguments;                                                                                         \
    }

PASS(READ, ssize_t, -1, read, (int file, void *data, size_t size), (file, data, size))
PASS(READ, ssize_t, -1, pread, (int file, void *data, size_t size, off_t at), (file, data, size, at))
PASS(READ, ssize_t, -1, pread64, (int file, void *data, size_t size, off64_t at), (file, data, size, at))

PASS(WRITE, ssize_t, -1, pwrite, (int file, const void *data, size_t size, off_t at), (file, data, size, at))
PASS(WRITE, ssize_t, -1, pwrite64, (int file, const void *data, size_t size, off64_t at), (file, data, size, at))
PASS(WRITE, int, -1, ftruncate, (int file, off_t size), (file, size))
PASS(WRITE, int, -1, ftruncate64, (int file, off64_t size), (file, size))
PASS(WRITE, int, -1, fallocate, (int file, int mode, off_t at, off_t size), (file, mode, at, size))

PASS(OPEN, DIR *, NULL, opendir, (const char *path), (path))
PASS(OPEN, DIR *, NULL, fdopendir, (int file), (file))
PASS(OPEN, FILE *, NULL, fopen, (const char *path, const char *mode), (path, mode))
PASS(OPEN, FILE *, NULL, fdopen, (int file, const char *mode), (file, mode))
PASS(OPEN, int, -1, dup, (int file), (file))
PASS(OPEN, int, -1, mkstemp, (char *path), (path))

PASS(STAT, int, -1, stat, (const char *path, struct stat *status), (path, status))
PASS(STAT, int, -1, stat64, (const char *path, struct stat64 *status), (path, status))
PASS(STAT, int, -1, lstat, (const char *path, struct stat *status), (path, status))
PASS(STAT, int, -1, lstat64, (const char *path, struct stat64 *status), (path, status))
PASS(STAT, int, -1, fstat, (int file, struct stat *status), (file, status))
PASS(STAT, int, -1, fstat64, (int file, struct stat64 *status), (file, status))
PASS(STAT, int, -1, fstatat, (int folder, const char *path, struct stat *status, int flags),
     (folder, path, status, flags))
PASS(STAT, int, -1, statx, (int folder, const char *path, int flags, unsigned wanted, struct statx *status),
     (folder, path, flags, wanted, status))
PASS(STAT, int, -1, access, (const char *path, int mode), (path, mode))
PASS(STAT, ssize_t, -1, readlink, (const char *path, char *data, size_t size), (path, data, size))
PASS(STAT, ssize_t, -1, readlinkat, (int folder, const char *path, char *data, size_t size), (folder, path, data, size))
PASS(STAT, char *, NULL, realpath, (const char *path, char *resolved), (path, resolved))
PASS(STAT, char *, NULL, getcwd, (char *data, size_t size), (data, size))

PASS(LIST, struct dirent *, NULL, readdir, (DIR * folder), (folder))
PASS(LIST, struct dirent64 *, NULL, readdir64, (DIR * folder), (folder))

PASS(CHANGE, int, -1, rename, (const char *from, const char *to), (from, to))
PASS(CHANGE, int, -1, renameat, (int from, const char *a, int to, const char *b), (from, a, to, b))
PASS(CHANGE, int, -1, unlink, (const char *path), (path))
PASS(CHANGE, int, -1, unlinkat, (int folder, const char *path, int flags), (folder, path, flags))
PASS(CHANGE, int, -1, rmdir, (const char *path), (path))
PASS(CHANGE, int, -1, mkdir, (const char *path, mode_t mode), (path, mode))
PASS(CHANGE, int, -1, mkdirat, (int folder, const char *path, mode_t mode), (folder, path, mode))
PASS(CHANGE, int, -1, symlinkat, (const char *to, int folder, const char *path), (to, folder, path))
PASS(CHANGE, int, -1, fchmod, (int file, mode_t mode), (file, mode))
PASS(CHANGE, int, -1, fchmodat, (int folder, const char *path, mode_t mode, int flags), (folder, path, mode, flags))
PASS(CHANGE, int, -1, fchown, (int file, uid_t user, gid_t group), (file, user, group))
PASS(CHANGE, int, -1, utime, (const char *path, const struct utimbuf *times), (path, times))

PASS(SYNC, int, -1, fsync, (int file), (file))
PASS(SYNC, int, -1, fdatasync, (int file), (file))
PASS(SYNC, int, -1, syncfs, (int file), (file))

PASS(LOCK, int, -1, flock, (int file, int what), (file, what))

PASS(PROCESS, FILE *, NULL, popen, (const char *command, const char *mode), (command, mode))
PASS(PROCESS, pid_t, -1, fork, (void), ())
PASS(PROCESS, int, plan.error, pthread_create,
     (pthread_t * thread, const pthread_attr_t *how, void *(*run)(void *), void *context), (thread, how, run, context))

PASS(MEMORY, void *, NULL, malloc, (size_t size), (size))
PASS(MEMORY, void *, NULL, realloc, (void *memory, size_t size), (memory, size))

/* The memory that dlsym itself may ask for is of no account. */
void *calloc(size_t count, size_t size)
{
    static void *(*real)(size_t, size_t);
    static bool finding;
    static _Alignas(16) char early[4096];
    static size_t used;
    if (finding) {
        char *memory = early + used;
        used += (count * size + 15) / 16 * 16;
        return used <= sizeof early ? memory : NULL;
    }
    if (strikes(MEMORY, "calloc"))
        return NULL;
    finding = !real;
    FIND(calloc);
    finding = false;
    return real(count, size);
}

/* What goes to a terminal or a pipe is told by other means: /dev/full, a closed pipe, and the class print. */
ssize_t write(int file, const void *data, size_t size)
{
    static ssize_t (*real)(int, const void *, size_t);
    if (file > STDERR_FILENO && strikes(WRITE, "write"))
        return -1;
    FIND(write);
    return real(file, data, size);
}

int close(int file)
{
    static int (*real)(int);
    FIND(close);
    int result = real(file);
    return strikes(CLOSE, "close") ? -1 : result;
}

int closedir(DIR *folder)
{
    static int (*real)(DIR *);
    FIND(closedir);
    int result = real(folder);
    return strikes(CLOSE, "closedir") ? -1 : result;
}

int linkat(int from, const char *a, int to, const char *b, int flags)
{
    static int (*real)(int, const char *, int, const char *, int);
    if (plan.no_links) {
        errno = EPERM;
        return -1;
    }
    if (strikes(CHANGE, "linkat"))
        return -1;
    FIND(linkat);
    return real(from, a, to, b, flags);
}

int renameat2(int from, const char *a, int to, const char *b, unsigned flags)
{
    static int (*real)(int, const char *, int, const char *, unsigned);
    if (plan.no_exchange && flags & RENAME_EXCHANGE) {
        errno = plan.no_exchange;
        return -1;
    }
    if (strikes(CHANGE, "renameat2"))
        return -1;
    FIND(renameat2);
    return real(from, a, to, b, flags);
}

/* The functions that take a mode when they may make a file. */
#define PASS_OPENING(name, parameters, arguments)                                                                      \
    int name parameters                                                                                                \
    {                                                                                                                  \
        static int(*real) parameters;                                                                                  \
        mode_t mode = 0;                                                                                               \
        if (flags & O_CREAT) {                                                                                         \
            va_list more;                                                                                              \
            va_start(more, flags);                                                                                     \
            mode = va_arg(more, mode_t);                                                                               \
            va_end(more);                                                                                              \
        }                                                                                                              \
        if (strikes(OPEN, #name))                                                                                      \
            return -1;                                                                                                 \
        FIND(name);                                                                                                    \
        return real arguments;                                                                                         \
    }

PASS_OPENING(open, (const char *path, int flags, ...), (path, flags, mode))
PASS_OPENING(open64, (const char *path, int flags, ...), (path, flags, mode))
PASS_OPENING(openat, (int folder, const char *path, int flags, ...), (folder, path, flags, mode))
PASS_OPENING(openat64, (int folder, const char *path, int flags, ...), (folder, path, flags, mode))

/* Only what locks can fail here; what else fcntl does has no class. */
#define PASS_CONTROL(name)                                                                                             \
    int name(int file, int what, ...)                                                                                  \
    {                                                                                                                  \
        static int (*real)(int, int, ...);                                                                             \
        va_list more;                                                                                                  \
        va_start(more, what);                                                                                          \
        void *argument = va_arg(more, void *);                                                                         \
        va_end(more);                                                                                                  \
        if ((what == F_SETLK || what == F_SETLKW || what == F_GETLK) && strikes(LOCK, #name))                          \
            return -1;                                                                                                 \
        FIND(name);                                                                                                    \
        return real(file, what, argument);                                                                             \
    }

PASS_CONTROL(fcntl)
PASS_CONTROL(fcntl64)

/* Answers go to stdout; complaints on stderr always arrive. */
#define PASS_PRINTING(result, failed, name, parameters, arguments)                                                     \
    result name parameters                                                                                             \
    {                                                                                                                  \
        static result(*real) parameters;                                                                               \
        if (stream == stdout && strikes(PRINT, #name))                                                                 \
            return failed;                                                                                             \
        FIND(name);                                                                                                    \
        return real arguments;                                                                                         \
    }

PASS_PRINTING(size_t, 0, fwrite, (const void *data, size_t size, size_t count, FILE *stream),
              (data, size, count, stream))
PASS_PRINTING(int, EOF, fputs, (const char *text, FILE *stream), (text, stream))
PASS_PRINTING(int, EOF, fflush, (FILE * stream), (stream))
PASS_PRINTING(int, EOF, fclose, (FILE * stream), (stream))

int nanosleep(const struct timespec *wanted, struct timespec *left)
{
    (void)wanted;
    (void)left;
    return 0;
}

int usleep(useconds_t microseconds)
{
    (void)microseconds;
    return 0;
}

unsigned sleep(unsigned seconds)
{
    (void)seconds;
    return 0;
}
