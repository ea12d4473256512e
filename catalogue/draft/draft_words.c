#include "catalogue/draft/draft_words.h"

#include <stdbool.h>
#include <string.h>

#include "indexer/base/ascii.h"
#include "indexer/base/text.h"
#include "indexer/base/utf8.h"
#include "indexer/base/yaml_make.h"
#include "indexer/content/fields.h"
#include "indexer/content/markdown.h"
#include "indexer/content/scalars.h"

const char *draft_one_line(struct arena *arena, const char *text)
{
    char *line = arena_string(arena, text);
    size_t size = 0;
    for (const char *at = text; *at; at++) {
        bool blank = *at == ' ' || *at == '\n' || *at == '\t';
        if (!blank || (size && line[size - 1] != ' '))
            line[size++] = blank ? ' ' : *at;
    }
    while (size && line[size - 1] == ' ')
        size--;
    line[size] = '\0';
    return line;
}

const char *draft_plain(struct arena *arena, const char *markdown)
{
    const char *plain = markdown_read_whole(arena, markdown, strlen(markdown), 1, "", NULL).plain;
    return draft_one_line(arena, plain && *plain ? plain : markdown);
}

/* Behind the mark that ends a sentence; its end where none does. "e.g. Leeds" does not end there. */
static size_t sentence_size(const char *text)
{
    size_t word = 0;
    size_t at = 0;
    for (; text[at]; at++) {
        bool ends = strchr(".!?", text[at]) && text[at + 1] == ' ' && ascii_is_capital(text[at + 2]) && word > 1 &&
                    !(word == 2 && ascii_is_capital(text[at - 2]));
        if (ends)
            return at + 1;
        word = ascii_is_letter(text[at]) || ascii_is_digit(text[at]) || text[at] == '%' ? word + 1 : 0;
    }
    return at;
}

/* Without the marks of notes, "[^1]", which lead nowhere from here. */
static const char *without_notes(struct arena *arena, const char *text)
{
    char *words = arena_string(arena, text);
    size_t used = 0;
    for (const char *at = text; *at; at++) {
        size_t size = strncmp(at, "[^", 2) == 0 ? strcspn(at, " ]") : 0;
        if (size && at[size] == ']')
            at += size;
        else
            words[used++] = *at;
    }
    words[used] = '\0';
    return words;
}

const char *draft_first_sentence(struct arena *arena, const char *markdown)
{
    /* Behind headings of smaller parts. */
    while (*markdown == '#' || *markdown == '\n')
        markdown += *markdown == '#' ? strcspn(markdown, "\n") : 1;
    const char *stop = strstr(markdown, "\n\n");
    size_t size = stop ? (size_t)(stop - markdown) : strlen(markdown);
    if (!*markdown || strchr("-#>|*+0123456789", *markdown))
        return "";
    const char *plain = without_notes(arena, draft_plain(arena, arena_copy(arena, markdown, size)));
    return arena_copy(arena, plain, sentence_size(plain));
}

/* Bytes of an address that begins here; a bracket that it opened itself is of it, as in "…/Hull_(city)". */
static size_t address_size(const char *at)
{
    size_t size = 0;
    for (size_t open = 0; at[size] && !strchr(" \t\n>\"", at[size]); size++) {
        if (at[size] == ')' && !open)
            break;
        open += at[size] == '(';
        open -= at[size] == ')';
    }
    while (size && strchr(".,;", at[size - 1]))
        size--;
    return size;
}

/* The first web address in a text, or "". */
static const char *address_in(struct arena *arena, const char *text)
{
    const char *at = text;
    while ((at = strstr(at, "http")) && strncmp(at, "http://", 7) != 0 && strncmp(at, "https://", 8) != 0)
        at++;
    if (!at)
        return "";
    const char *address = arena_copy(arena, at, address_size(at));
    return scalar_url(address) ? address : "";
}

