#include "indexer/content/front_yaml.h"

#include <assert.h>
#include <string.h>

#include "indexer/base/lines.h"
#include "indexer/base/utf8.h"
#include "indexer/base/yaml_write.h"
#include "indexer/content/codes.h"

enum { RECOVERIES_MAX = 12 };

/* One kind of YAML problem in the author's words. %s in a message is the detail. */
struct yaml_words {
    enum code_id code;
    const char *message;
    const char *help;
};

static const struct yaml_words yaml_words[TREE_TROUBLE_COUNT] = {
    [TREE_TOO_DEEP] = {CODE_YAML_DEPTH, "lists or brackets are nested more than 32 deep",
                       "write it flatter; no field needs more than three levels"},
    [TREE_ALIAS] = {CODE_YAML_ALIAS, "*%s is an alias, which is not used here",
                    "write the text out, or put it in quotes if it begins with *"},
    [TREE_ANCHOR] = {CODE_YAML_ALIAS, "&%s is an anchor, which is not used here",
                     "take it out, or put the text in quotes if it begins with &"},
    [TREE_TAG] = {CODE_YAML_TAG, "%s is a tag, which is not used here",
                  "take it out, or put the text in quotes if it begins with !"},
    [TREE_DIRECTIVE] = {CODE_YAML_DIRECTIVE, "a line that begins with % is not used here", "take the line out"},
    [TREE_SECOND_DOCUMENT] = {CODE_YAML_SECOND, "a second document begins here",
                              "take this line out; only one front matter is read"},
    [TREE_KEY_NOT_TEXT] = {CODE_YAML_KEY, "a key must be a word", "write key: value"},
    [TREE_NUL] = {CODE_YAML_NUL, "this text holds a NUL character", "take \\0 or \\x00 out"},
};

static void report_problem(struct arena *arena, const struct yaml_problem *problem, struct diagnostics *diagnostics)
{
    if (problem->trouble == TREE_DUPLICATE_KEY) {
        report(diagnostics, CODE_YAML_DUPLICATE, problem->place, "keep one of them",
               "\"%s\" stands twice; it is on line %zu already", problem->detail, problem->first_line);
        return;
    }
    const struct yaml_words *words = &yaml_words[problem->trouble];
    const char *spot = strstr(words->message, "%s");
    const char *message = spot ? arena_format(arena, "%.*s%s%s", (int)(spot - words->message), words->message,
                                              problem->detail ? problem->detail : "", spot + 2)
                               : words->message;
    report(diagnostics, words->code, problem->place, words->help, "%s", message);
}

static bool starts_entry(struct line line)
{
    return line.size && strchr(" \t-#]}\r", line.at[0]) == NULL;
}

/* "key" of a line "  - key: value" or "key: value", or NULL. *value is what follows. */
static const char *line_key(struct arena *arena, struct line line, struct line *value)
{
    size_t from = 0;
    while (from < line.size && strchr(" \t-", line.at[from]))
        from++;
    const char *colon = memchr(line.at + from, ':', line.size - from);
    if (!colon)
        return NULL;
    const char *end = line.at + line.size;
    const char *text = colon + 1;
    while (text < end && *text == ' ')
        text++;
    *value = (struct line){text, (size_t)(end - text)};
    return arena_copy(arena, line.at + from, (size_t)(colon - line.at) - from);
}

static bool contains(struct line line, const char *wanted)
{
    size_t length = strlen(wanted);
    for (size_t i = 0; i + length <= line.size; i++)
        if (memcmp(line.at + i, wanted, length) == 0)
            return true;
    return false;
}

/* The line as it can be read: what was meant, in quotation marks, those inside it marked as such. */
static const char *write_help(struct arena *arena, const char *key, struct line value)
{
    while (value.size && strchr(" \t\r", value.at[value.size - 1]))
        value.size--;
    return arena_format(arena, "write %s: %s", key, yaml_quoted(arena, value.at, value.size));
}

