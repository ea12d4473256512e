#include "indexer/content/leftovers.h"

#include <stdint.h>
#include <string.h>
#include <strings.h>

#include "indexer/base/ascii.h"
#include "indexer/base/curly.h"
#include "indexer/base/yaml_write.h"
#include "indexer/content/codes.h"
#include "indexer/content/left_links.h"
#include "indexer/content/left_lists.h"
#include "indexer/content/left_stars.h"
#include "indexer/content/left_tables.h"
#include "indexer/content/placeholders.h"

enum { LOOKS_MAX = 300, PAIR_MAX = 200 };

#define COUNT(table) (sizeof(table) / sizeof *(table))

/* A mark of Markdown's relatives, what is said of it, and what can be written. */
struct mark {
    const char *text;
    enum code_id code;
    const char *message;
    const char *help;
};

#define BOX "this mark for a box is shown as it is typed"
#define BOX_HELP "take the mark out, or write **Note:** and the text"
#define FOREIGN "this mark of another program is shown as it is typed"

static const struct mark marks[] = {
    {"~~", CODE_LEFT_STRIKE, "text is not struck out here; the marks are shown",
     "take out the marks and what they strike out"},
    {"!!! ", CODE_LEFT_BOX, BOX, BOX_HELP},
    {"??? ", CODE_LEFT_BOX, BOX, BOX_HELP},
    {":::", CODE_LEFT_BOX, BOX, BOX_HELP},
    {"[!NOTE]", CODE_LEFT_BOX, BOX, BOX_HELP},
    {"[!TIP]", CODE_LEFT_BOX, BOX, "take the mark out, or write **Tip:** and the text"},
    {"[!IMPORTANT]", CODE_LEFT_BOX, BOX, BOX_HELP},
    {"[!WARNING]", CODE_LEFT_BOX, BOX, BOX_HELP},
    {"[!CAUTION]", CODE_LEFT_BOX, BOX, BOX_HELP},
    {"[TOC]", CODE_LEFT_BOX, FOREIGN, "take it out; the page lists its sections by itself"},
    {"[[_TOC_]]", CODE_LEFT_BOX, FOREIGN, "take it out; the page lists its sections by itself"},
    {"[[", CODE_LEFT_BOX, FOREIGN, "write [words](address), or [words](other-id.md) for another case study"},
    {"{% ", CODE_LEFT_BOX, FOREIGN, "take it out"},
    {"\74% ", CODE_LEFT_BOX, FOREIGN, "take it out"},
    {"{: ", CODE_LEFT_BOX, FOREIGN, "take it out"},
    {"{:.", CODE_LEFT_BOX, FOREIGN, "take it out"},
    {"{.", CODE_LEFT_BOX, FOREIGN, "take it out"},
    {"{#", CODE_LEFT_BOX, FOREIGN, "take it out"},
    {"==", CODE_LEFT_BOX, FOREIGN, "take the marks out, or write **the words** in bold"},
    {"++", CODE_LEFT_BOX, FOREIGN, "take the marks out"},
    {"&nbsp", CODE_LEFT_BOX, FOREIGN, "write a blank"},
    {"&amp", CODE_LEFT_BOX, FOREIGN, "write &"},
    {"&lt;", CODE_LEFT_BOX, FOREIGN, "write \\<"},
    {"&gt;", CODE_LEFT_BOX, FOREIGN, "write >"},
    {"&#", CODE_LEFT_BOX, FOREIGN, "write the character itself"},
    {"&quot", CODE_LEFT_BOX, FOREIGN, "write the quotation mark itself"},
    {"&rsquo", CODE_LEFT_BOX, FOREIGN, "write the apostrophe itself"},
    {"&ndash", CODE_LEFT_BOX, FOREIGN, "write the dash itself"},
    {".. ", CODE_LEFT_BOX, FOREIGN, "take it out"},
    {"&", CODE_LEFT_BOX, FOREIGN, "write the character itself"},
    {"~", CODE_LEFT_BOX, FOREIGN, "write the small figure itself, as in CO₂"},
    {"^", CODE_LEFT_BOX, FOREIGN, "write the small figure itself, as in m²"},
    {"\74o:p>", CODE_LEFT_BOX, FOREIGN, "take it out; Word left it"},
    {"\74/o:p>", CODE_LEFT_BOX, FOREIGN, "take it out; Word left it"},
    {"![", CODE_LEFT_LINK, "a picture needs an address in round brackets",
     "write ![what it shows](../images/name.png), or take it out"},
    {"{{", CODE_PLACEHOLDER, "this was to be filled in", "write what belongs here, or take it out"},
};

