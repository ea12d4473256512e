#include "indexer/content/body_lines.h"

#include <string.h>

#include "indexer/base/ascii.h"
#include "indexer/base/lines.h"
#include "indexer/base/normalise.h"
#include "indexer/base/string_list.h"
#include "indexer/base/text.h"
#include "indexer/base/utf8.h"
#include "indexer/content/codes.h"
#include "indexer/content/headings.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

enum { LEVEL_MAX = 6, INDENT_MAX = 3, BOLD_LONGEST = 60, LONE_LONGEST = 200, FENCE_LEAST = 3 };

struct mending {
    struct arena *arena;
    struct diagnostics *diagnostics;
    struct text out;
    size_t number; /* of the line in its file */
    enum body_kind kind;
    struct string_list present; /* the sections that stand as they should */
    size_t level;               /* of the heading before; 0 before the first */
    char fence;                 /* of the code that is open, or NUL */
    bool blank_before;          /* the line before is empty */
    bool in_text;               /* the line before belongs to a paragraph of plain text */
    const char *text_before;    /* that paragraph, when it is one line; else "" */
};

static size_t indent_of(struct line line)
{
    size_t at = 0;
    while (at < line.size && line.at[at] == ' ')
        at++;
    return at;
}

static bool is_blank(struct line line)
{
    for (size_t i = 0; i < line.size; i++)
        if (line.at[i] != ' ' && line.at[i] != '\t' && line.at[i] != '\r')
            return false;
    return true;
}

/* The heading's level, 0 when the line does not begin with number signs. *at is behind them. */
static size_t signs_of(struct line line, size_t *at)
{
    size_t start = indent_of(line);
    size_t end = start;
    while (end < line.size && line.at[end] == '#')
        end++;
    *at = end;
    return start <= INDENT_MAX && end - start <= LEVEL_MAX ? end - start : 0;
}

/* The words of a heading that begin at a byte, without the number signs that may close it. */
static const char *words_from(struct arena *arena, struct line line, size_t at)
{
    const char *words = normalise_trimmed(arena, arena_copy(arena, line.at + at, line.size - at));
    size_t size = strlen(words);
    size_t end = size;
    while (end && words[end - 1] == '#')
        end--;
    bool glued = at < line.size && line.at[at] != ' ' && line.at[at] != '\t';
    bool closed = end < size && (!end || words[end - 1] == ' ' || glued);
    return closed ? normalise_trimmed(arena, arena_copy(arena, words, end)) : words;
}

static bool is_bare_blank(struct line line, size_t at)
{
    return at >= line.size || line.at[at] == ' ' || line.at[at] == '\t' || line.at[at] == '\r';
}

static struct place whole_line(const struct mending *mending, struct line line)
{
    while (line.size && line.at[line.size - 1] == '\r')
        line.size--;
    return (struct place){mending->number, 1, utf8_length(line.at, line.size)};
}

/* Tells a heading of another form, with the line that was meant, and goes on with that. */
static void mend_form(struct mending *mending, struct line line, enum code_id code, size_t level, const char *words,
                      const char *message)
{
    const char *meant = arena_format(mending->arena, "%.*s %s", (int)level, "######", words);
    report(mending->diagnostics, code, whole_line(mending, line), arena_format(mending->arena, "write %s", meant), "%s",
           message);
    diagnostics_fix(mending->diagnostics, whole_line(mending, line), meant, true);
    text_add(&mending->out, meant);
    mending->level = level;
}

static bool is_missing(const struct mending *mending, const char *known)
{
    return known && mending->kind == BODY_OF_CASE && !string_list_have(&mending->present, known);
}

