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

bool check_fix(struct invocation *invocation, const struct mended_files *files, bool dry_run, bool in_answer)
{
    size_t written = 0;
    size_t places = 0;
    for (size_t i = 0; i < files->count; i++) {
        const struct mended_file *file = &files->items[i];
        struct text *out = in_answer ? &invocation->out : &invocation->talk;
        difference_add(out, file->shown, file->before, file->before_size, file->after, file->after_size,
                       in_answer ? invocation->color : invocation->talk_color);
        text_char(out, '\n');
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
