#include "catalogue/draft/read/form_table.h"

#include <string.h>
#include <strings.h>

#include "catalogue/draft/read/markdown_escape.h"
#include "indexer/base/ascii.h"
#include "indexer/base/lines.h"
#include "indexer/base/text.h"
#include "indexer/content/headings.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

enum { LABEL_MAX = 160, SHORT_MAX = 40, ROWS_MAX = 100 };

const char form_table_end[] = "\n##\n\n";
const char form_table_columns[] = "what the columns of a table are called";
const char form_table_unanswered[] = "a question without an answer";

static bool is_known(const struct form_row *row)
{
    return heading_meant(row->label) || heading_front(row->label);
}

/* Words, and not a figure with its unit. */
static bool is_said(const char *answer)
{
    size_t letters = 0;
    size_t others = 0;
    for (; *answer; answer++) {
        letters += ascii_is_letter(*answer);
        others += ascii_is_digit(*answer);
    }
    return letters > 3 * others && letters > 3;
}

bool form_table(const struct form_row *rows, size_t count)
{
    size_t known = 0;
    size_t bold = 0;
    size_t said = 0;
    size_t answered = 0;
    size_t size = 0;
    for (size_t i = 0; i < count; i++) {
        if (!*rows[i].label || strlen(rows[i].label) > LABEL_MAX)
            return false;
        known += is_known(&rows[i]);
        bold += rows[i].bold;
        said += is_said(rows[i].answer);
        answered += *rows[i].answer != '\0';
        size += strlen(rows[i].answer);
    }
    bool sentences = answered && size / answered > SHORT_MAX;
    return count > 1 && said * 2 >= answered && answered &&
           ((known > 1 && known * 2 >= count) || (bold == count && (known || sentences)));
}

bool form_table_names_columns(const struct form_row *rows, size_t count)
{
    static const char *const names[] = {"question", "questions", "section", "heading", "item",
                                        "field",    "topic",     "prompt",  "theme"};
    return count > 2 && strlen(rows[0].answer) <= SHORT_MAX &&
           ascii_is_one_of(rows[0].label, strlen(rows[0].label), names, COUNT(names));
}

static struct line line_at(const char *text)
{
    return (struct line){text, strcspn(text, "\n")};
}

static const char *behind(struct line line)
{
    return line.at + line.size + (line.at[line.size] == '\n');
}

static const char *trimmed(struct arena *arena, const char *from, const char *end)
{
    while (from < end && *from == ' ')
        from++;
    while (end > from && end[-1] == ' ')
        end--;
    return arena_copy(arena, from, (size_t)(end - from));
}

/* "| a | b |", with bars at its ends or without: its two cells; false when it has others. */
static bool two_cells(struct arena *arena, struct line line, const char *cells[2])
{
    const char *at = line.at + strspn(line.at, " ");
    const char *end = line.at + line.size;
    while (end > at && end[-1] == ' ')
        end--;
    at += *at == '|';
    end -= end > at && end[-1] == '|' && end[-2] != '\\';
    size_t count = 0;
    for (const char *from = at; from <= end; from = at + 1) {
        for (at = from; at < end && *at != '|'; at++)
            at += *at == '\\' && at + 1 < end;
        if (count == 2)
            return false;
        cells[count++] = trimmed(arena, from, at);
    }
    /* "Costs |" */
    if (count == 1)
        cells[count++] = "";
    return true;
}

/* "|---|:--|" */
static bool is_ruler(struct line line)
{
    return line.size > 2 && strspn(line.at, "|:- ") == line.size && memchr(line.at, '|', line.size) &&
           memchr(line.at, '-', line.size);
}

/* Without the stars of bold letters around it. */
static const char *without_stars(struct arena *arena, const char *label, bool *bold)
{
    size_t size = strlen(label);
    *bold = size > 4 && strspn(label, "*_") >= 2 && strchr("*_", label[size - 1]) && strchr("*_", label[size - 2]);
    return *bold ? arena_copy(arena, label + 2, size - 4) : label;
}

