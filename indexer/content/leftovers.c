#include "indexer/content/leftovers.h"

#include <string.h>
#include <strings.h>

#include "indexer/base/ascii.h"
#include "indexer/base/text.h"
#include "indexer/base/utf8.h"
#include "indexer/content/codes.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

struct looking {
    struct arena *arena;
    const struct markdown_body *body;
    const struct markdown_block *block;
    struct diagnostics *diagnostics;
};

static struct place place_at(const struct looking *looking, size_t at, size_t size)
{
    return markdown_place_in(looking->body, looking->block, at, size);
}

/* Where the square bracket opens that closes before `at`. */
static size_t bracket_before(const char *words, size_t at)
{
    size_t least = at > 200 ? at - 200 : 0;
    for (size_t i = at; i > least; i--)
        if (words[i - 1] == '[')
            return i - 1;
    return at;
}

/* [text](address with blanks): the address as it can be read. */
static const char *mended_address(struct arena *arena, const char *address, size_t size, bool is_image)
{
    struct text out = {0};
    for (size_t i = 0; i < size; i++)
        if (address[i] == ' ')
            text_add(&out, is_image ? "-" : "%20");
        else
            text_char(&out, is_image ? ascii_lower(address[i]) : address[i]);
    const char *copy = arena_copy(arena, text_string(&out), out.size);
    text_free(&out);
    return copy;
}

static void tell_link(const struct looking *looking, size_t at)
{
    const char *words = looking->block->words;
    size_t start = bracket_before(words, at);
    bool is_image = start && words[start - 1] == '!';
    size_t from = at + 2;
    size_t size = strcspn(words + from, ")\n");
    bool closed = words[from + size] == ')';
    start -= is_image;
    struct place place = place_at(looking, start, closed ? from + size + 1 - start : at + 2 - start);
    if (!markdown_was_typed(looking->body, looking->block, at, "]("))
        return;
    if (!closed || !memchr(words + from, ' ', size)) {
        report(looking->diagnostics, CODE_LEFT_LINK, place,
               "write [words](address), with both brackets closed and no blank between them",
               "this link is shown as it is typed");
        return;
    }
    const char *meant = arena_format(looking->arena, "%.*s%s)", (int)(from - start), words + start,
                                     mended_address(looking->arena, words + from, size, is_image));
    report(looking->diagnostics, CODE_LEFT_LINK, place,
           arena_format(looking->arena, is_image ? "rename the file without blanks and write %s" : "write %s", meant),
           "this %s is shown as it is typed, because its address has blanks", is_image ? "image" : "link");
    if (!is_image)
        diagnostics_fix(looking->diagnostics, place, meant, true);
}

/* A mark of Markdown's relatives, what is said of it, and what can be written. */
struct mark {
    const char *text;
    enum code_id code;
    const char *message;
    const char *help;
};

static const struct mark marks[] = {
    {"[^", CODE_LEFT_NOTE, "this footnote is shown as it is typed",
     "put the note into the sentence, in brackets, or its source under sources: in the front matter"},
    {"][", CODE_LEFT_REFERENCE, "this link is shown as it is typed, because nothing says where it leads",
     "write [words](address)"},
    {"~~", CODE_LEFT_STRIKE, "text is not struck out here; the marks are shown",
     "take out the marks and what they strike out"},
    {"**", CODE_LEFT_STARS, "these stars are shown as they are typed",
     "put ** right at the first and right at the last letter of what is to be bold, with a blank or a full stop behind "
     "it"},
    {"!!! ", CODE_LEFT_BOX, "this mark for a box is shown as it is typed",
     "take the mark out, or write **Note:** and the text"},
    {":::", CODE_LEFT_BOX, "this mark for a box is shown as it is typed",
     "take the mark out, or write **Note:** and the text"},
    {"[!NOTE]", CODE_LEFT_BOX, "this mark for a box is shown as it is typed",
     "take the mark out, or write **Note:** and the text"},
    {"[!TIP]", CODE_LEFT_BOX, "this mark for a box is shown as it is typed",
     "take the mark out, or write **Tip:** and the text"},
    {"[!WARNING]", CODE_LEFT_BOX, "this mark for a box is shown as it is typed",
     "take the mark out, or write **Note:** and the text"},
    {"{{", CODE_PLACEHOLDER, "this was to be filled in", "write what belongs here, or take it out"},
};

/* The mark that stands at a place, or NULL. */
static const struct mark *mark_at(const char *words, size_t at)
{
    for (size_t i = 0; i < COUNT(marks); i++)
        if (strncmp(words + at, marks[i].text, strlen(marks[i].text)) == 0)
            return &marks[i];
    return NULL;
}

