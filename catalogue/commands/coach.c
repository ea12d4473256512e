#include "catalogue/command.h"
#include "catalogue/commands.h"

#include <string.h>

#include "indexer/base/json.h"
#include "indexer/content/case_check.h"
#include "indexer/content/case_parse.h"
#include "indexer/content/given.h"
#include "indexer/content/source.h"
#include "indexer/content/vocabulary_read.h"
#include "search-cli/present/coach.h"
#include "search-cli/present/wrap.h"

enum { WIDTH = 80, INDENT = 3, LINES_INDENT = 7 };

struct coach_options {
    enum output_format format;
};

static const struct keyword formats[] = {{"text", FORMAT_TEXT, NULL}, {"json", FORMAT_JSON, "an object"}};

static const struct option options[] = {
    {"format", "FORMAT", NULL, OPTION_KEYWORD(struct coach_options, format, formats)},
};

static const char *const examples[] = {
    "catalogue coach content/case-studies/barbers.md",
    "what would make it stronger, the most valuable first",
    NULL,
};

/* What is told of a file. */
struct coached {
    const struct case_study *study;
    const struct vocabularies *vocabularies;
    struct coach coach;
    size_t errors, warnings;
};

static const char *level_label(const struct coached *coached)
{
    return vocabulary_label(coached->vocabularies, "evidence", coached->study->evidence.id);
}

/* A paragraph, from the column where its first line already is. */
static void add_wrapped(struct text *out, struct text *words, size_t indent)
{
    wrap_string(out, text_string(words), indent, WIDTH);
    text_free(words);
}

static void add_step(struct text *out, size_t number, const struct coach_step *step)
{
    const struct gain *gain = step->gain;
    struct text words = {0};
    text_format(out, "\n%zu. ", number);
    text_format(&words, "%s: %s.", gain->section ? gain->section : case_fields[gain->field].key, step->what);
    add_wrapped(out, &words, INDENT);
    text_add(out, "   ");
    text_format(&words, "It is worth it: %s. Add, with your own answers:", gain->why);
    add_wrapped(out, &words, INDENT);
    text_char(out, '\n');
    wrap_indented(out, step->lines, LINES_INDENT);
}

static void add_steps(struct text *out, const struct coach *coach)
{
    text_add(out,
             coach->count ? "\nNext steps, the most valuable first\n" : "\nNothing that others ask for is missing.\n");
    for (size_t i = 0; i < coach->count; i++)
        add_step(out, i + 1, &coach->steps[i]);
    if (coach->more)
        text_format(out, "\nThen %zu more, of less weight: run this again.\n", coach->more);
}

static void add_principles(struct text *out, const struct coach *coach)
{
    if (coach->principle_count)
        text_add(out, "\nPrinciples that it claims, and nothing in its file shows\n\n");
    for (size_t i = 0; i < coach->principle_count; i++) {
        const struct coach_principle *principle = &coach->principles[i];
        struct text words = {0};
        text_add(out, "   ");
        text_format(&words, "%s: would be shown by ", principle->term->label);
        for (size_t j = 0; j < principle->shown_by.count; j++)
            text_format(&words, "%s%s", j ? ", or " : "", principle->shown_by.items[j]);
        add_wrapped(out, &words, INDENT);
    }
}

static void add_evidence(struct text *out, const struct coached *coached)
{
    const struct evidence *evidence = &coached->study->evidence;
    struct text words = {0};
    text_format(&words, "Evidence: %s. %s", level_label(coached), evidence->reason);
    add_wrapped(out, &words, 0);
    if (evidence->next) {
        text_format(&words, "To raise it: %s", evidence->next);
        add_wrapped(out, &words, 0);
    }
}

static void add_text(struct text *out, const struct coached *coached)
{
    const char *title = case_text(coached->study, CASE_TITLE, coached->study->id);
    wrap_string(out, title, 0, WIDTH);
    if (coached->errors)
        text_format(out, "It has %zu error%s. First: catalogue check %s\n", coached->errors,
                    coached->errors == 1 ? "" : "s", coached->study->path);
    add_evidence(out, coached);
    text_format(out, "Of %zu answers that are advised it has %zu.\n", coached->coach.advised, coached->coach.filled);
    add_steps(out, &coached->coach);
    add_principles(out, &coached->coach);
}

static void add_json_steps(struct json *json, const struct coach *coach)
{
    json_key(json, "steps");
    json_array_open(json);
    for (size_t i = 0; i < coach->count; i++) {
        const struct coach_step *step = &coach->steps[i];
        json_object_open(json);
        if (step->gain->section)
            json_member_string(json, "section", step->gain->section);
        else
            json_member_string(json, "field", case_fields[step->gain->field].key);
        json_member_string(json, "what", step->what);
        json_member_string(json, "why", step->gain->why);
        json_member_string(json, "lines", step->lines);
        json_object_close(json);
    }
    json_array_close(json);
    json_member_integer(json, "more", (int64_t)coach->more);
}

