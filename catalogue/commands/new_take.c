#include "catalogue/commands/new_take.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "catalogue/draft/draft_given.h"
#include "catalogue/draft/read/document_text.h"
#include "catalogue/interview.h"
#include "catalogue/refresh.h"
#include "indexer/base/file_write.h"
#include "indexer/base/yaml_make.h"
#include "indexer/content/field_names.h"
#include "indexer/content/source.h"

static const char kept_folder[] = "build";
static const char kept_name[] = "build/new-answers.yaml";

/* One taking of what was given. */
struct taking {
    struct invocation *invocation;
    const struct draft_base *base;
    struct diagnostics diagnostics;
    struct draft_file *draft;
    enum exit_status status;
};

const char *new_path(const struct invocation *invocation)
{
    const struct new_options *given = invocation->options;
    return given->from_issue ? given->from_issue : given->from;
}

static bool is_answers(const char *path)
{
    size_t size = strlen(path);
    return (size > 5 && strcmp(path + size - 5, ".yaml") == 0) || (size > 4 && strcmp(path + size - 4, ".yml") == 0);
}

/* From answers by their keys; false after their mistakes were told. */
static bool take_answers(struct taking *taking, const struct document_text *text)
{
    struct invocation *invocation = taking->invocation;
    struct document document = {.title = "", .markdown = ""};
    struct draft_body body = draft_body_empty();
    const char *path = new_path(invocation);
    diagnostics_file(&taking->diagnostics, path, text->data, text->size);
    bool guarded = source_guard(text->data, text->size, CASE_FILE_MAX, &taking->diagnostics);
    const struct yaml_node *answers =
        guarded ? source_read_yaml(invocation->arena, text->data, text->size, &case_names, &taking->diagnostics) : NULL;
    bool good = answers && answers->kind == TREE_MAP && !taking->diagnostics.errors;
    if (good) {
        draft_given(invocation->arena, answers, &document, &body);
        *taking->draft = draft_of_parts(invocation->arena, taking->base, &document, &body);
    } else if (taking->diagnostics.errors) {
        refresh_say_errors(invocation, &taking->diagnostics);
        taking->status = EXIT_NOTHING;
    } else {
        complain(invocation, "%s has no answers: write each as a key of the front matter, a colon and the answer",
                 path);
    }
    diagnostics_free(&taking->diagnostics);
    taking->diagnostics = (struct diagnostics){0};
    return good;
}

static bool take_issue(struct taking *taking, const struct document_text *text)
{
    struct invocation *invocation = taking->invocation;
    struct document document = {.title = "", .markdown = ""};
    struct draft_body body = draft_body_empty();
    if (!draft_issue(invocation->arena, taking->base, text->data, &document, &body)) {
        complain(invocation, "%s is not the text of an issue form: no line begins with ### and a blank",
                 new_path(invocation));
        return false;
    }
    *taking->draft = draft_of_parts(invocation->arena, taking->base, &document, &body);
    return true;
}

bool new_take(struct invocation *invocation, const struct draft_base *base, const struct file *file,
              struct draft_file *draft, enum exit_status *status)
{
    const struct new_options *given = invocation->options;
    const struct document_text text = document_text(invocation->arena, file->data, file->size);
    struct taking taking = {.invocation = invocation, .base = base, .draft = draft, .status = EXIT_TROUBLE};
    bool done = true;
    if (given->from_issue)
        done = take_issue(&taking, &text);
    else if (is_answers(given->from))
        done = take_answers(&taking, &text);
    else
        *draft = draft_of_document(invocation->arena, base, given->from, file->data, file->size);
    *status = taking.status;
    return done;
}

/* The answers of the last time; an empty map where there are none. NULL after a complaint. */
static struct yaml_node *kept_answers(struct invocation *invocation, const char *path)
{
    struct arena *arena = invocation->arena;
    struct yaml_node *answers = yaml_make(arena, TREE_MAP);
    struct diagnostics diagnostics = {0};
    size_t size = 0;
    const char *data = source_load_if_there(arena, path, kept_name, CASE_FILE_MAX, &size, &diagnostics);
    const struct yaml_node *kept = data ? source_read_yaml(arena, data, size, &case_names, &diagnostics) : NULL;
    bool good = !diagnostics.errors;
    for (size_t i = 0; good && kept && kept->kind == TREE_MAP && i < kept->count; i++)
        yaml_make_entry(arena, answers, kept->entries[i].key, kept->entries[i].value);
    refresh_say_errors(invocation, &diagnostics);
    diagnostics_free(&diagnostics);
    if (!good)
        complain(invocation, "the answers that were kept cannot be read; mend %s or take it away", kept_name);
    return good ? answers : NULL;
}

bool new_ask(struct invocation *invocation, const struct draft_base *base, struct draft_file *draft,
             enum exit_status *status)
{
    struct arena *arena = invocation->arena;
    struct document document = {.title = "", .markdown = ""};
    struct draft_body body = draft_body_empty();
    struct interview interview = {.arena = arena,
                                  .vocabularies = base->vocabularies,
                                  .in = STDIN_FILENO,
                                  .out = stderr,
                                  .path = file_join(arena, invocation->root, kept_name)};
    int reason = 0;
    interview.answers = kept_answers(invocation, interview.path);
    if (!interview.answers)
        return false;
    if (base->title && !yaml_get(interview.answers, case_fields[CASE_TITLE].key))
        yaml_make_entry(arena, interview.answers, case_fields[CASE_TITLE].key, yaml_make_scalar(arena, base->title));
    else if (interview.answers->count)
        fprintf(stderr, "Going on with the %zu answers in %s.\n", interview.answers->count, kept_name);
    if (!file_make_folders(file_join(arena, invocation->root, kept_folder), &reason)) {
        complain(invocation, "%s cannot be made: %s", kept_folder, strerror(reason));
        return false;
    }
    bool done = interview_ask(&interview);
    if (interview.problem) {
        complain(invocation, "%s", interview.problem);
    } else if (!done) {
        text_format(&invocation->remark, "\nWhat you answered is kept in %s. To go on: catalogue new\n", kept_name);
        *status = EXIT_NOTHING;
    } else {
        draft_given(arena, interview.answers, &document, &body);
        *draft = draft_of_parts(arena, base, &document, &body);
    }
    return done;
}

void new_forget(struct invocation *invocation)
{
    const char *path = file_join(invocation->arena, invocation->root, kept_name);
    if (access(path, F_OK) == 0 && unlink(path) != 0)
        text_format(&invocation->remark, "%s is no longer needed, and could not be taken away\n", kept_name);
}
