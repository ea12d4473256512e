#include "indexer/content/fences.h"

#include <string.h>

#include "indexer/base/lines.h"
#include "indexer/base/normalise.h"
#include "indexer/base/utf8.h"
#include "indexer/base/yaml_lines.h"
#include "indexer/content/codes.h"

/* A line of the file and its number. */
struct at_line {
    struct line line;
    size_t number;
};

struct walk {
    const char *data;
    const char *end;
    const struct yaml_names *names;
    struct diagnostics *diagnostics;
};

static bool at_end(const struct walk *walk, const struct at_line *at)
{
    return at->line.at >= walk->end;
}

static struct at_line first_line(const struct walk *walk)
{
    return (struct at_line){line_number(walk->data, (size_t)(walk->end - walk->data), 1), 1};
}

static struct at_line next_line(const struct walk *walk, struct at_line at)
{
    const char *next = line_after(at.line, walk->end);
    return (struct at_line){line_number(next, (size_t)(walk->end - next), 1), at.number + 1};
}

static struct line trimmed(struct line line)
{
    for (size_t odd = 1; line.size && odd;) {
        odd = normalise_odd_blank(line.at, line.size);
        odd = odd ? odd : yaml_blanks(line.at, line.size);
        line.at += odd;
        line.size -= odd;
    }
    while (line.size && strchr(" \t", line.at[line.size - 1]))
        line.size--;
    return line;
}

static bool is_fence(struct line line)
{
    return line.size >= 3 && memcmp(line.at, "---", 3) == 0 &&
           !trimmed((struct line){line.at + 3, line.size - 3}).size && !memchr(line.at, '\t', line.size);
}

/* The bytes of a sign that people draw a line with, or 0. */
static size_t drawn(const char *text, size_t size)
{
    static const char *const signs[] = {"-", "–", "—", "―", "−", "‐", "‑", "_", "*", "=", "~", ".", "…", " "};
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (*text == *signs[i] && strlen(signs[i]) <= size && memcmp(text, signs[i], strlen(signs[i])) == 0)
            return strlen(signs[i]);
    return 0;
}

/* A line that was drawn otherwise: ----, ..., the dash that Word makes of two hyphens, blanks before it. */
static bool is_like_fence(struct line line)
{
    struct line rest = trimmed(line);
    if (rest.size < 2 || is_fence(line))
        return false;
    while (rest.size) {
        size_t sign = drawn(rest.at, rest.size);
        if (!sign)
            return false;
        rest.at += sign;
        rest.size -= sign;
    }
    return true;
}

static bool is_heading(struct line line)
{
    size_t marks = 0;
    while (marks < line.size && line.at[marks] == '#')
        marks++;
    return marks >= 1 && marks <= 6 && marks + 1 < line.size && line.at[marks] == ' ';
}

/* A line that begins with a key that is known: surely an answer. */
static bool is_answer(const struct walk *walk, struct line line)
{
    struct yaml_key key = yaml_key_find(line.at, line.size);
    bool quoted = key.size > 2 && strchr("\"'", line.at[0]);
    return key.size && walk->names &&
           walk->names->shape(line.at + quoted, key.size - (quoted ? 2 : 0)) != SHAPE_UNKNOWN;
}

/* A line that may stand among answers: one of them, an item, something further in, a remark, nothing. */
static bool is_among_answers(const struct walk *walk, struct line line)
{
    return !line.size || strchr(" \t-#[]{}\"'", line.at[0]) || is_answer(walk, line);
}

/* Whether the lines from here to the next fence are answers, beginning with one. */
static bool answers_go_on(const struct walk *walk, struct at_line at)
{
    bool begun = false;
    for (; !at_end(walk, &at); at = next_line(walk, at)) {
        if (is_fence(at.line) || (begun && is_like_fence(at.line) && at.line.at[0] != ' '))
            return begun;
        if (!trimmed(at.line).size)
            continue;
        if (begun ? !is_among_answers(walk, at.line) : !is_answer(walk, at.line))
            return false;
        begun = true;
    }
    return false;
}

/* Whether a heading, or nothing more, comes next. */
static bool heading_follows(const struct walk *walk, struct at_line at)
{
    for (at = next_line(walk, at); !at_end(walk, &at); at = next_line(walk, at))
        if (trimmed(at.line).size)
            return is_heading(at.line) && at.line.at[1] == '#';
    return false;
}

