#define _GNU_SOURCE

#include "indexer/base/sandbox.h"

#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "indexer/base/file.h"
#include "tests/unit/unit.h"

/* A folder with `inside`, `read` and `outside`, each with a file `kept`. */
static struct arena arena;
static char folder[] = "/tmp/test-sandbox-XXXXXX";

static const char *at(const char *path)
{
    return file_join(&arena, folder, path);
}

static void make_file(const char *path)
{
    int descriptor = open(at(path), O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
    assert_true(descriptor >= 0);
    assert_int_equal(write(descriptor, "kept", 4), 4);
    close(descriptor);
}

static int start(void **state)
{
    static const char *const folders[] = {"inside", "inside/below", "read", "outside"};
    (void)state;
    assert_non_null(mkdtemp(folder));
    for (size_t i = 0; i < COUNT_OF(folders); i++) {
        assert_int_equal(mkdir(at(folders[i]), 0700), 0);
        make_file(file_join(&arena, folders[i], "kept"));
    }
    return 0;
}

static int stop(void **state)
{
    (void)state;
    char *command = arena_format(&arena, "rm -r %s", folder);
    int status = system(command);
    arena_free(&arena);
    return status;
}

/* What can be opened so, 0; else why not. */
static int opens(const char *path, int flags)
{
    int descriptor = open(path, flags | O_CLOEXEC, 0600);
    if (descriptor < 0)
        return errno;
    close(descriptor);
    return 0;
}

/* Each says what is wrong with its number; 0 when nothing is. */
static int inside_works(void)
{
    if (opens(at("inside/new"), O_WRONLY | O_CREAT) != 0 || opens(at("inside/kept"), O_WRONLY | O_TRUNC) != 0)
        return 1;
    if (rename(at("inside/new"), at("inside/below/new")) != 0 || link(at("inside/kept"), at("inside/below/link")) != 0)
        return 2;
    if (mkdir(at("inside/folder"), 0700) != 0 || rmdir(at("inside/folder")) != 0 || unlink(at("inside/kept")) != 0)
        return 3;
    return 0;
}

static int reading_is_only_reading(void)
{
    if (opens(at("read/kept"), O_RDONLY) != 0 || opens(at("read"), O_RDONLY | O_DIRECTORY) != 0)
        return 11;
    if (opens(at("read/kept"), O_WRONLY) != EACCES || opens(at("read/new"), O_WRONLY | O_CREAT) != EACCES)
        return 12;
    if (unlink(at("read/kept")) == 0 || truncate(at("read/kept"), 0) == 0 || mkdir(at("read/new"), 0700) == 0)
        return sandbox_abi() >= 3 ? 13 : 0;
    return 0;
}

static int outside_is_shut(void)
{
    if (opens(at("outside/kept"), O_RDONLY) != EACCES || opens(at("outside/kept"), O_WRONLY) != EACCES)
        return 21;
    if (opens(at("outside/new"), O_WRONLY | O_CREAT) != EACCES || opens("/etc/hostname", O_RDONLY) != EACCES)
        return 22;
    if (rename(at("inside/below/new"), at("outside/new")) == 0 || unlink(at("outside/kept")) == 0)
        return 23;
    if (symlink("/etc", at("inside/etc")) != 0 || opens(at("inside/etc/hostname"), O_RDONLY) != EACCES)
        return 24;
    return 0;
}

static int system_works(void)
{
    struct rlimit core;
    if (opens("/dev/null", O_WRONLY) != 0 || opens("/proc/self/maps", O_RDONLY) != 0)
        return 31;
    return getrlimit(RLIMIT_CORE, &core) == 0 && core.rlim_cur == 0 ? 0 : 32;
}

static int network_is_shut(void)
{
    const struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(9)};
    int connection = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (sandbox_abi() < SANDBOX_ABI_NETWORK || connection < 0)
        return 0;
    return connect(connection, (const struct sockaddr *)&address, sizeof address) != 0 && errno == EACCES ? 0 : 41;
}

static void *from_a_thread(void *result)
{
    *(int *)result = outside_is_shut();
    return NULL;
}

static int threads_are_shut_in(void)
{
    pthread_t thread;
    int result = 0;
    /* A library that the end of a thread needs is loaded then. */
    if (pthread_create(&thread, NULL, from_a_thread, &result) != 0 || pthread_join(thread, NULL) != 0)
        return 51;
    return result ? 52 : 0;
}

static int everything_within(void)
{
    struct sandbox sandbox = {0};
    int reason = 0;
    sandbox_allow(&arena, &sandbox, at("inside"), true);
    sandbox_allow(&arena, &sandbox, at("read"), false);
    sandbox_allow(&arena, &sandbox, at("nowhere"), false);
    if (!sandbox_enter(&arena, &sandbox, &reason) || reason)
        return 91;
    static int (*const steps[])(void) = {inside_works, reading_is_only_reading, outside_is_shut, system_works,
                                         network_is_shut};
    for (size_t i = 0; i < COUNT_OF(steps); i++) {
        int wrong = steps[i]();
        if (wrong)
            return wrong;
    }
    unlink(at("inside/etc"));
    return threads_are_shut_in();
}

/* What is to be made needs the nearest folder that is there, and a file alone opens no folder. */
static int nearest_within(void)
{
    struct sandbox sandbox = {0};
    int reason = 0;
    sandbox_allow(&arena, &sandbox, at("inside/a/b/c"), true);
    sandbox_allow(&arena, &sandbox, at("read/kept"), true);
    if (!sandbox_enter(&arena, &sandbox, &reason))
        return 91;
    if (mkdir(at("inside/a"), 0700) != 0 || mkdir(at("inside/a/b"), 0700) != 0)
        return 61;
    if (opens(at("outside/new"), O_WRONLY | O_CREAT) != EACCES || opens(at("read/new"), O_WRONLY | O_CREAT) != EACCES)
        return 62;
    return opens(at("read/kept"), O_RDWR) == 0 ? 0 : 63;
}

static void assert_child(int (*run)(void))
{
    int status = 0;
    if (sandbox_abi() < SANDBOX_ABI_LEAST) {
        print_message("this kernel has no Landlock that will do, so nothing of it can be tried\n");
        return;
    }
    fflush(NULL);
    pid_t child = fork();
    assert_true(child >= 0);
    if (!child)
        _exit(run());
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFEXITED(status));
    assert_int_equal(WEXITSTATUS(status), 0);
}

static void what_is_not_allowed_is_shut(void **state)
{
    (void)state;
    assert_child(everything_within);
}

static void what_is_to_be_made_can_be(void **state)
{
    (void)state;
    assert_child(nearest_within);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_not_allowed_is_shut),
        cmocka_unit_test(what_is_to_be_made_can_be),
    };
    return cmocka_run_group_tests(tests, start, stop);
}