/* Whether a mark stands once more in the line, not far off. */
static bool stands_again(const char *words, const char *mark)
{
    for (size_t i = 1; i < PAIR_MAX && words[i] && words[i] != '\n'; i++)
        if (strncmp(words + i, mark, strlen(mark)) == 0)
            return true;
    return false;
}

/* "&ndsh;", which no browser knows. */
static bool is_entity(const char *words)
{
    enum { NAME_MAX = 10 };
    size_t size = 1;
    while (size <= NAME_MAX && ascii_is_letter(words[size]))
        size++;
    return size > 2 && words[size] == ';';
}

/* H~2~O, m^2^: a mark behind a letter, and the same again behind a figure or two. */
static bool is_small(const char *words, size_t at)
{
    size_t figures = strspn(words + at + 1, "0123456789+-");
    return at && ascii_is_letter(words[at - 1]) && figures && figures <= 3 && words[at + 1 + figures] == words[at];
}

/* "![what it shows]" alone. */
static bool lacks_address(const char *words)
{
    size_t size = strcspn(words, "]\n");
    char next = words[size] ? words[size + 1 + strspn(words + size + 1, " ")] : '\0';
    return words[size] == ']' && next != '(' && next != '[';
}

/* Marks that are one only in pairs around words (==marked==), or at the start of a line. */
static bool stands_as_mark(const char *words, size_t at, const struct mark *mark)
{
    size_t size = strlen(mark->text);
    char sign = mark->text[0];
    bool pair = strcmp(mark->text, "==") == 0 || strcmp(mark->text, "++") == 0;
    bool doubled = (at && words[at - 1] == sign) || words[at + size] == sign;
    if (pair)
        return !doubled && words[at + size] && !strchr(" \n", words[at + size]) &&
               stands_again(words + at + size, mark->text);
    if (strcmp(mark->text, "&") == 0)
        return is_entity(words + at);
    if (strcmp(mark->text, "~") == 0 || sign == '^')
        return !doubled && is_small(words, at);
    if (strcmp(mark->text, "![") == 0)
        return ascii_is_letter(words[at + size]) && !(at && ascii_is_letter(words[at - 1])) &&
               lacks_address(words + at);
    if (sign == '.')
        return (!at || words[at - 1] == '\n') && memchr(words + at, ':', strcspn(words + at, "\n"));
    return true;
}

/* The mark that stands at a place, or NULL. */
static const struct mark *mark_at(const char *words, size_t at)
{
    for (size_t i = 0; i < COUNT(marks); i++)
        if (words[at] == *marks[i].text && strncmp(words + at, marks[i].text, strlen(marks[i].text)) == 0 &&
            stands_as_mark(words, at, &marks[i]))
            return &marks[i];
    return NULL;
}

/* Each mark is told once in a block: the second one of a pair is no other mistake. */
static void tell_marks(const struct looking *looking)
{
    const char *words = looking->block->words;
    uint64_t told = 0;
    for (size_t at = 0; words[at += strcspn(words + at, "[~!?:{<=+&.^")]; at++) {
        const struct mark *mark = mark_at(words, at);
        uint64_t bit = mark ? (uint64_t)1 << (mark - marks) : 0;
        if (!mark || told & bit || !left_may_look(looking))
            continue;
        struct place place = left_place(looking, at, strlen(mark->text));
        at += strlen(mark->text) - 1;
        if (!markdown_was_typed(looking->body, looking->block, at + 1 - strlen(mark->text), mark->text))
            continue;
        report(looking->diagnostics, mark->code, place, mark->help, "%s", mark->message);
        told |= bit;
    }
}