/* Whether a line at the margin, three signs long or more, is the end of the answers, because no answers follow. */
static bool is_other_fence(const struct walk *walk, struct at_line at)
{
    struct at_line next = next_line(walk, at);
    bool is_long = utf8_length(at.line.at, at.line.size) >= 3;
    return is_long && !strchr(" \t", at.line.at[0]) && !is_fence(next.line) && !answers_go_on(walk, next);
}

static struct place whole_line(struct at_line at)
{
    return (struct place){at.number, 1, at.line.size ? utf8_length(at.line.at, at.line.size) : 1};
}

static void report_form(const struct walk *walk, struct at_line at)
{
    report(walk->diagnostics, CODE_FENCE_FORM, whole_line(at), "make this line ---",
           "three plain hyphens belong on this line, without other dashes, signs or blanks");
    diagnostics_fix(walk->diagnostics, whole_line(at), "---", true);
}

static void end_front(const struct walk *walk, struct fences *fences, struct at_line at, bool keeps)
{
    fences->front_size = (size_t)(at.line.at - fences->front);
    fences->body = keeps ? at.line.at : line_after(at.line, walk->end);
    fences->body_size = (size_t)(walk->end - fences->body);
    fences->body_line = at.number + !keeps;
}

static void report_missing_end(const struct walk *walk, struct at_line heading)
{
    report(walk->diagnostics, CODE_FRONT_OPEN, whole_line(heading), "write --- on a line of its own above this heading",
           "the answers before this heading are not ended by a line ---");
    diagnostics_fix(walk->diagnostics, (struct place){heading.number, 1, 0}, "---\n", true);
}

/* The line that ends the answers, from `at` on. False when there is none. */
static bool find_end(const struct walk *walk, struct at_line at, struct fences *fences)
{
    struct at_line heading = {0};
    for (; !at_end(walk, &at); at = next_line(walk, at)) {
        if (!heading.number && is_like_fence(at.line) && (heading_follows(walk, at) || is_other_fence(walk, at))) {
            report_form(walk, at);
            end_front(walk, fences, at, false);
            return true;
        }
        if (is_fence(at.line) && !answers_go_on(walk, next_line(walk, at)))
            break;
        if (!heading.number && is_heading(at.line) && at.line.at[1] == '#')
            heading = at;
        if (heading.number && !is_among_answers(walk, at.line))
            break;
    }
    bool ended = !at_end(walk, &at) && is_fence(at.line);
    if (!ended && !heading.number)
        return false;
    if (!ended)
        report_missing_end(walk, heading);
    end_front(walk, fences, ended ? at : heading, !ended);
    return true;
}

static void report_no_front(const struct walk *walk)
{
    report(walk->diagnostics, CODE_NO_FRONT, ((struct place){1, 1, 1}),
           "make the first line --- and put the answers (title: …) below it",
           "this file does not begin with the line ---");
}

/* Answers without a line above them, and with one below. */
static bool find_from_answer(const struct walk *walk, struct at_line at, struct fences *fences)
{
    struct walk quiet = *walk;
    quiet.diagnostics = NULL;
    fences->front = at.line.at;
    fences->front_line = at.number;
    report_no_front(walk);
    if (!is_answer(walk, at.line) || !find_end(&quiet, at, fences))
        return false;
    diagnostics_fix(walk->diagnostics, (struct place){at.number, 1, 0}, "---\n", true);
    return true;
}

bool fences_find(const char *data, size_t size, const struct yaml_names *names, struct fences *fences,
                 struct diagnostics *diagnostics)
{
    struct walk walk = {data, data + size, names, diagnostics};
    struct at_line at = first_line(&walk);
    while (!at_end(&walk, &at) && !trimmed(at.line).size)
        at = next_line(&walk, at);
    bool is_form = is_like_fence(at.line);
    if (!is_fence(at.line) && !is_form)
        return find_from_answer(&walk, at, fences);
    if (is_form)
        report_form(&walk, at);
    if (at.number > 1 && !is_form) {
        report(diagnostics, CODE_FENCE_FORM, ((struct place){1, 1, 1}), "take out what stands above the line ---",
               "the first line is empty; the line --- belongs there");
        diagnostics_fix(diagnostics, (struct place){1, 1, utf8_length(data, (size_t)(at.line.at - data))}, "", true);
    }
    struct place opening = whole_line(at);
    at = next_line(&walk, at);
    fences->front = at.line.at;
    fences->front_line = at.number;
    if (find_end(&walk, at, fences))
        return true;
    report(diagnostics, CODE_FRONT_OPEN, opening, "add a line --- after the last answer, before the first ## heading",
           "the front matter that begins here is not ended by a second line ---");
    return false;
}
