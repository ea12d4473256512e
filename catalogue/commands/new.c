#include "catalogue/command.h"
#include "catalogue/commands.h"
#include "catalogue/commands/new_take.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "catalogue/draft/draft.h"
#include "catalogue/draft/draft_known.h"
#include "catalogue/draft/draft_report.h"
#include "indexer/base/file.h"
#include "indexer/base/file_write.h"
#include "indexer/content/case_check.h"
#include "indexer/content/case_parse.h"
#include "indexer/content/check.h"
#include "indexer/content/vocabulary_read.h"

static const struct option options[] = {
    {"from", "FILE", "a document (HTML, Markdown, an e-mail or other text), or answers as YAML; - for standard input",
     OPTION_TEXT(struct new_options, from), .completes = COMPLETES_FILES},
    {"from-issue", "FILE", "the text of an issue form: ### and what was asked, then the answer",
     OPTION_TEXT(struct new_options, from_issue), .completes = COMPLETES_FILES},
    {"ask", NULL, "ask for the answers, also where the input is no terminal", OPTION_FLAG(struct new_options, ask)},
    {"dry-run", NULL, "print the file and write nothing", OPTION_FLAG(struct new_options, dry_run)},
};

static const char *const examples[] = {
    "catalogue new",
    "asks for the ten answers that a case study must have; go on another day with the same command",
    "catalogue new --from report.html",
    "a draft of a case study from what Word or a browser saved as HTML, and what remains to be done",
    "pandoc report.docx | catalogue new --from -",
    "from a Word file, by way of pandoc",
    "catalogue new --from notes.md \"Barbers offer blood pressure checks\"",
    "with a title of your own, which also names the file",
    "catalogue new --from answers.yaml",
    "from answers by the keys of the front matter, and sections by their headings",
    NULL,
};

/* One making of a file. */
struct making {
    struct invocation *invocation;
    struct vocabularies vocabularies;
    struct draft_known known;
    struct diagnostics diagnostics; /* of the catalogue first, then of the draft */
    struct draft_file draft;
    enum exit_status status; /* how it ends where no draft comes of it */
    const char *shown;       /* its place in the catalogue */
    const char *path;
};

/* SOURCE_DATE_EPOCH where it is set, else what the clock says. */
static const char *today(struct arena *arena)
{
    const char *epoch = getenv("SOURCE_DATE_EPOCH");
    time_t now = epoch && *epoch ? (time_t)strtoll(epoch, NULL, 10) : time(NULL);
    struct tm day;
    if (!gmtime_r(&now, &day))
        return "";
    return arena_format(arena, "%04d-%02d-%02d", day.tm_year + 1900, day.tm_mon + 1, day.tm_mday);
}

/* The document's bytes, or false after a complaint. */
static bool read_document(struct invocation *invocation, struct file *file)
{
    const char *path = new_path(invocation);
    bool piped = strcmp(path, "-") == 0;
    enum file_status status = piped ? file_read_rest(invocation->arena, 0, DOCUMENT_MAIL_MAX, file)
                                    : file_read(invocation->arena, path, DOCUMENT_MAIL_MAX, file);
    size_t most = status == FILE_DONE ? document_most(file->data) : DOCUMENT_MAIL_MAX;
    if (file->size > most)
        status = FILE_TOO_LARGE;
    const char *named = piped ? "standard input" : path;
    const char *fault = status == FILE_DONE ? document_fault(file->data, file->size) : NULL;
    if (status == FILE_TOO_LARGE)
        complain(invocation, "%s is larger than %zu MiB; save it without its pictures", named, most >> 20);
    else if (status != FILE_DONE)
        complain(invocation, "%s %s", named, file_status_text(status, file->reason));
    else if (fault)
        complain(invocation, "%s %s", named, fault);
    else if (!file->data[strspn(file->data, " \t\r\n")])
        complain(invocation, "%s has no words", named);
    else
        return true;
    return false;
}

/* What the draft leans on. */
static bool read_catalogue(struct making *making)
{
    struct invocation *invocation = making->invocation;
    bool good = vocabularies_read(invocation->arena, invocation->root, &making->vocabularies, &making->diagnostics) &&
                draft_known_read(invocation->arena, invocation->root, &making->known, &making->diagnostics);
    const char *failure = diagnostics_failure(invocation->arena, &making->diagnostics);
    const struct diagnostic *first = making->diagnostics.count ? making->diagnostics.items : NULL;
    if (failure)
        complain(invocation, "%s", failure);
    else if (!good && first)
        complain(invocation, "%s: %s", first->path, first->message);
    diagnostics_free(&making->diagnostics);
    making->diagnostics = (struct diagnostics){0};
    return good;
}