static void add_json_principles(struct json *json, const struct coach *coach)
{
    json_key(json, "principles");
    json_array_open(json);
    for (size_t i = 0; i < coach->principle_count; i++) {
        const struct coach_principle *principle = &coach->principles[i];
        json_object_open(json);
        json_member_string(json, "id", principle->term->id);
        json_member_string(json, "label", principle->term->label);
        json_key(json, "shown_by");
        json_array_open(json);
        for (size_t j = 0; j < principle->shown_by.count; j++)
            json_string(json, principle->shown_by.items[j]);
        json_array_close(json);
        json_object_close(json);
    }
    json_array_close(json);
}

static void add_json(struct text *out, const struct coached *coached)
{
    struct json json = json_writer(out, true);
    json_object_open(&json);
    json_member_integer(&json, "format_version", 1);
    json_member_string(&json, "path", coached->study->path);
    json_member_string(&json, "title", case_text(coached->study, CASE_TITLE, NULL));
    json_member_integer(&json, "errors", (int64_t)coached->errors);
    json_member_integer(&json, "warnings", (int64_t)coached->warnings);
    json_key(&json, "evidence");
    json_object_open(&json);
    json_member_string(&json, "id", coached->study->evidence.id);
    json_member_string(&json, "label", level_label(coached));
    json_member_string(&json, "reason", coached->study->evidence.reason);
    json_member_string(&json, "next", coached->study->evidence.next);
    json_object_close(&json);
    add_json_steps(&json, &coached->coach);
    add_json_principles(&json, &coached->coach);
    json_member_integer(&json, "filled", (int64_t)coached->coach.filled);
    json_member_integer(&json, "advised", (int64_t)coached->coach.advised);
    json_object_close(&json);
    text_char(out, '\n');
}

/* What cannot be read at all is told as `check` tells it. */
static enum exit_status no_case(struct invocation *invocation, const struct diagnostics *diagnostics)
{
    const char *failure = diagnostics_failure(invocation->arena, diagnostics);
    const char *said = failure ? failure : diagnostics->count ? diagnostics->items[0].message : NULL;
    if (said)
        complain(invocation, "%s: %s", invocation->arguments[0], said);
    else
        complain(invocation, "%s is no case study", invocation->arguments[0]);
    return failure ? EXIT_TROUBLE : EXIT_NOTHING;
}

static enum exit_status coach(struct invocation *invocation, const char *data, size_t size,
                              const struct vocabularies *vocabularies, struct diagnostics *diagnostics)
{
    const struct coach_options *given = invocation->options;
    struct coached coached = {.vocabularies = vocabularies};
    coached.study = case_parse(invocation->arena, invocation->arguments[0], data, size, vocabularies, diagnostics);
    case_check(invocation->arena, coached.study, &(struct case_context){vocabularies, invocation->root}, diagnostics);
    const char *failure = diagnostics_failure(invocation->arena, diagnostics);
    if (failure)
        return complain(invocation, "%s", failure);
    coached.coach = coach_of(invocation->arena, coached.study, vocabularies, case_newest_date(coached.study));
    coached.errors = diagnostics->errors;
    coached.warnings = diagnostics->warnings;
    (given->format == FORMAT_JSON ? add_json : add_text)(&invocation->out, &coached);
    return EXIT_FOUND;
}

static enum exit_status run(struct invocation *invocation)
{
    struct vocabularies vocabularies = {0};
    struct diagnostics diagnostics = {0};
    const char *path = invocation->arguments[0];
    size_t size = 0;
    enum exit_status status = EXIT_NOTHING;
    struct given given = given_find(invocation->arena, invocation->root, path);
    bool good = vocabularies_read(invocation->arena, invocation->root, &vocabularies, &diagnostics);
    const char *data = good && given.kind == GIVEN_CASE
                           ? source_load(invocation->arena, given.path, path, CASE_FILE_MAX, &size, &diagnostics)
                           : NULL;
    if (!good && !diagnostics_failure(invocation->arena, &diagnostics))
        complain(invocation, "the vocabulary has errors; see: catalogue check");
    else if (given.kind == GIVEN_MISSING)
        complain(invocation, "%s is not there; name the file of a case study", path);
    else if (given.kind == GIVEN_FAILED)
        status = complain(invocation, "%s: %s", path, strerror(given.reason));
    else if (!data)
        status = no_case(invocation, &diagnostics);
    else
        status = coach(invocation, data, size, &vocabularies, &diagnostics);
    diagnostics_free(&diagnostics);
    return status;
}

static void touches(struct invocation *invocation, struct sandbox *sandbox)
{
    sandbox_allow(invocation->arena, sandbox, invocation->arguments[0], false);
}

const struct command coach_command = {
    .name = "coach",
    .arguments = "PATH",
    .summary = "say what would strengthen a case study, the most valuable first",
    .audience = "contributors",
    .needs = NEEDS_ROOT | NEEDS_PAGER,
    COMMAND_OPTIONS(options, struct coach_options),
    .least = 1,
    .most = 1,
    .asks = "name the file of one case study",
    .completes = COMPLETES_FILES,
    .examples = examples,
    .touches = touches,
    .run = run,
};
