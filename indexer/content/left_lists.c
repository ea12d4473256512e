#include "indexer/content/left_lists.h"

#include <string.h>

#include "indexer/base/ascii.h"
#include "indexer/base/text.h"
#include "indexer/base/utf8.h"
#include "indexer/content/codes.h"
#include "indexer/content/left_items.h"

/* What a block has of a list. */
struct list {
    enum item_kind kind;
    size_t count;
    size_t first; /* where the first item begins */
    int last;     /* its last number */
};

/* Whether an item goes on with a list: of the same kind; letters in their order, else they are the initials of names. */
static bool goes_on(const struct list *list, struct item item)
{
    if (item.kind == ITEM_LETTERED)
        return item.number == list->last + 1 && (!list->count || list->kind == ITEM_LETTERED);
    return item.kind != NO_ITEM && (!list->count || list->kind == item.kind);
}

static bool is_listed(const char *line)
{
    if (*line != '\xE2')
        return false;
    return strncmp(line, "• ", strlen("• ")) == 0 || strncmp(line, "● ", strlen("● ")) == 0 ||
           strncmp(line, "▪ ", strlen("▪ ")) == 0 || strncmp(line, "◦ ", strlen("◦ ")) == 0;
}

/* "We did: • one • two": where the first of several signs within a line stands; its size when there are none. */
static size_t signs_inside(const char *line, size_t size, bool begins)
{
    size_t first = size;
    size_t count = begins;
    bool colon = begins;
    for (size_t i = 0; i + 4 < size; i++) {
        colon |= !count && line[i] == ':';
        if (line[i] != ' ' || !is_listed(line + i + 1) || !colon)
            continue;
        first = count++ == begins ? i + 1 : first;
    }
    return count > 1 ? first : size;
}

static struct list list_in(const char *words)
{
    struct list list = {NO_ITEM, 0, 0, 0};
    for (const char *line = words; *line; line += strcspn(line, "\n"), line += *line == '\n') {
        size_t size = strcspn(line, "\n");
        struct item item = left_item_at(line);
        size_t inside = signs_inside(line, size, item.kind == ITEM_BULLET);
        if (item.kind == NO_ITEM && inside < size && (!list.count || list.kind == ITEM_BULLET)) {
            list = (struct list){ITEM_BULLET, list.count + 2, list.count ? list.first : (size_t)(line - words) + inside,
                                 0};
            continue;
        }
        if (!goes_on(&list, item))
            continue;
        if (!list.count)
            list.first = (size_t)(line - words);
        list.kind = item.kind;
        list.last = item.number;
        list.count++;
    }
    return list;
}

static size_t last_line(const struct markdown_block *block)
{
    return block->pieces[block->piece_count - 1].line;
}

/* The list that this block begins, over as many blocks as go on with it. */
static size_t blocks_of(const struct looking *looking, size_t blocks, struct list *list)
{
    size_t count = 1;
    *list = list_in(looking->block->words);
    for (; list->count && !looking->block->depth && count < blocks; count++) {
        const struct markdown_block *next = &looking->block[count];
        struct list more = list_in(next->words);
        struct item item = left_item_at(next->words);
        bool fits = item.kind == ITEM_LETTERED ? list->kind == item.kind && item.number == list->last + 1
                                               : more.count && more.kind == list->kind;
        if (!fits || more.first || next->depth || next->quoted)
            break;
        list->count += item.kind == ITEM_LETTERED ? 1 : more.count;
        list->last = item.kind == ITEM_LETTERED ? item.number : more.last;
    }
    return count;
}

static size_t blanks_at(struct line line, size_t at)
{
    size_t end = at;
    while (end < line.size && (line.at[end] == ' ' || line.at[end] == '\t'))
        end++;
    return end - at;
}

/* The text of a line from a byte on; signs within it begin lines of their own. */
static void add_words(struct text *out, const char *words, size_t size)
{
    for (size_t i = 0; i < size; i++) {
        bool sign = words[i] == ' ' && i + 4 < size && is_listed(words + i + 1);
        if (!sign) {
            text_char(out, words[i]);
            continue;
        }
        text_add(out, "\n- ");
        i += strlen("• ");
    }
}

/* A line of the list as it can be read: `indent` blanks, and a hyphen or its number. */
static void add_item(struct arena *arena, struct text *out, struct line line, size_t indent, bool split)
{
    size_t start = blanks_at(line, 0);
    const char *words = arena_copy(arena, line.at + start, line.size - start);
    struct item item = left_item_at(words);
    bool kept = item.kind == ITEM_LETTERED;
    size_t at = kept || !item.kind ? 0 : item.size;
    at += strspn(words + at, " \t");
    for (size_t i = 0; *words && i < indent; i++)
        text_char(out, ' ');
    if (item.kind == ITEM_NUMBER)
        text_format(out, "%d. ", item.number);
    else if (*words)
        text_add(out, item.kind ? "- " : "  ");
    if (split)
        add_words(out, words + at, strlen(words + at));
    else
        text_add(out, words + at);
}

/* "We did: • one • two" becomes the words before the list, and the list. */
static void add_split(struct arena *arena, struct text *out, struct line line, size_t at)
{
    size_t end = at;
    while (end && line.at[end - 1] == ' ')
        end--;
    text_append(out, line.at, end);
    text_add(out, "\n\n");
    add_item(arena, out, (struct line){line.at + at, line.size - at}, 0, true);
}

