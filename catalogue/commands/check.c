#include "catalogue/command.h"
#include "catalogue/commands.h"
#include "catalogue/commands/check_fix.h"
#include "catalogue/commands/check_github.h"
#include "catalogue/commands/check_sarif.h"
#include "catalogue/progress.h"
#include "catalogue/site/theme/theme.h"

#include <stdlib.h>
#include <string.h>

#include "indexer/base/file.h"
#include "indexer/base/file_write.h"
#include "indexer/base/json.h"
#include "indexer/content/check.h"
#include "indexer/content/fields.h"

struct check_options {
    enum output_format format;
    bool strict;
    bool fix;
    bool dry_run;
};

static const struct keyword formats[] = {
    {"text", FORMAT_TEXT, "the first 180 kB, and how many more there are"},
    {"json", FORMAT_JSON, "an array of all problems"},
    {"github", FORMAT_GITHUB, "ten annotations of a pull request, and all in the summary of the step"},
    {"sarif", FORMAT_SARIF, "a log of SARIF 2.1.0, for editors and services"},
};

static const struct option options[] = {
    {"strict", NULL, "warnings count as errors for the exit status", OPTION_FLAG(struct check_options, strict)},
    {"fix", NULL, "write what changes nothing that was said; shows the difference",
     OPTION_FLAG(struct check_options, fix)},
    {"dry-run", NULL, "with --fix: show the difference, write nothing", OPTION_FLAG(struct check_options, dry_run)},
    {"format", "FORMAT", NULL, OPTION_KEYWORD(struct check_options, format, formats)},
};

static const char *const examples[] = {
    "catalogue check",
    "every problem in the catalogue",
    "catalogue check content/case-studies/barbers.md",
    "one file; a page, a vocabulary or a folder may be named as well",
    "catalogue check --fix content/case-studies/barbers.md",
    "mend it as far as that is safe, and tell what is left",
    "catalogue check --format json",
    "for a program to read",
    "catalogue check --format github",
    "in a workflow of GitHub Actions: beside the lines of a pull request",
    NULL,
};

static void add_count(struct text *out, size_t count, const char *one, const char *many)
{
    text_format(out, "%zu %s", count, count == 1 ? one : many);
}

/* Which they are, where one file was checked and its author can add them. */
static void add_names(struct text *out, uint64_t fields)
{
    bool first = true;
    for (size_t i = 0; i < CASE_FIELDS; i++) {
        if (!(fields >> i & 1))
            continue;
        text_format(out, "%s%s", first ? "" : ", ", case_fields[i].key);
        first = false;
    }
}

/* "98 case studies checked: no errors, 2 warnings. 40 advised answers are missing in 31 of them." */
static void add_summary(struct text *out, const struct check_counts *counts, const struct diagnostics *diagnostics)
{
    if (counts->cases || !counts->others)
        add_count(out, counts->cases, "case study", "case studies");
    if (counts->others) {
        text_add(out, counts->cases ? " and " : "");
        add_count(out, counts->others, counts->cases ? "other file" : "file", counts->cases ? "other files" : "files");
    }
    text_add(out, " checked: ");
    add_count(out, diagnostics->errors, "error, ", "errors, ");
    add_count(out, diagnostics->warnings, "warning", "warnings");
    if (counts->advised_missing) {
        text_add(out, "; ");
        add_count(out, counts->advised_missing, "advised answer is missing", "advised answers are missing");
        text_add(out, counts->cases == 1 ? ": " : " in ");
        if (counts->cases == 1)
            add_names(out, counts->advised);
        else
            add_count(out, counts->advised_cases, "of them", "of them");
    }
    text_char(out, '\n');
}

/* Nobody reads more, and a folder of files of another kind has hundreds of thousands; the last one may go beyond it a little. */
enum { TEXT_MOST = 180 * 1000 };

/* In how many files the problems from here on are; they stand file by file. */
static size_t count_files(const struct diagnostics *diagnostics, size_t from)
{
    size_t count = 0;
    for (size_t i = from; i < diagnostics->count; i++)
        count += i == from || strcmp(diagnostics->items[i].path, diagnostics->items[i - 1].path) != 0;
    return count;
}

static void add_text(struct text *out, const struct diagnostics *diagnostics, bool color)
{
    size_t shown = 0;
    for (; shown < diagnostics->count && out->size < TEXT_MOST; shown++) {
        diagnostic_text(out, &diagnostics->items[shown], true, color);
        text_char(out, '\n');
    }
    size_t left_out = diagnostics->errors + diagnostics->warnings - shown;
    if (shown < diagnostics->count)
        text_format(out, "and %zu more, in %zu files; name a file or a folder, or see all with --format json\n\n",
                    left_out, count_files(diagnostics, shown));
    else if (left_out)
        text_format(out, "and %zu more of the same\n\n", left_out);
}