/* Bytes of the tag that ends a line in a cell; 0 where there is none. No other tags are read. */
static size_t line_end(const char *at)
{
    if (*at != '<' || strncasecmp(at + 1, "br", 2) != 0)
        return 0;
    size_t size = 3 + strspn(at + 3, " /");
    return at[size] == '>' ? size + 1 : 0;
}

/* Each line of an answer is a paragraph; those with a bullet are items of a list. */
static void add_answer(struct text *out, const char *answer)
{
    bool first = true;
    bool item_before = false;
    while (*answer) {
        size_t size = 0;
        while (answer[size] && !line_end(answer + size))
            size++;
        size_t blanks = strspn(answer, " ");
        size_t bullet = blanks < size ? markdown_bullet(answer + blanks, size - blanks) : 0;
        bool item = bullet || (size > blanks + 2 && strchr("-*", answer[blanks]) && answer[blanks + 1] == ' ');
        if (blanks + bullet < size) {
            text_add(out, first ? "" : item && item_before ? "\n" : "\n\n");
            text_add(out, bullet ? "- " : "");
            text_append(out, answer + blanks + bullet, size - blanks - bullet);
            item_before = item;
            first = false;
        }
        answer += size;
        answer += line_end(answer);
    }
}

static void add_rows(struct arena *arena, struct text *out, const struct form_row *rows, size_t count,
                     struct left_out *left_out)
{
    size_t first = form_table_names_columns(rows, count) ? 1 : 0;
    if (first) {
        const char *names = arena_format(arena, "%s, %s", rows[0].label, rows[0].answer);
        left_out_add(arena, left_out, form_table_columns, names, strlen(names));
    }
    for (size_t i = first; i < count; i++) {
        if (!*rows[i].answer) {
            left_out_add(arena, left_out, form_table_unanswered, rows[i].label, strlen(rows[i].label));
            continue;
        }
        text_format(out, "\n## %s\n\n", rows[i].label);
        add_answer(out, rows[i].answer);
        text_char(out, '\n');
    }
    text_add(out, form_table_end);
}

/* Behind the form that begins at a line, which it adds; NULL when none does. */
static const char *add_form(struct arena *arena, struct text *out, struct line line, struct left_out *left_out)
{
    struct form_row rows[ROWS_MAX];
    const char *cells[2] = {"", ""};
    size_t count = 0;
    struct line below = line_at(behind(line));
    if (!memchr(line.at, '|', line.size) || !is_ruler(below))
        return NULL;
    for (const char *at = line.at; *at; at = behind(line)) {
        line = line_at(at);
        if (at == below.at)
            continue;
        if (!memchr(line.at, '|', line.size))
            break;
        if (count == ROWS_MAX || !two_cells(arena, line, cells))
            return NULL;
        struct form_row *row = &rows[count++];
        row->label = without_stars(arena, cells[0], &row->bold);
        row->answer = cells[1];
    }
    /* A head without words is there because Markdown wants one. */
    size_t first = count && !*rows[0].label && !*rows[0].answer ? 1 : 0;
    if (!form_table(rows + first, count - first))
        return NULL;
    add_rows(arena, out, rows + first, count - first, left_out);
    return memchr(line.at, '|', line.size) ? behind(line) : line.at;
}

const char *form_table_markdown(struct arena *arena, const char *markdown, struct left_out *left_out)
{
    struct text out = {0};
    bool fenced = false;
    while (*markdown) {
        struct line line = line_at(markdown);
        fenced ^= strncmp(line.at, "```", 3) == 0 || strncmp(line.at, "~~~", 3) == 0;
        const char *next = fenced ? NULL : add_form(arena, &out, line, left_out);
        if (!next) {
            text_append(&out, line.at, line.size);
            text_char(&out, '\n');
            next = behind(line);
        }
        markdown = next;
    }
    const char *words = arena_copy(arena, text_string(&out), out.size);
    text_free(&out);
    return words;
}
