/* Landlock has no functions in the C library, only calls by their numbers, which are the same on every processor. */
#define _GNU_SOURCE

#include "indexer/base/sandbox.h"

#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "indexer/base/file.h"

enum { CALL_CREATE_RULESET = 444, CALL_ADD_RULE = 445, CALL_RESTRICT_SELF = 446 };
enum { ASK_VERSION = 1, RULE_PATH_BENEATH = 1 };

/* As the kernel has them; headers of older systems lack some. */
#define EXECUTE UINT64_C(0x0001)
#define WRITE_FILE UINT64_C(0x0002)
#define READ_FILE UINT64_C(0x0004)
#define READ_FOLDER UINT64_C(0x0008)
#define REMOVE_FOLDER UINT64_C(0x0010)
#define REMOVE_FILE UINT64_C(0x0020)
#define MAKE_FOLDER UINT64_C(0x0080)
#define MAKE_FILE UINT64_C(0x0100)
#define MAKE_LINK UINT64_C(0x1000)
#define REFER UINT64_C(0x2000)    /* from ABI 2: rename and link from one folder to another */
#define TRUNCATE UINT64_C(0x4000) /* from ABI 3 */
#define ALL_OF_ABI_2 UINT64_C(0x3FFF)
#define ALL_OF_ABI_3 UINT64_C(0x7FFF)
#define TCP UINT64_C(0x0003)    /* from ABI 4: bind and connect */
#define SCOPES UINT64_C(0x0003) /* from ABI 6: abstract sockets of others, and signals to them */

enum { ABI_TRUNCATE = 3, ABI_SCOPES = 6 };

static const uint64_t reading = READ_FILE | READ_FOLDER;
static const uint64_t writing = READ_FILE | READ_FOLDER | WRITE_FILE | REMOVE_FOLDER | REMOVE_FILE | MAKE_FOLDER |
                                MAKE_FILE | MAKE_LINK | REFER | TRUNCATE;
/* What is no folder can have these rights only. */
static const uint64_t of_files = EXECUTE | WRITE_FILE | READ_FILE | TRUNCATE;

struct ruleset {
    uint64_t files;
    uint64_t network;
    uint64_t scopes;
};

struct path_rule {
    uint64_t allowed;
    int32_t parent;
} __attribute__((packed));

/* What libraries come back for while the program runs: pieces of themselves, the number of processors, their own maps. */
static const struct sandbox_path of_system[] = {
    {"/usr", false},           {"/lib", false},       {"/lib64", false},       {"/etc/ld.so.cache", false},
    {"/etc/localtime", false}, {"/proc/self", false}, {"/dev/urandom", false}, {"/sys/devices/system/cpu", false},
    {"/dev/null", true},       {"/dev/zero", false},  {"/dev/full", true},     {"/dev/tty", true},
};

void sandbox_allow(struct arena *arena, struct sandbox *sandbox, const char *path, bool may_write)
{
    sandbox->paths = arena_grow(arena, sandbox->paths, sandbox->count, &sandbox->capacity, sizeof *sandbox->paths);
    sandbox->paths[sandbox->count++] = (struct sandbox_path){path, may_write};
}

int sandbox_abi(void)
{
    long abi = syscall(CALL_CREATE_RULESET, NULL, 0, ASK_VERSION);
    return abi > 0 ? (int)abi : 0;
}

static int make_ruleset(int abi)
{
    const struct ruleset all = {.files = abi >= ABI_TRUNCATE ? ALL_OF_ABI_3 : ALL_OF_ABI_2,
                                .network = abi >= SANDBOX_ABI_NETWORK ? TCP : 0,
                                .scopes = abi >= ABI_SCOPES ? SCOPES : 0};
    return (int)syscall(CALL_CREATE_RULESET, &all, sizeof all, 0);
}

static bool is_nothing(int reason)
{
    return reason == ENOENT || reason == ENOTDIR || reason == EACCES || reason == ELOOP || reason == ENAMETOOLONG;
}

/* What is there of a path: itself, or where something is to be made, the nearest folder above it. -1 with errno. */
static int open_there(struct arena *arena, const struct sandbox_path *allowed)
{
    const char *path = allowed->path;
    for (;;) {
        int descriptor = open(path, O_PATH | O_CLOEXEC);
        bool is_top = strcmp(path, ".") == 0 || strcmp(path, "/") == 0;
        if (descriptor >= 0 || errno != ENOENT || !allowed->may_write || is_top)
            return descriptor;
        path = file_folder(arena, path);
    }
}

/* 0, or what went wrong. What is not there needs no rule. */
static int add_rule(struct arena *arena, int ruleset, int abi, const struct sandbox_path *allowed)
{
    struct stat status = {0};
    int there = open_there(arena, allowed);
    if (there < 0)
        return is_nothing(errno) ? 0 : errno;
    struct path_rule rule = {allowed->may_write ? writing : reading, there};
    if (abi < ABI_TRUNCATE)
        rule.allowed &= ~TRUNCATE;
    int reason = fstat(there, &status) == 0 ? 0 : errno;
    if (!S_ISDIR(status.st_mode))
        rule.allowed &= of_files;
    if (!reason && syscall(CALL_ADD_RULE, ruleset, RULE_PATH_BENEATH, &rule, 0) != 0)
        reason = errno;
    close(there);
    return reason;
}

static int add_rules(struct arena *arena, int ruleset, int abi, const struct sandbox *sandbox)
{
    int reason = 0;
    for (size_t i = 0; !reason && i < sizeof of_system / sizeof *of_system; i++)
        reason = add_rule(arena, ruleset, abi, &of_system[i]);
    for (size_t i = 0; !reason && i < sandbox->count; i++)
        reason = add_rule(arena, ruleset, abi, &sandbox->paths[i]);
#ifdef SANDBOX_TRACE
    /* A build that counts what is run writes its counts when it ends. */
    reason = reason ? reason : add_rule(arena, ruleset, abi, &(struct sandbox_path){SANDBOX_TRACE, true});
#endif
    return reason;
}

static int restrict_self(int ruleset)
{
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0 || syscall(CALL_RESTRICT_SELF, ruleset, 0) != 0)
        return errno;
    return 0;
}

bool sandbox_enter(struct arena *arena, const struct sandbox *sandbox, int *reason)
{
    int abi = sandbox_abi();
    /* Where even this is refused a core file is the system's affair. */
    setrlimit(RLIMIT_CORE, &(struct rlimit){0, 0});
    *reason = 0;
    if (abi < SANDBOX_ABI_LEAST)
        return true;
    int ruleset = make_ruleset(abi);
    if (ruleset < 0) {
        *reason = errno;
        return false;
    }
    *reason = add_rules(arena, ruleset, abi, sandbox);
    if (!*reason)
        *reason = restrict_self(ruleset);
    close(ruleset);
    return !*reason;
}