/* "# The need", "# How barbers offer it"; before the first section it is the title once more. */
static void mend_top_heading(struct mending *mending, struct line line, const char *words, const char *known)
{
    static const char message[] =
        "a heading of the first level (#) is not used in the text; the title is in the front matter";
    if (is_missing(mending, known)) {
        mend_form(mending, line, CODE_TOP_HEADING, 2, known, message);
    } else if (mending->level || mending->kind == BODY_PIECE) {
        mend_form(mending, line, CODE_TOP_HEADING, mending->level ? 3 : 2, words, message);
    } else {
        report(mending->diagnostics, CODE_TOP_HEADING, whole_line(mending, line), "take the line out", "%s", message);
        diagnostics_fix(mending->diagnostics, whole_line(mending, line), "", false);
    }
}

static void mend_hash_heading(struct mending *mending, struct line line, size_t level, size_t at)
{
    const char *words = words_from(mending->arena, line, at);
    const char *known = heading_known(words);
    if (!*words) {
        report(mending->diagnostics, CODE_HEADING_EMPTY, whole_line(mending, line),
               "write its words behind the number signs, or take the line out", "this heading has no words");
        diagnostics_fix(mending->diagnostics, whole_line(mending, line), "", true);
        return;
    }
    if (level == 1 && is_bare_blank(line, at)) {
        mend_top_heading(mending, line, words, known);
    } else if (!is_bare_blank(line, at)) {
        size_t own = level == 1 || (level > mending->level + 1 && mending->level) ? 3 : level;
        mend_form(mending, line, CODE_HEADING_FORM, is_missing(mending, known) ? 2 : own,
                  is_missing(mending, known) ? known : words,
                  "an ordinary blank is missing between the number signs and the words of this heading");
    } else if (level > 2 && is_missing(mending, known)) {
        mend_form(mending, line, CODE_HEADING_FORM, 2, known,
                  arena_format(mending->arena, "the heading of the section \"%s\" has two number signs", known));
    } else if (level > 2 && level > mending->level + 1 && mending->level) {
        mend_form(mending, line, CODE_HEADING_SKIPS, mending->level + 1, words,
                  arena_format(mending->arena, "this heading is of level %zu, and the one before it of level %zu",
                               level, mending->level));
    } else {
        text_append(&mending->out, line.at, line.size);
        mending->level = level;
    }
}

/* The words of a line that is bold as a whole; NULL when it is not. */
static const char *bold_words(struct arena *arena, struct line line)
{
    const char *words = normalise_trimmed(arena, arena_copy(arena, line.at, line.size));
    size_t size = strlen(words);
    bool marks = size > 4 && (memcmp(words, "**", 2) == 0 || memcmp(words, "__", 2) == 0);
    if (!marks || memcmp(words, words + size - 2, 2) != 0)
        return NULL;
    const char *inside = arena_copy(arena, words + 2, size - 4);
    bool odd = *inside == '*' || *inside == '_' || *inside == '#';
    return odd || strstr(inside, "**") || strstr(inside, "__") ? NULL : normalise_trimmed(arena, inside);
}

static bool ends_a_sentence(const char *words)
{
    size_t size = strlen(words);
    return size && strchr(".!?,;\"", words[size - 1]) != NULL;
}

/* The words of a line without the marks around them that other programs make headings of. */
static const char *undecorated(struct arena *arena, const char *words)
{
    static const char *const before[] = {"h2.", "h3.", "\74h1>", "\74h2>", "\74h3>", "\74h4>", "\xEF\xBC\x83"};
    static const char *const behind[] = {"\74/h1>", "\74/h2>", "\74/h3>", "\74/h4>"};
    for (size_t i = 0; i < COUNT(before);) {
        words += strspn(words, " \t#\\=*_>-+");
        size_t size = strlen(before[i]);
        bool there = strncmp(words, before[i], size) == 0;
        words += there ? size : 0;
        i = there ? 0 : i + 1;
    }
    size_t size = strlen(words);
    for (size_t i = 0; i < COUNT(behind); i++)
        if (size > strlen(behind[i]) && strcmp(words + size - strlen(behind[i]), behind[i]) == 0)
            size -= strlen(behind[i]);
    while (size && strchr(" \t#=*_-", words[size - 1]))
        size--;
    return arena_copy(arena, words, size);
}