/* The text of the note "[^name]: …", which is a block of its own, or NULL. */
static const char *note_of(const struct looking *looking, const char *name, size_t size)
{
    for (size_t i = 0; i < looking->body->block_count; i++) {
        const char *words = looking->body->blocks[i].words;
        for (const char *line = words; *line; line += strcspn(line, "\n"), line += *line == '\n')
            if (strncmp(line, name, size) == 0 && line[size] == ':' && line[size + 1] == ' ')
                return arena_copy(looking->arena, line + size + 2, strcspn(line + size + 2, "\n"));
    }
    return NULL;
}

/* "[^1]", "^[a note]", and "[^1]: a note" where the note stands. */
static void tell_notes(const struct looking *looking)
{
    const char *words = looking->block->words;
    for (size_t at = 0; words[at += strcspn(words + at, "[^")]; at++) {
        bool inside = words[at] == '^' && words[at + 1] == '[';
        if ((!inside && strncmp(words + at, "[^", 2) != 0) || !left_may_look(looking))
            continue;
        size_t size = strcspn(words + at, "]\n");
        size += words[at + size] == ']';
        bool is_note = words[at + size] == ':' && (!at || words[at - 1] == '\n');
        const char *note = inside && size > 3 ? arena_copy(looking->arena, words + at + 2, size - 3)
                                              : note_of(looking, words + at, size);
        const char *help =
            "put the note into the sentence, in brackets, or its source under sources: in the front matter";
        if (is_note)
            help =
                "put it into the sentence that it belongs to, in brackets, or its source under sources: in the front "
                "matter";
        else if (note)
            help = arena_format(looking->arena,
                                "write (%s) in its place, or put the source under sources: in the front "
                                "matter",
                                note);
        if (markdown_was_typed(looking->body, looking->block, at, inside ? "^[" : "[^"))
            report(looking->diagnostics, CODE_LEFT_NOTE, left_place(looking, at, size), help,
                   is_note ? "this note is shown as it is typed" : "this footnote is shown as it is typed");
        at += size ? size - 1 : 0;
    }
}

/* "[ ] to do" and "[x] done" at the start of an item. */
static void tell_task(const struct looking *looking)
{
    const char *words = looking->block->words;
    if (words[0] != '[' || !strchr(" xX", words[1]) || !words[1] || words[2] != ']' || words[3] != ' ')
        return;
    struct place place = left_place(looking, 0, 3);
    report(looking->diagnostics, CODE_LEFT_TASK, place, "take the brackets out, and say in words what is done",
           "the box of this task is shown as it is typed");
}

static void tell_placeholder(const struct looking *looking, size_t at, size_t size, const char *what)
{
    report(looking->diagnostics, CODE_PLACEHOLDER, left_place(looking, at, size),
           "write what belongs here, or take it out", "\"%.*s\" %s", (int)size, looking->block->words + at, what);
}

static void tell_placeholders(const struct looking *looking)
{
    const char *words = looking->block->words;
    size_t at = 0;
    size_t size = placeholder_in(words, &at);
    /* Quotations say [name] where a name was taken out. */
    bool taken_out = (looking->block->quoted && words[at] == '[') || (!at && strncmp(words, "??? ", 4) == 0);
    if (size && !taken_out)
        tell_placeholder(looking, at, size, "stands where something was to be written");
    else if (!looking->block->cell && !looking->block->depth && *words != '[' && placeholder_whole(words))
        tell_placeholder(looking, 0, strlen(words), "stands where something was to be written");
    at = 0;
    size = placeholder_address(words, &at);
    if (size)
        tell_placeholder(looking, at, size, "is a name for examples");
}

