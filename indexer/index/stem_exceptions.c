#include "indexer/index/stem_exceptions.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "indexer/base/ascii.h"
#include "indexer/base/text.h"
#include "indexer/index/statements.h"

const char stem_exceptions_setting[] = "stem_exceptions";
const char stem_mark[] = "\xE2\x81\xA5";

enum { LONGEST = 32 };

struct exception {
    const char *word;
    const struct string_list *family;
};

struct stem_exceptions {
    struct arena arena;
    struct exception *items; /* in byte order */
    size_t count;
    size_t capacity;
    uint64_t sizes[256]; /* by the first byte: a bit for each size of those that begin so, as most words are none */
};

static int by_word(const void *a, const void *b)
{
    return strcmp(((const struct exception *)a)->word, ((const struct exception *)b)->word);
}

static void add_family(struct stem_exceptions *exceptions, const char *line)
{
    struct arena *arena = &exceptions->arena;
    struct string_list *family = arena_alloc(arena, sizeof *family);
    for (size_t size; *(line += strspn(line, " ")); line += size) {
        size = strcspn(line, " ");
        const char *word = arena_copy(arena, line, size);
        string_list_add(arena, family, word);
        exceptions->items =
            arena_grow(arena, exceptions->items, exceptions->count, &exceptions->capacity, sizeof *exceptions->items);
        exceptions->items[exceptions->count++] = (struct exception){word, family};
        if (size <= LONGEST)
            exceptions->sizes[(unsigned char)*word] |= (uint64_t)1 << size;
    }
}

const char *stem_families(struct index *index, struct arena *arena)
{
    struct statement *statement = statement_get(index, SQL_SETTING);
    bind_text(statement, ":key", stem_exceptions_setting);
    const char *families = statement_row(statement) ? statement_text(arena, statement, 0) : "";
    statement_end(statement);
    return families;
}

struct stem_exceptions *stem_exceptions_read(struct index *index)
{
    struct stem_exceptions *exceptions = memory_zeroed(1, sizeof *exceptions);
    struct string_list families = string_list_lines(&exceptions->arena, stem_families(index, &exceptions->arena));
    for (size_t i = 0; i < families.count; i++)
        add_family(exceptions, families.items[i]);
    if (exceptions->count)
        qsort(exceptions->items, exceptions->count, sizeof *exceptions->items, by_word);
    return exceptions;
}

void stem_exceptions_free(struct stem_exceptions *exceptions)
{
    if (!exceptions)
        return;
    arena_free(&exceptions->arena);
    free(exceptions);
}

static const struct exception *find(const struct stem_exceptions *exceptions, const char *word, size_t size)
{
    char lower[LONGEST + 1] = {0};
    if (!size || size > LONGEST || !(exceptions->sizes[(unsigned char)ascii_lower(*word)] >> size & 1))
        return NULL;
    for (size_t i = 0; i < size; i++)
        lower[i] = ascii_lower(word[i]);
    const struct exception key = {.word = lower};
    return bsearch(&key, exceptions->items, exceptions->count, sizeof key, by_word);
}

const char *stem_exception(const struct stem_exceptions *exceptions, struct arena *arena, const char *word, size_t size)
{
    const struct exception *found = find(exceptions, word, size);
    return found ? arena_format(arena, "%s%s", found->word, stem_mark) : NULL;
}

const struct string_list *stem_family(const struct stem_exceptions *exceptions, const char *word)
{
    const struct exception *found = find(exceptions, word, strlen(word));
    return found ? found->family : NULL;
}

bool stem_is_exception(const struct stem_exceptions *exceptions, const char *word, size_t size)
{
    return find(exceptions, word, size) != NULL;
}

const char *stems_unmarked(struct arena *arena, const char *text)
{
    const char *mark = strstr(text, stem_mark);
    struct text plain = {0};
    if (!mark)
        return text;
    for (; mark; mark = strstr(text, stem_mark)) {
        text_append(&plain, text, (size_t)(mark - text));
        text = mark + strlen(stem_mark);
    }
    text_add(&plain, text);
    const char *copy = arena_string(arena, text_string(&plain));
    text_free(&plain);
    return copy;
}