/* A line by itself that is a heading in bold, or the words of a section that is missing, whatever stands around them. */
static bool mend_lone_line(struct mending *mending, struct line line)
{
    const char *bold = indent_of(line) <= INDENT_MAX ? bold_words(mending->arena, line) : NULL;
    const char *words = normalise_trimmed(mending->arena, arena_copy(mending->arena, line.at, line.size));
    const char *bare = undecorated(mending->arena, words);
    const char *known = strlen(bare) <= BOLD_LONGEST ? heading_known(bare) : NULL;
    if (is_missing(mending, known)) {
        bool bad_signs = strchr(words, '#') || !bare[0];
        mend_form(mending, line, CODE_HEADING_FORM, 2, known,
                  arena_format(mending->arena,
                               bad_signs ? "this line is meant as the heading \"%s\"; it begins with ## and a blank"
                                         : "this line is meant as the heading \"%s\", and has no ## before it",
                               known));
        return true;
    }
    if (!bold || ends_a_sentence(bold) || utf8_length(bold, strlen(bold)) > BOLD_LONGEST)
        return false;
    mend_form(
        mending, line, CODE_HEADING_BOLD, mending->level > 2 ? mending->level : 3, bold,
        "a line in bold stands where a heading is meant; those who listen to the page do not hear that it is one");
    return true;
}

static bool is_underline(struct line line, char sign)
{
    size_t at = indent_of(line);
    size_t dashes = at;
    while (dashes < line.size && line.at[dashes] == sign)
        dashes++;
    return at <= INDENT_MAX && dashes > at && is_blank((struct line){line.at + dashes, line.size - dashes});
}

/* Under a heading a line of equals signs makes it one of the first level, and one of hyphens of the second. */
static bool mend_double_line(struct mending *mending, struct line line)
{
    if (!mending->in_text || !is_underline(line, '='))
        return false;
    const char *meant = "---";
    bool is_heading = *mending->text_before && (heading_meant(mending->text_before) || mending->kind == BODY_PIECE);
    report(mending->diagnostics, is_heading ? CODE_TOP_HEADING : CODE_UNDERLINED, whole_line(mending, line),
           is_heading ? "write --- in its place, or ## before the words"
                      : "leave a blank line above it, or take it out",
           is_heading ? "a line of equals signs makes a heading of the first level, which is not used in the text"
                      : "a line of equals signs right below a text makes a heading of the text");
    diagnostics_fix(mending->diagnostics, whole_line(mending, line), is_heading ? meant : "", is_heading);
    text_add(&mending->out, is_heading ? meant : "");
    mending->level = is_heading ? 2 : mending->level;
    return true;
}

/* A line of hyphens right below a text makes a heading of the text. */
static bool mend_underline(struct mending *mending, struct line line)
{
    if (mend_double_line(mending, line))
        return true;
    if (!mending->in_text || !is_underline(line, '-') || mending->kind == BODY_PIECE ||
        heading_meant(mending->text_before))
        return false;
    struct place place = whole_line(mending, line);
    report(mending->diagnostics, CODE_UNDERLINED, place, "put a blank line above ---, or take it out",
           "a line of hyphens right below a text makes a heading of the text");
    place.length = 0;
    diagnostics_fix(mending->diagnostics, place, "\n", true);
    text_add(&mending->out, "***");
    return true;
}

static char fence_of(struct line line)
{
    size_t at = indent_of(line);
    char sign = at < line.size ? line.at[at] : '\0';
    size_t end = at;
    while (end < line.size && line.at[end] == sign)
        end++;
    return at <= INDENT_MAX && (sign == '`' || sign == '~') && end - at >= FENCE_LEAST ? sign : '\0';
}