/* Each kind of mark is told once in a block: the second one of a pair is no other mistake. */
static void tell_marks(const struct looking *looking)
{
    const char *words = looking->block->words;
    unsigned told = 0;
    for (size_t at = 0; words[at]; at++) {
        if (strncmp(words + at, "](", 2) == 0) {
            tell_link(looking, at);
            continue;
        }
        const struct mark *mark = strchr("[]~*!:{", words[at]) ? mark_at(words, at) : NULL;
        unsigned bit = mark ? 1U << (mark - marks) : 0;
        if (!mark || told & bit)
            continue;
        struct place place = place_at(looking, at, strlen(mark->text));
        if (!markdown_was_typed(looking->body, looking->block, at, mark->text))
            continue;
        report(looking->diagnostics, mark->code, place, mark->help, "%s", mark->message);
        told |= bit;
    }
}

/* Signs that Word and other programs put before the items of a list. */
static const char *const bullets[] = {"•",
                                      "·",
                                      "▪",
                                      "▫",
                                      "◦",
                                      "‣",
                                      "∙",
                                      "●",
                                      "○",
                                      "■",
                                      "□",
                                      "►",
                                      "➢",
                                      "➤",
                                      "✓",
                                      "✔",
                                      "⁃",
                                      "\xEF\x82\xB7",
                                      "\xEF\x82\xA7",
                                      "\xEF\x83\xBC",
                                      "\xEF\x83\x98"};
static const char *const dashes[] = {"–", "—", "-"};

static size_t begins_with(const char *text, const char *const *signs, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (strncmp(text, signs[i], strlen(signs[i])) == 0)
            return strlen(signs[i]);
    return 0;
}

/* The sign that a line begins with like the item of a list: any of Word's, or a dash; "-5" is a number. */
static size_t item_sign(const char *line, bool *is_dash)
{
    size_t bullet = begins_with(line, bullets, COUNT(bullets));
    size_t dash = bullet ? 0 : begins_with(line, dashes, COUNT(dashes));
    *is_dash = dash > 0;
    bool blank = line[dash] == ' ' || line[dash] == '\t';
    if (dash == 1 ? !(ascii_is_letter(line[1]) || (unsigned char)line[1] >= 0x80) : dash && !blank)
        return 0;
    return bullet ? bullet : dash;
}

/* How many lines of the block begin like items, and where the first of them is. */
static size_t count_items(const char *words, size_t *first, bool *only_dashes)
{
    size_t count = 0;
    *only_dashes = true;
    for (const char *line = words; *line; line += strcspn(line, "\n"), line += *line == '\n') {
        bool is_dash = false;
        size_t sign = item_sign(line, &is_dash);
        if (sign && !count++)
            *first = (size_t)(line - words);
        *only_dashes = *only_dashes && (!sign || is_dash);
    }
    return count;
}

static bool is_item_block(const struct markdown_block *block, size_t *first)
{
    bool only_dashes = false;
    size_t count = count_items(block->words, first, &only_dashes);
    return count > (only_dashes ? 1 : 0) && !(block->quoted && only_dashes);
}

static size_t last_line(const struct markdown_block *block)
{
    return block->pieces[block->piece_count - 1].line;
}

/* A line of the list as it can be read. */
static void add_item(struct text *out, struct line line)
{
    size_t start = 0;
    while (start < line.size && strchr(" \t", line.at[start]))
        start++;
    bool is_dash = false;
    size_t sign = start < line.size ? item_sign(line.at + start, &is_dash) : 0;
    start += sign;
    while (sign && start < line.size && strchr(" \t", line.at[start]))
        start++;
    if (start < line.size)
        text_add(out, sign ? "- " : "  ");
    text_append(out, line.at + start, line.size - start);
}

/* The lines from the first item to the last line of block `last`, as a list. */
static void fix_items(const struct looking *looking, struct place place, const struct markdown_block *last, bool begins)
{
    size_t first = place.line - looking->body->first_line;
    size_t end = last_line(last);
    struct text out = {0};
    if (!begins)
        text_char(&out, '\n');
    for (size_t i = first; i < end && i < looking->body->line_count; i++) {
        if (i > first)
            text_char(&out, '\n');
        add_item(&out, looking->body->lines[i]);
    }
    const struct line *from = &looking->body->lines[first];
    const struct line *to = &looking->body->lines[end - 1];
    size_t length = utf8_length(from->at, (size_t)(to->at + to->size - from->at));
    diagnostics_fix(looking->diagnostics, (struct place){place.line, 1, length}, text_string(&out), true);
    text_free(&out);
}

