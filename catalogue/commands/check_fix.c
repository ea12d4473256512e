#include "catalogue/commands/check_fix.h"

#include <string.h>

#include "catalogue/difference.h"
#include "indexer/base/file.h"
#include "indexer/base/file_write.h"

/* An editor may have written it meanwhile. */
static bool is_as_read(const struct mended_file *file)
{
    struct arena arena = {0};
    struct file now = {0};
    bool same = file_read(&arena, file->path, file->before_size, &now) == FILE_DONE && now.size == file->before_size &&
                memcmp(now.data, file->before, now.size) == 0;
    arena_free(&arena);
    return same;
}

static bool write_one(struct invocation *invocation, const struct mended_file *file)
{
    int reason = 0;
    if (!is_as_read(file)) {
        complain(invocation, "%s has changed since it was read, and is left as it is", file->shown);
        return false;
    }
    if (file_write(file->path, file->after, file->after_size, NULL, &reason))
        return true;
    complain(invocation, "%s cannot be written: %s", file->shown, strerror(reason));
    return false;
}

/* Half of what is printed at most; the other half is for what is left to mend. */
enum { SHOWN_MOST = 90 * 1000 };

static void add_differences(struct text *out, const struct mended_files *files, bool color)
{
    size_t before = out->size;
    size_t shown = 0;
    for (; shown < files->count && out->size - before < SHOWN_MOST; shown++) {
        const struct mended_file *file = &files->items[shown];
        difference_add(out, file->shown, file->before, file->before_size, file->after, file->after_size, color);
        text_char(out, '\n');
    }
    if (shown < files->count)
        text_format(out, "and %zu more files; name a file or a folder to see what is mended there\n\n",
                    files->count - shown);
}

bool check_fix(struct invocation *invocation, const struct mended_files *files, bool dry_run, bool in_answer)
{
    size_t written = 0;
    size_t places = 0;
    if (in_answer)
        add_differences(&invocation->out, files, invocation->color);
    else
        add_differences(&invocation->talk, files, invocation->talk_color);
    for (size_t i = 0; i < files->count; i++) {
        const struct mended_file *file = &files->items[i];
        if (!dry_run && !write_one(invocation, file))
            continue;
        written++;
        places += file->count;
    }
    if (files->count)
        text_format(&invocation->remark, "%s: %zu %s in %zu %s\n", dry_run ? "not written" : "written", places,
                    places == 1 ? "correction" : "corrections", written, written == 1 ? "file" : "files");
    return written == files->count;
}