/* Whether a line begins something else than a paragraph of text: a list, a quotation, a table, code. */
static bool begins_other(const struct mending *mending, struct line line)
{
    size_t at = indent_of(line);
    if (at > INDENT_MAX || line.at[at] == '\t')
        return !mending->in_text;
    size_t digits = at;
    while (digits < line.size && ascii_is_digit(line.at[digits]))
        digits++;
    bool ordered =
        digits > at && digits < line.size && strchr(".)", line.at[digits]) && is_bare_blank(line, digits + 1);
    return ordered || strchr(">|<", line.at[at]) || (strchr("-*+", line.at[at]) && is_bare_blank(line, at + 1));
}

static struct line peek(struct line line, const char *end)
{
    const char *next = line_after(line, end);
    return next < end ? line_number(next, (size_t)(end - next), 1) : (struct line){end, 0};
}

static void go_on(struct mending *mending, struct line line)
{
    bool was_text = mending->in_text;
    mending->blank_before = is_blank(line);
    mending->in_text = !mending->blank_before && (was_text || !begins_other(mending, line));
    mending->text_before = mending->in_text && !was_text
                               ? normalise_trimmed(mending->arena, arena_copy(mending->arena, line.at, line.size))
                               : "";
}

static void mend_line(struct mending *mending, struct line line, const char *end)
{
    size_t at = 0;
    size_t level = signs_of(line, &at);
    char fence = fence_of(line);
    bool code = mending->fence != '\0';
    if (fence && (!code || fence == mending->fence))
        mending->fence = code ? '\0' : fence;
    if (code || fence) {
        text_append(&mending->out, line.at, line.size);
        mending->in_text = mending->blank_before = false;
        return;
    }
    /* "#1 of all" is no heading: a single sign without a blank may be meant. */
    bool titled = level == 1 && at < line.size && ascii_is_capital(line.at[at]) && mending->blank_before &&
                  line.size < LONE_LONGEST && is_blank(peek(line, end));
    if (level && (is_bare_blank(line, at) || level > 1 || titled)) {
        mend_hash_heading(mending, line, level, at);
        mending->in_text = false;
        mending->blank_before = true;
        return;
    }
    if (mend_underline(mending, line)) {
        mending->in_text = false;
        mending->blank_before = true;
        return;
    }
    bool alone = mending->blank_before && line.size < LONE_LONGEST && !is_blank(line) && is_blank(peek(line, end));
    if (!(alone && mend_lone_line(mending, line))) {
        text_append(&mending->out, line.at, line.size);
        go_on(mending, line);
    }
}

/* The sections that stand as they should. */
static void find_present(struct mending *mending, const char *data, const char *end)
{
    for (const char *at = data; at < end;) {
        struct line line = line_number(at, (size_t)(end - at), 1);
        size_t behind = 0;
        bool right = signs_of(line, &behind) == 2 && is_bare_blank(line, behind);
        const char *known = right ? heading_known(words_from(mending->arena, line, behind)) : NULL;
        if (known && !string_list_have(&mending->present, known))
            string_list_add(mending->arena, &mending->present, known);
        at = line_after(line, end);
    }
}

const char *body_lines_mend(struct arena *arena, const char *data, size_t size, size_t first_line, enum body_kind kind,
                            struct diagnostics *diagnostics)
{
    struct mending mending = {.arena = arena,
                              .diagnostics = diagnostics,
                              .kind = kind,
                              .number = first_line,
                              .blank_before = true,
                              .text_before = ""};
    const char *end = data + size;
    find_present(&mending, data, end);
    for (const char *at = data; at < end; mending.number++) {
        struct line line = line_number(at, (size_t)(end - at), 1);
        mend_line(&mending, line, end);
        const char *next = line_after(line, end);
        if (next > line.at + line.size)
            text_char(&mending.out, '\n');
        at = next;
    }
    const char *mended = arena_copy(arena, text_string(&mending.out), mending.out.size);
    text_free(&mending.out);
    return mended;
}