void leftovers_check(struct arena *arena, const struct markdown_body *body, struct diagnostics *diagnostics)
{
    size_t looks = LOOKS_MAX;
    struct looking looking = {.arena = arena, .body = body, .diagnostics = diagnostics, .looks = &looks};
    size_t told = 0; /* blocks up to here belong to a list that was told, or a table */
    for (size_t i = 0; i < body->block_count; i++) {
        looking.block = &body->blocks[i];
        if (i >= told)
            told = i + left_lists(&looking, body->block_count - i);
        if (i >= told)
            told = i + left_tables(&looking, body->block_count - i);
        left_indented(&looking);
        left_links(&looking);
        left_stars(&looking);
        tell_notes(&looking);
        tell_task(&looking);
        tell_marks(&looking);
        tell_placeholders(&looking);
    }
}

/* Bytes of an entity or tag that begins here; 0 when none does. */
static size_t entity_at(const char *text)
{
    size_t name = strspn(text + 1, "#0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");
    if (*text == '&')
        return name > 1 && text[1 + name] == ';' ? name + 2 : 0;
    size_t slash = text[1] == '/';
    name = strspn(text + 1 + slash, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ123456");
    size_t end = 1 + slash + name + strcspn(text + 1 + slash + name, "<>");
    bool tag = name && ascii_is_letter(text[1 + slash]) && text[end] == '>' && strchr(" >/", text[1 + slash + name]);
    return tag ? end + 1 : 0;
}

/* Bytes of a piece of markup at the start of a text; 0 when there is none. */
static size_t markup_at(const char *text)
{
    if (strncmp(text, "**", 2) == 0 || strncmp(text, "](", 2) == 0)
        return 2;
    return *text == '&' || *text == '<' ? entity_at(text) : 0;
}

void leftovers_check_address(const char *text, struct place place, struct diagnostics *diagnostics)
{
    size_t at = 0;
    size_t size = placeholder_address(text, &at);
    if (size)
        report(diagnostics, CODE_EXAMPLE_ADDRESS, place, "write the address that is meant, or take the line out",
               "%.*s is a name for examples, and leads nowhere", (int)size, text + at);
}

/* Marks that Word put around the whole answer. */
static void check_quoted(struct arena *arena, const struct value *value, struct diagnostics *diagnostics)
{
    const char *text = value->text;
    size_t length = strlen(text);
    struct curly curly = curly_around(text, length);
    if (!curly.before)
        return;
    size_t inner = length - curly.before - curly.behind;
    const char *meant = arena_copy(arena, text + curly.before, inner);
    report(diagnostics, CODE_QUOTED, value->place, arena_format(arena, "write %s", meant),
           "the quotation marks around this answer are shown to readers");
    if (value->span)
        diagnostics_offer(diagnostics, (struct place){value->place.line, value->place.column, value->span},
                          yaml_scalar(arena, meant, inner, value->in_brackets), true, NULL);
}

void leftovers_check_answer(struct arena *arena, const struct value *value, struct diagnostics *diagnostics)
{
    const char *text = value->text;
    struct place place = value->place;
    size_t at = 0;
    size_t size = placeholder_in(text, &at);
    bool whole = !size && *text && placeholder_whole(text);
    if (size || whole || strncmp(text, "{{", 2) == 0)
        report(diagnostics, CODE_PLACEHOLDER_ANSWER, place, "write the answer, or take the line out",
               "\"%.*s\" stands where an answer was to be written",
               (int)(size    ? size
                     : whole ? strlen(text)
                             : 2),
               size ? text + at : text);
    leftovers_check_address(text, place, diagnostics);
    for (at = 0; text[at] && !(size = markup_at(text + at));)
        at++;
    if (text[at])
        report(diagnostics, CODE_MARKUP, place, "write the plain words", "\"%.*s\" is shown to readers as it is typed",
               size > 60 ? 60 : (int)size, text + at);
    check_quoted(arena, value, diagnostics);
}
