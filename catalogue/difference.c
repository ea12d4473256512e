#include "catalogue/difference.h"

#include <string.h>

#include "indexer/base/arena.h"
#include "indexer/base/lines.h"
#include "indexer/base/text_safe.h"

enum { AROUND = 2, APART_MAX = 400 };

struct lines {
    struct line *items;
    size_t count;
};

/* Both texts, and where the reading is. */
struct pair {
    struct lines before;
    struct lines after;
    size_t at_before;
    size_t at_after;
};

/* A place where they differ: so many lines go, so many come. */
struct change {
    size_t before;
    size_t gone;
    size_t after;
    size_t come;
};

struct changes {
    struct change *items;
    size_t count;
    size_t capacity;
};

static struct lines lines_of(struct arena *arena, const char *text, size_t size)
{
    struct lines lines = {0};
    size_t capacity = 0;
    const char *end = text + size;
    for (const char *at = text; at < end;) {
        struct line line = line_number(at, (size_t)(end - at), 1);
        lines.items = arena_grow(arena, lines.items, lines.count, &capacity, sizeof *lines.items);
        lines.items[lines.count++] = line;
        at = line_after(line, end);
    }
    return lines;
}

static bool same(const struct pair *pair, size_t before, size_t after)
{
    if (before >= pair->before.count || after >= pair->after.count)
        return before >= pair->before.count && after >= pair->after.count;
    struct line a = pair->before.items[before];
    struct line b = pair->after.items[after];
    return a.size == b.size && memcmp(a.at, b.at, a.size) == 0;
}

/*
 * The lines that go and come from here on: as few as possible until both texts go on alike. Edits are small, so that is
 * near; texts that stay apart for too long differ to their ends.
 */
static struct change next_change(const struct pair *pair)
{
    struct change change = {.before = pair->at_before, .after = pair->at_after};
    for (size_t apart = 1; apart < APART_MAX; apart++)
        for (change.gone = 0; change.gone <= apart; change.gone++) {
            change.come = apart - change.gone;
            if (pair->at_before + change.gone <= pair->before.count &&
                pair->at_after + change.come <= pair->after.count &&
                same(pair, pair->at_before + change.gone, pair->at_after + change.come))
                return change;
        }
    change.gone = pair->before.count - pair->at_before;
    change.come = pair->after.count - pair->at_after;
    return change;
}

static struct changes find_changes(struct arena *arena, struct pair *pair)
{
    struct changes changes = {0};
    while (pair->at_before < pair->before.count || pair->at_after < pair->after.count) {
        if (same(pair, pair->at_before, pair->at_after)) {
            pair->at_before++;
            pair->at_after++;
            continue;
        }
        struct change change = next_change(pair);
        changes.items = arena_grow(arena, changes.items, changes.count, &changes.capacity, sizeof *changes.items);
        changes.items[changes.count++] = change;
        pair->at_before += change.gone;
        pair->at_after += change.come;
    }
    return changes;
}

static void add_lines(struct text *out, const struct lines *lines, size_t from, size_t to, const char *sign,
                      const char *tone)
{
    for (; from < to && from < lines->count; from++) {
        text_format(out, "%s%s", tone, sign);
        text_safe(out, lines->items[from].at, lines->items[from].size);
        text_format(out, "%s\n", *tone ? "\033[0m" : "");
    }
}

static size_t start_of(size_t line)
{
    return line > AROUND ? line - AROUND : 0;
}

/* How many of the changes from this one on stand so near that their surroundings meet. */
static size_t count_near(const struct changes *changes, size_t at)
{
    size_t count = 1;
    while (at + count < changes->count && changes->items[at + count].before <= changes->items[at + count - 1].before +
                                                                                   changes->items[at + count - 1].gone +
                                                                                   2 * AROUND)
        count++;
    return count;
}

/* Changes that stand near each other, with what is around and between them. */
static void add_hunk(struct text *out, const struct pair *pair, const struct change *changes, size_t count, bool color)
{
    const struct change *last = &changes[count - 1];
    size_t from = start_of(changes->before);
    size_t end = last->before + last->gone + AROUND;
    end = end < pair->before.count ? end : pair->before.count;
    size_t after = changes->after - (changes->before - from);
    size_t after_end = last->after + last->come + (end - last->before - last->gone);
    text_format(out, "%s@@ -%zu,%zu +%zu,%zu @@%s\n", color ? "\033[36m" : "", from + 1, end - from, after + 1,
                after_end - after, color ? "\033[0m" : "");
    for (size_t i = 0; i < count; i++) {
        add_lines(out, &pair->before, from, changes[i].before, " ", "");
        add_lines(out, &pair->before, changes[i].before, changes[i].before + changes[i].gone, "-",
                  color ? "\033[31m" : "");
        add_lines(out, &pair->after, changes[i].after, changes[i].after + changes[i].come, "+",
                  color ? "\033[32m" : "");
        from = changes[i].before + changes[i].gone;
    }
    add_lines(out, &pair->before, from, end, " ", "");
}

static void add_name(struct text *out, const char *sign, const char *name, bool color)
{
    text_format(out, "%s%s ", color ? "\033[1m" : "", sign);
    text_safe(out, name, strlen(name));
    text_format(out, "%s\n", color ? "\033[0m" : "");
}

void difference_add(struct text *out, const char *name, const char *before, size_t before_size, const char *after,
                    size_t after_size, bool color)
{
    struct arena arena = {0};
    struct pair pair = {.before = lines_of(&arena, before, before_size), .after = lines_of(&arena, after, after_size)};
    struct changes changes = find_changes(&arena, &pair);
    if (changes.count) {
        add_name(out, "---", name, color);
        add_name(out, "+++", name, color);
    }
    for (size_t i = 0, count; i < changes.count; i += count) {
        count = count_near(&changes, i);
        add_hunk(out, &pair, &changes.items[i], count, color);
    }
    arena_free(&arena);
}
