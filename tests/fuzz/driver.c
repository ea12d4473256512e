/*
 * Hands every file of the folders, or the files, that are named to a fuzz target, for compilers that have no
 * libFuzzer and for every run of the tests. Says on stdout which one it is at, and at the end how many there were.
 */
#include <dirent.h>
#include <sys/stat.h>

#include "indexer/base/arena.h"
#include "indexer/base/file.h"
#include "tests/fuzz/fuzz.h"

enum { INPUT_MAX = 1024 * 1024 };

static size_t inputs;

static void run_file(struct arena *arena, const char *path)
{
    struct file file;
    printf("# %s\n", path);
    fflush(stdout);
    fuzz_must(file_read(arena, path, INPUT_MAX, &file) == FILE_DONE, "the input can be read");
    /* Copied, so that a sanitizer sees what is read behind its end. */
    uint8_t *exact = memory_resize(NULL, file.size + !file.size);
    memcpy(exact, file.data, file.size);
    LLVMFuzzerTestOneInput(exact, file.size);
    free(exact);
    inputs++;
}

static void run_path(struct arena *arena, const char *path);

/* As libFuzzer does it, with the folders in a folder too. */
static void run_folder(struct arena *arena, const char *path)
{
    DIR *folder = opendir(path);
    fuzz_must(folder != NULL, "the folder can be read");
    for (struct dirent *entry; (entry = readdir(folder));)
        if (*entry->d_name != '.')
            run_path(arena, file_join(arena, path, entry->d_name));
    closedir(folder);
}

static void run_path(struct arena *arena, const char *path)
{
    struct stat status;
    fuzz_must(stat(path, &status) == 0, "what is named is there");
    (S_ISDIR(status.st_mode) ? run_folder : run_file)(arena, path);
}

int main(int count, char **arguments)
{
    struct arena arena = {0};
    if (LLVMFuzzerInitialize)
        LLVMFuzzerInitialize(&count, &arguments);
    for (int i = 1; i < count; i++)
        run_path(&arena, arguments[i]);
    arena_free(&arena);
    printf("%zu\n", inputs);
    return inputs == 0;
}