/* The byte of a line where a column begins. */
static size_t byte_of(struct line line, size_t column)
{
    size_t at = 0;
    while (column > 1 && at < line.size)
        for (column--, at++; at < line.size && ((unsigned char)line.at[at] & 0xC0) == 0x80;)
            at++;
    return at;
}

static void fix_lines(const struct looking *looking, struct place place, size_t end, const struct text *out)
{
    const struct line *from = &looking->body->lines[place.line - looking->body->first_line];
    const struct line *to = &looking->body->lines[end - 1];
    size_t length = utf8_length(from->at, (size_t)(to->at + to->size - from->at));
    diagnostics_fix(looking->diagnostics, (struct place){place.line, 1, length}, text_string(out), true);
}

/* The lines from the first item to the last line of block `last`, as a list. */
static void fix_items(const struct looking *looking, struct place place, const struct markdown_block *last,
                      const struct list *list)
{
    const struct line *lines = looking->body->lines;
    size_t first = place.line - looking->body->first_line;
    size_t end = last_line(last);
    size_t most = 2 * looking->block->depth + 2;
    struct text out = {0};
    bool begins = !list->first || looking->block->depth;
    if (!begins && place.column == blanks_at(lines[first], 0) + 1)
        text_char(&out, '\n');
    for (size_t i = first; i < end && i < looking->body->line_count; i++) {
        size_t indent = looking->block->depth ? blanks_at(lines[i], 0) : 0;
        if (i > first)
            text_char(&out, '\n');
        if (i == first && place.column > blanks_at(lines[i], 0) + 1)
            add_split(looking->arena, &out, lines[i], byte_of(lines[i], place.column));
        else
            add_item(looking->arena, &out, lines[i], indent < most ? indent : most, list->kind == ITEM_BULLET);
    }
    fix_lines(looking, place, end, &out);
    text_free(&out);
}

/* Whether the sign stands in the file as readers see it, and not as an entity. */
static bool can_be_read(const struct looking *looking, struct place place, const struct list *list)
{
    const char *sign = looking->block->words + list->first;
    size_t size = left_item_at(sign).size;
    struct line line = looking->body->lines[place.line - looking->body->first_line];
    size_t at = byte_of(line, place.column);
    return size && at + size <= line.size && memcmp(line.at + at, sign, size) == 0;
}

/* "- • Tea" has one sign too many. */
static void fix_doubled(const struct looking *looking, struct place place)
{
    struct line line = looking->body->lines[place.line - looking->body->first_line];
    const char *words = arena_copy(looking->arena, line.at, line.size);
    size_t at = byte_of(line, place.column);
    size_t size = left_item_at(words + at).size;
    size += strspn(words + at + size, " \t");
    place.length = utf8_length(words + at, size);
    diagnostics_fix(looking->diagnostics, place, "", true);
}

size_t left_lists(const struct looking *looking, size_t blocks)
{
    struct list list;
    size_t count = blocks_of(looking, blocks, &list);
    size_t least = list.kind == ITEM_BULLET ? 1 : 2;
    const struct markdown_block *block = looking->block;
    bool escaped =
        list.count && strchr("-*+", block->words[list.first]) &&
        !markdown_was_typed(looking->body, block, list.first, arena_copy(looking->arena, block->words + list.first, 1));
    if (!list.count || list.count < least || escaped || block->indented || block->cell ||
        (block->quoted && list.kind == ITEM_DASH))
        return 0;
    size_t size = left_item_at(block->words + list.first).size;
    struct place place = left_place(looking, list.first, size ? size : 1);
    bool doubled = block->depth && !list.first && list.count == 1;
    report(looking->diagnostics, CODE_LEFT_BULLET, place,
           doubled                    ? "take one of the signs out"
           : list.kind == ITEM_NUMBER ? "leave a blank line before the list, and begin each line with the number, a "
                                        "full stop and a blank: 1. and the text"
                                      : "begin each line with a hyphen and a blank: - and the text",
           doubled ? "this item of the list begins with a second sign, which is shown"
                   : "this is no list: the sign at the start of the line is shown, and the lines run together");
    if (doubled)
        fix_doubled(looking, place);
    else if (!block->quoted && can_be_read(looking, place, &list))
        fix_items(looking, place, &block[count - 1], &list);
    return count;
}

void left_indented(const struct looking *looking)
{
    const struct markdown_block *block = looking->block;
    size_t first = block->pieces[0].line;
    size_t end = last_line(block);
    struct text out = {0};
    struct list list = list_in(block->text);
    struct place place = {first + looking->body->first_line - 1, 1, 4};
    if (!block->indented || block->depth || block->quoted || !first || end > looking->body->line_count)
        return;
    for (size_t i = first - 1; i < end; i++) {
        struct line line = looking->body->lines[i];
        size_t start = blanks_at(line, 0);
        if (i >= first)
            text_char(&out, '\n');
        if (list.count && start < line.size)
            add_item(looking->arena, &out, line, 0, false);
        else
            text_append(&out, line.at + start, line.size - start);
    }
    report(looking->diagnostics, CODE_INDENTED, place, "begin the lines at the margin",
           "a tab or four blanks at the start of a line make a box of code of it");
    if (!strchr(block->text, '\t') && !strstr(block->text, "   "))
        fix_lines(looking, place, end, &out);
    text_free(&out);
}