/* The help that fits a line that could not be read, judged by the line itself and not by what libyaml says. */
static const char *syntax_help(struct arena *arena, struct line line, const char **message)
{
    struct line value = {NULL, 0};
    const char *key = line_key(arena, line, &value);
    if (!key) {
        *message = "this line is neither \"key: value\" nor a list item \"- text\"";
        return "join it to the line before, or give it a key and a colon";
    }
    char first = value.size ? value.at[0] : '\0';
    bool closed = value.size > 1 && value.at[value.size - 1] == first;
    if (first == '"' || first == '\'') {
        *message = arena_format(
            arena,
            "the text after \"%s:\" begins with a quotation mark and does not end with one, or has another inside",
            key);
        if (closed)
            return write_help(arena, key, (struct line){value.at + 1, value.size - 2});
        return first == '"' ? "end it with \"; a quotation mark inside is written \\\""
                            : "end it with '; an apostrophe inside is written ''";
    }
    if (first == '[' || first == '{') {
        *message = arena_format(arena, "the list after \"%s:\" does not end on this line as it should", key);
        return "end it with ] and put commas between the items";
    }
    if (contains(value, ": ") || (value.size && value.at[value.size - 1] == ':')) {
        *message = arena_format(arena, "the text after \"%s:\" holds a colon, so it needs quotation marks", key);
        return write_help(arena, key, value);
    }
    if (first && strchr("@`%&*!|>,#", first)) {
        *message =
            arena_format(arena, "the text after \"%s:\" begins with %c, so it needs quotation marks", key, first);
        return write_help(arena, key, value);
    }
    *message = "this line cannot be read";
    return "check the indentation and the line before it; lists are written [one, two] or as lines that begin with \"- "
           "\"";
}

/* The line to blame: where a text or list began that never ended, else where reading stopped. */
static size_t blamed_line(const char *front, size_t size, const struct yaml_problem *problem, size_t first_line)
{
    size_t at = problem->place.line - first_line + 1;
    size_t began = problem->first_line - first_line + 1;
    if (began > 1 && began < at)
        return began;
    struct line line = line_number(front, size, at);
    return line.size || at <= 1 ? at : at - 1;
}

/* Overwrites the top-level entry around a line with blanks, so that the rest can be read. */
static void blank_entry(struct arena *arena, char *front, size_t size, size_t number, struct string_list *broken)
{
    size_t first = number;
    while (first > 1 && !starts_entry(line_number(front, size, first)))
        first--;
    struct line value;
    const char *key = line_key(arena, line_number(front, size, first), &value);
    string_list_add(arena, broken, key ? key : "");
    size_t from = (size_t)(line_number(front, size, first).at - front);
    for (size_t i = from; i < size; i++) {
        bool at_line = i > from && front[i - 1] == '\n';
        if (at_line && starts_entry((struct line){front + i, 1}) && front[i] != '\n')
            break;
        if (front[i] != '\n' && front[i] != '\r')
            front[i] = ' ';
    }
}

static void report_syntax(struct arena *arena, const char *front, size_t size, size_t number, size_t first_line,
                          struct diagnostics *diagnostics)
{
    struct line line = line_number(front, size, number);
    size_t column = 0;
    while (column < line.size && line.at[column] == ' ')
        column++;
    const char *message = NULL;
    const char *help = syntax_help(arena, line, &message);
    struct place place = {number + first_line - 1, column + 1, utf8_length(line.at + column, line.size - column)};
    report(diagnostics, CODE_YAML_SYNTAX, place, help, "%s", message);
}

static struct place place_in_line(struct line line, size_t number, size_t offset, size_t size)
{
    return (struct place){number, utf8_length(line.at, offset) + 1, utf8_length(line.at + offset, size)};
}

/* A tab where spaces belong is told and taken for two of them, which is what was meant. */
static void mend_tabs(char *front, size_t size, struct line line, size_t number, struct diagnostics *diagnostics)
{
    size_t start = strspn(line.at, " \t");
    if (start >= line.size || !memchr(line.at, '\t', start))
        return;
    report(diagnostics, CODE_YAML_SYNTAX, place_in_line(line, number, 0, start),
           "indent with spaces, two for each level", "a tab is used to indent this line");
    for (char *at = front + (line.at - front); at < front + size && at < line.at + start; at++)
        *at = ' ';
}

static bool lacks_blank(struct line line)
{
    size_t key = strspn(line.at, "abcdefghijklmnopqrstuvwxyz_");
    return key && key + 1 < line.size && line.at[key] == ':' && !strchr(" \t\r/", line.at[key + 1]);
}