/* A list that is none, over as many blocks as it has. Returns how many these are. */
static size_t tell_items(const struct looking *looking, size_t blocks)
{
    size_t first = 0;
    size_t next = 0;
    size_t count = 0;
    if (!is_item_block(looking->block, &first))
        return 1;
    for (count = 1; count < blocks && is_item_block(&looking->block[count], &next) && !next;)
        count++;
    bool is_dash = false;
    struct place place = place_at(looking, first, item_sign(looking->block->words + first, &is_dash));
    report(looking->diagnostics, CODE_LEFT_BULLET, place, "begin each line with a hyphen and a blank: - and the text",
           "this is no list: the sign at the start of the line is shown, and the lines run together");
    fix_items(looking, place, &looking->block[count - 1], first == 0);
    return count;
}

/* "[ ] to do" and "[x] done" at the start of an item. */
static void tell_task(const struct looking *looking)
{
    const char *words = looking->block->words;
    if (words[0] != '[' || !strchr(" xX", words[1]) || !words[1] || words[2] != ']' || words[3] != ' ')
        return;
    struct place place = place_at(looking, 0, 3);
    report(looking->diagnostics, CODE_LEFT_TASK, place, "take the brackets out, and say in words what is done",
           "the box of this task is shown as it is typed");
}

/* Words that stand where something was to be written later. */
static const char *const placeholders[] = {
    "TODO",           "TBC",   "TBD",   "FIXME",   "XXX",    "lorem ipsum",    "insert text here", "[insert",
    "[add ",          "[name", "[date", "[number", "[your ", "your text here", "to be added",      "to be completed",
    "to be confirmed"};

/* Bytes of the placeholder that a text holds from *at on; 0 when it holds none. */
static size_t placeholder_in(const char *text, size_t *at)
{
    for (; text[*at]; ++*at) {
        if (*at && (ascii_is_letter(text[*at - 1]) || ascii_is_digit(text[*at - 1])))
            continue;
        for (size_t i = 0; i < COUNT(placeholders); i++) {
            size_t size = strlen(placeholders[i]);
            bool loud = ascii_is_capital(placeholders[i][0]);
            int order =
                loud ? strncmp(text + *at, placeholders[i], size) : strncasecmp(text + *at, placeholders[i], size);
            char next = order ? 'a' : text[*at + size];
            if (!order && (!(ascii_is_letter(next) || ascii_is_digit(next)) || placeholders[i][0] == '['))
                return size;
        }
    }
    return 0;
}

static void tell_placeholders(const struct looking *looking)
{
    size_t at = 0;
    size_t size = placeholder_in(looking->block->words, &at);
    if (size)
        report(looking->diagnostics, CODE_PLACEHOLDER, place_at(looking, at, size),
               "write what belongs here, or take it out", "\"%.*s\" stands where something was to be written",
               (int)size, looking->block->words + at);
}

void leftovers_check(struct arena *arena, const struct markdown_body *body, struct diagnostics *diagnostics)
{
    struct looking looking = {.arena = arena, .body = body, .diagnostics = diagnostics};
    size_t listed = 0; /* blocks up to here belong to a list that was told */
    for (size_t i = 0; i < body->block_count; i++) {
        looking.block = &body->blocks[i];
        if (i >= listed)
            listed = i + tell_items(&looking, body->block_count - i);
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

void leftovers_check_answer(struct arena *arena, const char *text, struct place place, struct diagnostics *diagnostics)
{
    size_t at = 0;
    size_t size = placeholder_in(text, &at);
    if (size || strncmp(text, "{{", 2) == 0)
        report(diagnostics, CODE_PLACEHOLDER_ANSWER, place, "write the answer, or take the line out",
               "\"%.*s\" stands where an answer was to be written", (int)(size ? size : 2), size ? text + at : text);
    for (at = 0; text[at] && !(size = markup_at(text + at));)
        at++;
    if (text[at])
        report(diagnostics, CODE_MARKUP, place, "write the plain words", "\"%.*s\" is shown to readers as it is typed",
               size > 60 ? 60 : (int)size, text + at);
    size_t length = strlen(text);
    bool curly =
        length > 6 && strncmp(text, "“", 3) == 0 && strcmp(text + length - 3, "”") == 0 && !strstr(text + 3, "“");
    if (curly)
        report(diagnostics, CODE_QUOTED, place,
               arena_format(arena, "write %s", arena_copy(arena, text + 3, length - 6)),
               "the quotation marks around this answer are shown to readers");
}
