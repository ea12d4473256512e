#include "catalogue/draft/draft_report.h"

#include <string.h>

#include "search-cli/present/wrap.h"

enum { WIDTH = 80, INDENT = 4 };

/* "  an e-mail address: ann@council.example" */
static void add_line(struct text *out, const char *lead, const char *words)
{
    struct text line = {0};
    text_add(&line, lead);
    text_add(&line, words);
    text_add(out, "  ");
    wrap_string(out, text_string(&line), INDENT, WIDTH);
    text_free(&line);
}

static void add_head(struct text *out, const char *head)
{
    text_format(out, "\n%s\n", head);
}

void draft_report_parts(struct text *out, const struct draft_file *draft)
{
    const struct left_out *left_out = &draft->document.left_out;
    if (draft->body.placed.count)
        add_head(out, "Where its parts went");
    for (size_t i = 0; i < draft->body.placed.count; i++)
        add_line(out, "", draft->body.placed.items[i]);
    if (left_out->count || draft->document.remarks.count)
        add_head(out, "Left out");
    for (size_t i = 0; i < left_out->count; i++) {
        const char *why = left_out->items[i].why;
        struct text lead = {0};
        struct text words = {0};
        text_format(&lead, "%s: ", why);
        text_add(&words, left_out->items[i].words);
        while (i + 1 < left_out->count && strcmp(left_out->items[i + 1].why, why) == 0)
            text_format(&words, " / %s", left_out->items[++i].words);
        add_line(out, lead.data, words.data);
        text_free(&lead);
        text_free(&words);
    }
    for (size_t i = 0; i < draft->document.remarks.count; i++)
        add_line(out, "", draft->document.remarks.items[i]);
}

static void add_problems(struct text *out, const struct diagnostics *diagnostics)
{
    for (size_t i = 0; i < diagnostics->count; i++) {
        const struct diagnostic *problem = &diagnostics->items[i];
        struct text lead = {0};
        if (problem->place.line)
            text_format(&lead, "line %zu: ", problem->place.line);
        add_line(out, text_string(&lead), problem->message);
        text_free(&lead);
    }
    size_t more = diagnostics->errors + diagnostics->warnings - diagnostics->count;
    if (more)
        text_format(out, "  and %zu more\n", more);
}

void draft_report_rest(struct text *out, const struct diagnostics *diagnostics, const struct coach *coach,
                       const char *path)
{
    if (diagnostics->count) {
        add_head(out, "What remains to be done");
        add_problems(out, diagnostics);
        text_format(out, "  Each # in the file is a question to you. How to mend each: catalogue check %s\n", path);
    } else {
        add_head(out, "Nothing has to be mended. Each # in the file is a question to you.");
    }
    if (coach->count) {
        const struct gain *gain = coach->steps[0].gain;
        struct text line = {0};
        text_add(out, "\n");
        text_format(&line,
                    "After that, what would strengthen it most is %s: %s. Lines to start from: catalogue coach %s",
                    gain->section ? gain->section : case_fields[gain->field].key, coach->steps[0].what, path);
        wrap_string(out, text_string(&line), 0, WIDTH);
        text_free(&line);
    }
}
