#include "indexer/content/known_words.h"

#include <errno.h>
#include <string.h>

#include "indexer/base/file.h"
#include "indexer/base/lines.h"
#include "indexer/content/codes.h"
#include "indexer/content/source.h"

const char known_words_folder[] = "content/vocabulary/known-words";

enum { LIST_MAX = 1024 * 1024, ENTRY_MAX = 64, FAMILY_MAX = 512 };

static const char exceptions_name[] = "stem-exceptions.txt";

/* The entry of a line without its remark and the blanks around it; empty when there is none. */
static struct line entry_of(struct line line)
{
    const char *remark = memchr(line.at, '#', line.size);
    if (remark)
        line.size = (size_t)(remark - line.at);
    while (line.size && strchr(" \t\r", line.at[line.size - 1]))
        line.size--;
    while (line.size && strchr(" \t", *line.at)) {
        line.at++;
        line.size--;
    }
    return line;
}

static void read_list(struct arena *arena, struct string_list *list, const char *data, size_t size, size_t most,
                      struct diagnostics *diagnostics)
{
    const char *end = data + size;
    struct line line = line_number(data, size, 1);
    for (size_t number = 1; line.at < end; number++) {
        struct line entry = entry_of(line);
        if (entry.size > most)
            report(diagnostics, CODE_KNOWN_WORDS, ((struct place){number, 1, line.size}),
                   "write one word or name a line", "this is longer than a word or a name");
        else if (entry.size)
            string_list_add(arena, list, arena_copy(arena, entry.at, entry.size));
        line.at = line_after(line, end);
        line = line_number(line.at, (size_t)(end - line.at), 1);
    }
}

static enum known_kind kind_of(const char *name)
{
    static const char *const names[KNOWN_KINDS] = {
        [KNOWN_PLAIN] = "plain-english.txt", [KNOWN_QUALIFIER] = "qualifiers.txt", [KNOWN_FRAME] = "frame.txt"};
    int kind = KNOWN_KINDS - 1;
    while (kind > KNOWN_NAME && strcmp(names[kind], name) != 0)
        kind--;
    return (enum known_kind)kind;
}

bool known_words_read(struct arena *arena, const char *root, struct known_words *words, struct diagnostics *diagnostics)
{
    size_t errors = diagnostics->errors;
    struct file_names names;
    *words = (struct known_words){0};
    if (!file_list(arena, root, known_words_folder, ".txt", &names)) {
        if (names.reason != ENOENT)
            source_report_folder(known_words_folder, names.reason, diagnostics);
        return diagnostics->errors == errors;
    }
    for (size_t i = 0; i < names.count; i++) {
        size_t size = 0;
        const char *shown = file_join(arena, known_words_folder, names.names[i]);
        const char *data = source_load(arena, file_join(arena, root, shown), shown, LIST_MAX, &size, diagnostics);
        bool families = strcmp(names.names[i], exceptions_name) == 0;
        if (data)
            read_list(arena, families ? &words->families : &words->lists[kind_of(names.names[i])], data, size,
                      families ? FAMILY_MAX : ENTRY_MAX, diagnostics);
    }
    return diagnostics->errors == errors;
}