/* What stands from a byte of a line on, as it can be read; marks and brackets that are there are left as they are. */
static const char *text_after(struct arena *arena, struct line line, size_t from)
{
    size_t size = line.size - from;
    while (size && strchr(" \t\r", line.at[from + size - 1]))
        size--;
    return strchr("\"'[{", line.at[from]) ? arena_copy(arena, line.at + from, size)
                                          : yaml_scalar(arena, line.at + from, size, false);
}

/* What can be seen line by line is told line by line: libyaml would blame another line, or read on. */
static void mend_lines(struct arena *arena, char *front, size_t size, size_t first_line, struct string_list *broken,
                       struct diagnostics *diagnostics)
{
    size_t number = 1;
    for (const char *at = front; at < front + size; number++) {
        struct line line = line_number(at, (size_t)(front + size - at), 1);
        mend_tabs(front, size, line, number + first_line - 1, diagnostics);
        if (lacks_blank(line)) {
            size_t key = strcspn(line.at, ":");
            report(diagnostics, CODE_YAML_SYNTAX, place_in_line(line, number + first_line - 1, 0, line.size),
                   arena_format(arena, "write %.*s: %s", (int)key, line.at, text_after(arena, line, key + 1)),
                   "a space is missing after the colon");
            blank_entry(arena, front, size, number, broken);
        }
        at = line_after(line, front + size);
    }
}

/* Where in a line a comment would cut a text that has no quotation marks; 0 when nowhere. */
static size_t cut_by_comment(struct arena *arena, struct line line, const char **key)
{
    struct line value = {NULL, 0};
    *key = line_key(arena, line, &value);
    if (!*key || !value.size || strchr("\"'[{#", value.at[0]) || line.at[strspn(line.at, " ")] == '#')
        return 0;
    for (size_t i = 1; i < value.size; i++)
        if (value.at[i] == '#' && (value.at[i - 1] == ' ' || value.at[i - 1] == '\t'))
            return (size_t)(value.at - line.at) + i;
    return 0;
}

void front_yaml_check_comments(struct arena *arena, const char *data, size_t size, size_t first_line,
                               struct diagnostics *diagnostics)
{
    const char *end = data + size;
    size_t number = first_line;
    for (const char *at = data; at < end; number++) {
        struct line line = line_number(at, (size_t)(end - at), 1);
        const char *key = NULL;
        size_t cut = cut_by_comment(arena, line, &key);
        size_t value = cut ? (size_t)(strchr(line.at, ':') - line.at) + 2 : 0;
        if (cut)
            report(diagnostics, CODE_YAML_SYNTAX, place_in_line(line, number, cut, line.size - cut),
                   write_help(arena, key, (struct line){line.at + value, line.size - value}),
                   "what follows # would be lost, so this text needs quotation marks");
        at = line_after(line, end);
    }
}

/*
 * libyaml stops at the first line it cannot read. To find every problem in one
 * run, the entry that line belongs to is reported, blanked and remembered as
 * broken, and the reading begins again.
 */
struct front_yaml front_yaml_read(struct arena *arena, const char *data, size_t size, size_t first_line,
                                  struct diagnostics *diagnostics)
{
    struct front_yaml yaml = {0};
    char *front = arena_copy(arena, data, size);
    mend_lines(arena, front, size, first_line, &yaml.broken, diagnostics);
    struct yaml_problems problems = {0};
    bool blanked = yaml.broken.count > 0;
    for (size_t round = 0; round < RECOVERIES_MAX; round++) {
        problems = (struct yaml_problems){0};
        yaml.root = yaml_tree_read(arena, front, size, first_line, &problems);
        const struct yaml_problem *last = problems.count ? &problems.items[problems.count - 1] : NULL;
        if (!last || last->trouble != TREE_SYNTAX)
            break;
        size_t number = blamed_line(front, size, last, first_line);
        report_syntax(arena, front, size, number, first_line, diagnostics);
        blank_entry(arena, front, size, number, &yaml.broken);
        problems.count = 0;
        blanked = true;
    }
    assert(problems.items || !problems.count);
    for (size_t i = 0; i < problems.count; i++)
        report_problem(arena, &problems.items[i], diagnostics);
    yaml.whole = yaml.root || (!blanked && !problems.count);
    return yaml;
}