static bool make_draft(struct making *making, const struct file *file)
{
    struct invocation *invocation = making->invocation;
    const struct draft_base base = {.vocabularies = &making->vocabularies,
                                    .known = &making->known,
                                    .title = invocation->argument_count ? invocation->arguments[0] : NULL,
                                    .today = today(invocation->arena)};
    if (!(file ? new_take(invocation, &base, file, &making->draft, &making->status)
               : new_ask(invocation, &base, &making->draft, &making->status)))
        return false;
    making->shown = arena_format(invocation->arena, "content/case-studies/%s.md", making->draft.id);
    making->path = file_join(invocation->arena, invocation->root, making->shown);
    if (making->draft.size <= CASE_FILE_MAX)
        return true;
    complain(invocation, "the text is longer than a case study may be, which is %d KiB; take the parts that matter",
             CASE_FILE_MAX >> 10);
    return false;
}

/* A file that says the same is there already when this was run before. */
static bool is_same(const struct making *making)
{
    struct file file = {0};
    return file_read(making->invocation->arena, making->path, CASE_FILE_MAX, &file) == FILE_DONE &&
           file.size == making->draft.size && memcmp(file.data, making->draft.data, file.size) == 0;
}

static bool write_draft(struct making *making)
{
    struct invocation *invocation = making->invocation;
    int reason = 0;
    if (file_create(making->path, making->draft.data, making->draft.size, &reason))
        text_format(&invocation->out, "%s written\n", making->shown);
    else if (is_same(making))
        text_format(&invocation->out, "%s is there already, and says the same\n", making->shown);
    else if (reason == EEXIST)
        complain(invocation, "%s is there already; give another title, or take that file away", making->shown);
    else
        complain(invocation, "%s cannot be written: %s", making->shown, strerror(reason));
    return !invocation->talk.size;
}

/* What check says, and coach first, to `out`. */
static enum exit_status report(struct making *making, struct text *out)
{
    struct invocation *invocation = making->invocation;
    struct arena *arena = invocation->arena;
    const struct case_context context = {&making->vocabularies, invocation->root};
    const struct draft_file *draft = &making->draft;
    struct diagnostics *diagnostics = &making->diagnostics;
    bool dry = ((const struct new_options *)invocation->options)->dry_run;
    struct diagnostics *parsing = dry ? diagnostics : NULL;
    diagnostics_file(diagnostics, making->shown, draft->data, draft->size);
    const struct case_study *study =
        case_parse(arena, making->shown, draft->data, draft->size, &making->vocabularies, parsing);
    if (dry)
        case_check(arena, study, &context, diagnostics);
    else
        check_catalogue(invocation->root, &making->shown, 1, NULL, NULL, diagnostics);
    const char *failure = diagnostics_failure(arena, diagnostics);
    if (failure)
        return complain(invocation, "not all could be checked: %s", failure);
    const struct coach coach = coach_of(arena, study, &making->vocabularies, case_newest_date(study));
    diagnostics_sort(diagnostics);
    draft_report_parts(out, draft);
    draft_report_rest(out, diagnostics, &coach, making->shown);
    return EXIT_FOUND;
}

static enum exit_status run(struct invocation *invocation)
{
    const struct new_options *given = invocation->options;
    struct making making = {.invocation = invocation, .status = EXIT_TROUBLE};
    struct file file = {0};
    enum exit_status status = EXIT_TROUBLE;
    bool asks = !new_path(invocation);
    if (!(asks || read_document(invocation, &file)) || !read_catalogue(&making) ||
        !make_draft(&making, asks ? NULL : &file))
        return making.status;
    if (given->dry_run)
        text_append(&invocation->out, making.draft.data, making.draft.size);
    bool done = given->dry_run || write_draft(&making);
    if (done)
        status = report(&making, given->dry_run ? &invocation->remark : &invocation->out);
    if (done && asks && !given->dry_run)
        new_forget(invocation);
    diagnostics_free(&making.diagnostics);
    return status;
}

static bool accepts(struct invocation *invocation)
{
    const struct new_options *given = invocation->options;
    if (given->from && given->from_issue)
        complain(invocation, "--from and --from-issue are two ways in; give one of them");
    else if (given->ask && new_path(invocation))
        complain(invocation, "--ask goes without a document");
    else if (new_path(invocation) ? !*new_path(invocation) : !given->ask && !isatty(STDIN_FILENO))
        complain(invocation, "name a document: catalogue new --from FILE");
    else
        return true;
    return false;
}

/* Answers that are asked for are kept until all are given. */
static void touches(struct invocation *invocation, struct sandbox *sandbox)
{
    struct arena *arena = invocation->arena;
    if (new_path(invocation))
        sandbox_allow(arena, sandbox, new_path(invocation), false);
    else
        sandbox_allow(arena, sandbox, file_join(arena, invocation->root, "build"), true);
    sandbox_allow(arena, sandbox, file_join(arena, invocation->root, "content/case-studies"), true);
}

const struct command new_command = {
    .name = "new",
    .arguments = "[TITLE]",
    .summary = "begin a case study: asks, or reads a document that you have",
    .audience = "contributors",
    .needs = NEEDS_ROOT | NEEDS_OUTPUT,
    COMMAND_OPTIONS(options, struct new_options),
    .most = 1,
    .asks = "a title of several words stands in quotation marks",
    .examples = examples,
    .accepts = accepts,
    .touches = touches,
    .run = run,
};