/* Without an address that stands in it and is no part of what it is called. */
static const char *without(struct arena *arena, const char *title, const char *address)
{
    const char *at = *address ? strstr(title, address) : NULL;
    if (!at || strlen(title) < strlen(address) + 8)
        return title;
    const char *behind = at + strlen(address);
    bool in_brackets = at > title && at[-1] == '(' && *behind == ')';
    const char *rest = draft_one_line(
        arena, arena_format(arena, "%.*s%s", (int)(at - title - in_brackets), title, behind + in_brackets));
    size_t size = strlen(rest);
    while (size && strchr(" .,:;(", rest[size - 1]))
        size--;
    return arena_copy(arena, rest, size);
}

/* Four digits of a year of our time. */
static bool has_year(const char *item)
{
    for (const char *at = item; *at; at++)
        if ((strncmp(at, "19", 2) == 0 || strncmp(at, "20", 2) == 0) && strspn(at, "0123456789") == 4 &&
            (at == item || !ascii_is_digit(at[-1])))
            return true;
    return false;
}

/* "Smith J, …", "Smith-Jones AB. …, …", "Smith et al": a name, and letters of others. */
static bool has_author(const char *item)
{
    enum { INITIALS_MAX = 3 };
    size_t size = 0;
    size_t initials = 0;
    while (ascii_is_letter(item[size]) || item[size] == '-')
        size++;
    while (item[size] == ' ' && initials <= INITIALS_MAX && ascii_is_capital(item[size + 1 + initials]))
        initials++;
    char behind = initials ? item[size + 1 + initials] : '\0';
    bool named = size > 1 && ascii_is_capital(*item) && initials <= INITIALS_MAX && behind && strchr(",. ", behind);
    return strstr(item, " et al") || (named && strchr(item + size, ','));
}

/* Whether an item or paragraph became a source. What only may be one has an address, a year or an author. */
static bool add_source(struct arena *arena, struct yaml_node *sources, const char *item, bool sure)
{
    const struct field *field = &case_fields[CASE_SOURCES];
    const char *address = address_in(arena, item);
    const char *title = without(arena, draft_plain(arena, item), address);
    if (!sure && !*address && !has_year(item) && !has_author(item))
        return false;
    if (!*title || utf8_length(title, strlen(title)) > field->members[SOURCE_TITLE].longest ||
        sources->count == field->most)
        return false;
    struct yaml_node *source = yaml_make(arena, TREE_MAP);
    yaml_make_entry(arena, source, field->members[SOURCE_TITLE].key, yaml_make_scalar(arena, title));
    if (*address)
        yaml_make_entry(arena, source, field->members[SOURCE_URL].key, yaml_make_scalar(arena, address));
    yaml_make_item(arena, sources, source);
    return true;
}

/* Bytes of the mark of an item that a line begins with. */
static size_t item_mark(const char *line)
{
    size_t blanks = strspn(line, " ");
    size_t digits = strspn(line + blanks, "0123456789");
    const char *mark = line + blanks + digits;
    if (digits ? strchr(".)", *mark) != NULL : *mark && strchr("-*+", *mark) != NULL)
        return mark[0] && mark[1] == ' ' ? blanks + digits + 2 : 0;
    return 0;
}

static void end_item(struct arena *arena, struct yaml_node *sources, struct text *item, struct text *rest, bool sure)
{
    if (item->size && !add_source(arena, sources, item->data, sure))
        text_format(rest, "%s%s", rest->size ? "\n\n" : "", item->data);
    text_clear(item);
}

struct yaml_node *draft_sources(struct arena *arena, const char *markdown, bool sure, const char **rest)
{
    struct yaml_node *sources = yaml_make(arena, TREE_LIST);
    struct text item = {0};
    struct text left = {0};
    while (*markdown) {
        size_t mark = item_mark(markdown);
        size_t size = strcspn(markdown, "\n");
        if (mark || strspn(markdown, " ") >= size)
            end_item(arena, sources, &item, &left, sure);
        text_add(&item, item.size ? " " : "");
        text_append(&item, markdown + mark, size - mark);
        markdown += size + (markdown[size] == '\n');
        if (item.size && item.data[strspn(item.data, " ")] == '\0')
            text_clear(&item);
    }
    end_item(arena, sources, &item, &left, sure);
    *rest = arena_copy(arena, text_string(&left), left.size);
    text_free(&item);
    text_free(&left);
    return sources->count ? sources : NULL;
}