static void add_json(struct text *out, const struct diagnostics *diagnostics)
{
    struct json json = json_writer(out, true);
    json_array_open(&json);
    for (size_t i = 0; i < diagnostics->count; i++)
        diagnostic_json(&json, &diagnostics->items[i]);
    json_array_close(&json);
    text_char(out, '\n');
}

/* The summary of the step is a file that GitHub names; elsewhere there is none. False after a complaint. */
static bool add_github(struct invocation *invocation, const struct diagnostics *diagnostics)
{
    const char *path = getenv("GITHUB_STEP_SUMMARY");
    struct text summary = {0};
    int reason = 0;
    check_github_commands(&invocation->out, diagnostics);
    if (!path || !*path)
        return true;
    check_github_summary(&summary, diagnostics);
    bool done = file_append(path, text_string(&summary), summary.size, &reason);
    text_free(&summary);
    if (!done)
        complain(invocation, "the summary cannot be written to %s: %s", path, strerror(reason));
    return done;
}

/* Says what was found, in the format that was asked for; false after a complaint. */
static bool tell(struct invocation *invocation, enum output_format format, const struct diagnostics *diagnostics)
{
    switch (format) {
    case FORMAT_JSON:
        add_json(&invocation->out, diagnostics);
        return true;
    case FORMAT_GITHUB:
        return add_github(invocation, diagnostics);
    case FORMAT_SARIF:
        check_sarif(&invocation->out, diagnostics);
        return true;
    case FORMAT_TEXT:
    case FORMAT_CSV:
        break;
    }
    add_text(&invocation->out, diagnostics, invocation->color);
    return true;
}

static bool accepts(struct invocation *invocation)
{
    const struct check_options *given = invocation->options;
    if (!given->dry_run || given->fix)
        return true;
    complain(invocation, "--dry-run goes with --fix");
    return false;
}

/* Whatever publish would refuse is told here. */
static void check_theme(struct invocation *invocation, struct diagnostics *diagnostics)
{
    struct theme theme;
    theme_read(invocation->arena, invocation->root, "", &theme, diagnostics);
    diagnostics_sort(diagnostics);
}

static enum exit_status run(struct invocation *invocation)
{
    const struct check_options *given = invocation->options;
    struct diagnostics diagnostics = {0};
    struct mended_files mended = {.arena = invocation->arena};
    struct check_counts counts = check_catalogue(invocation->root, invocation->arguments, invocation->argument_count,
                                                 progress_for("Checking"), given->fix ? &mended : NULL, &diagnostics);
    if (!invocation->argument_count)
        check_theme(invocation, &diagnostics);
    progress_end();
    bool is_text = given->format == FORMAT_TEXT;
    bool written = check_fix(invocation, &mended, given->dry_run, is_text);
    add_summary(&invocation->remark, &counts, &diagnostics);
    written = tell(invocation, given->format, &diagnostics) && written;
    const char *failure = diagnostics_failure(invocation->arena, &diagnostics);
    bool missing = counts.missing;
    bool bad = diagnostics.errors || (diagnostics.warnings && given->strict) || (given->dry_run && mended.count);
    diagnostics_free(&diagnostics);
    if (failure)
        return complain(invocation, "not all could be checked: %s", failure);
    if (!written)
        return EXIT_TROUBLE;
    if (missing)
        return complain(invocation, "a path that was named is neither here nor in the catalogue");
    return bad ? EXIT_NOTHING : EXIT_FOUND;
}

static void touches(struct invocation *invocation, struct sandbox *sandbox)
{
    const struct check_options *given = invocation->options;
    const char *summary = getenv("GITHUB_STEP_SUMMARY");
    for (size_t i = 0; i < invocation->argument_count; i++)
        sandbox_allow(invocation->arena, sandbox, invocation->arguments[i], false);
    if (given->fix && !given->dry_run)
        sandbox_allow(invocation->arena, sandbox, file_join(invocation->arena, invocation->root, "content"), true);
    if (given->format == FORMAT_GITHUB && summary && *summary)
        sandbox_allow(invocation->arena, sandbox, summary, true);
}

const struct command check_command = {
    .name = "check",
    .arguments = "[PATH...]",
    .summary = "find every problem in case studies, vocabularies and pages",
    .audience = "contributors",
    .needs = NEEDS_ROOT,
    COMMAND_OPTIONS(options, struct check_options),
    .most = COMMAND_MANY,
    .completes = COMPLETES_FILES,
    .examples = examples,
    .accepts = accepts,
    .touches = touches,
    .run = run,
};
