#include "catalogue/interview.h"

#include <string.h>
#include <unistd.h>

#include "catalogue/draft/draft_words.h"
#include "catalogue/draft/read/document_text.h"
#include "catalogue/interview_terms.h"
#include "catalogue/site/contribute/questions.h"
#include "indexer/base/file_write.h"
#include "indexer/base/text.h"
#include "indexer/base/yaml_make.h"
#include "indexer/content/case_check.h"
#include "indexer/content/case_parse.h"
#include "indexer/content/case_write.h"
#include "indexer/content/codes.h"

enum { LINE_MOST = 8192 };

/* What became of a question. */
enum asked { ASKED_DONE, ASKED_AGAIN, ASKED_LEFT };

/* A line that was typed, without blanks around; NULL at the end of the input or for .quit. */
static const char *read_line(struct interview *interview)
{
    struct text line = {0};
    char byte = '\0';
    ssize_t count = 0;
    while (line.size < LINE_MOST && (count = read(interview->in, &byte, 1)) == 1 && byte != '\n')
        text_char(&line, byte);
    if (count < 0)
        interview->problem = "what is typed cannot be read";
    const struct document_text text = document_text(interview->arena, text_string(&line), line.size);
    const char *typed = draft_one_line(interview->arena, text.data + strspn(text.data, " \t"));
    bool left = (count <= 0 && !line.size) || strcmp(typed, ".quit") == 0;
    text_free(&line);
    return left ? NULL : typed;
}

static const char *prompt(struct interview *interview, const char *words)
{
    fprintf(interview->out, "%s> ", words);
    fflush(interview->out);
    return read_line(interview);
}

/* What `check` would say first of an answer by itself, with its help; NULL when that is good. */
static const char *fault_of(struct interview *interview, const struct field *field, const struct yaml_node *node)
{
    struct arena *arena = interview->arena;
    struct diagnostics diagnostics = {0};
    struct string_list unknown = {0};
    struct text file = {0};
    const char *fault = NULL;
    text_add(&file, "---\n");
    case_write_answer(&file, arena, interview->vocabularies, field, node, &unknown);
    text_add(&file, "---\n");
    const char *data = arena_copy(arena, file.data, file.size);
    diagnostics_file(&diagnostics, "x.md", data, file.size);
    const struct case_study *study = case_parse(arena, "x.md", data, file.size, interview->vocabularies, &diagnostics);
    case_check(arena, study, &(struct case_context){interview->vocabularies, NULL}, &diagnostics);
    for (size_t i = 0; i < diagnostics.count && !fault; i++) {
        const struct diagnostic *problem = &diagnostics.items[i];
        bool of_text = problem->code == &codes[CODE_SECTION_MISSING].code;
        if (problem->place.line > 1 && !of_text && problem->code->severity == SEVERITY_ERROR)
            fault = arena_format(arena, "%s%s%s", problem->message, problem->help ? ": " : "",
                                 problem->help ? problem->help : "");
    }
    diagnostics_free(&diagnostics);
    text_free(&file);
    return fault;
}

/* All answers so far, in place of those that the file had. */
static void keep(struct interview *interview)
{
    struct text file = {0};
    struct string_list unknown = {0};
    int reason = 0;
    for (size_t i = 0; i < CASE_FIELDS; i++) {
        const struct yaml_node *node = yaml_get(interview->answers, case_fields[i].key);
        if (node)
            case_write_answer(&file, interview->arena, interview->vocabularies, &case_fields[i], node, &unknown);
    }
    if (!file_write(interview->path, text_string(&file), file.size, NULL, &reason))
        interview->problem =
            arena_format(interview->arena, "%s cannot be written: %s", interview->path, strerror(reason));
    text_free(&file);
}

static enum asked take(struct interview *interview, const struct field *field, struct yaml_node *node)
{
    const char *fault = fault_of(interview, field, node);
    if (fault) {
        fprintf(interview->out, "  %s\n", fault);
        return ASKED_AGAIN;
    }
    yaml_make_entry(interview->arena, interview->answers, field->key, node);
    keep(interview);
    return ASKED_DONE;
}

/* The terms that a line names, one or some; NULL after saying what is none. */
static struct yaml_node *terms_of(struct interview *interview, const struct field *field, const char *line)
{
    const struct vocabulary *vocabulary = vocabulary_find(interview->vocabularies, field->vocabulary);
    struct yaml_node *list = yaml_make(interview->arena, TREE_LIST);
    while (*line) {
        size_t size = strcspn(line, ",;");
        const char *word = draft_one_line(interview->arena, arena_copy(interview->arena, line, size));
        const char *why = NULL;
        const struct term *term =
            *word ? interview_term(interview->arena, interview->vocabularies, vocabulary, word + (*word == ' '), &why)
                  : NULL;
        if (why) {
            fprintf(interview->out, "  %s\n", why);
            return NULL;
        }
        if (term)
            yaml_make_item(interview->arena, list, yaml_make_scalar(interview->arena, term->id));
        line += size + (line[size] != '\0');
    }
    if (!list->count)
        return NULL;
    return field->is_list ? list : list->items[0];
}

/* A line for a field; "?" shows what its terms mean. */
static enum asked answer(struct interview *interview, const struct field *field, const char *line)
{
    const struct vocabulary *vocabulary =
        field->vocabulary ? vocabulary_find(interview->vocabularies, field->vocabulary) : NULL;
    if (!*line)
        return ASKED_DONE;
    if (vocabulary && strcmp(line, "?") == 0) {
        interview_terms_show(interview->out, vocabulary, true);
        return ASKED_AGAIN;
    }
    struct yaml_node *node = vocabulary ? terms_of(interview, field, line) : yaml_make_scalar(interview->arena, line);
    return node ? take(interview, field, node) : ASKED_AGAIN;
}

/* The type of a partner, asked until it is one; NULL when somebody left. */
static struct yaml_node *ask_type(struct interview *interview, const struct field *type)
{
    for (;;) {
        const char *line = prompt(interview, "  what kind of organisation, by number or beginning; ? lists them");
        if (!line)
            return NULL;
        if (strcmp(line, "?") == 0)
            interview_terms_show(interview->out, vocabulary_find(interview->vocabularies, type->vocabulary), false);
        struct yaml_node *node = strcmp(line, "?") == 0 ? NULL : terms_of(interview, type, line);
        if (node)
            return node;
    }
}

/* Organisations, one after the other, until a name is left empty. */
static enum asked ask_partners(struct interview *interview, const struct field *field)
{
    const struct field *members = field->members;
    struct yaml_node *list = yaml_make(interview->arena, TREE_LIST);
    for (;;) {
        const char *name =
            prompt(interview, list->count ? "  the next organisation, or nothing" : "  the organisation that led");
        if (!name)
            return ASKED_LEFT;
        if (!*name)
            return list->count ? take(interview, field, list) : ASKED_DONE;
        struct yaml_node *type = ask_type(interview, &members[PARTNER_TYPE]);
        if (!type)
            return ASKED_LEFT;
        struct yaml_node *partner = yaml_make(interview->arena, TREE_MAP);
        yaml_make_entry(interview->arena, partner, members[PARTNER_NAME].key, yaml_make_scalar(interview->arena, name));
        yaml_make_entry(interview->arena, partner, members[PARTNER_TYPE].key, type);
        yaml_make_item(interview->arena, list, partner);
    }
}

static enum asked ask_once(struct interview *interview, const struct field *field)
{
    if (field->type == FIELD_MAP)
        return ask_partners(interview, field);
    const char *line = prompt(interview, "");
    return line ? answer(interview, field, line) : ASKED_LEFT;
}

static bool ask(struct interview *interview, const struct form_question *question)
{
    const struct field *field = &case_fields[question->field];
    const struct vocabulary *vocabulary =
        field->vocabulary ? vocabulary_find(interview->vocabularies, field->vocabulary) : NULL;
    enum asked asked = ASKED_AGAIN;
    fprintf(interview->out, "\n%s\n(%s)\n", question->label, field->help);
    if (vocabulary) {
        interview_terms_show(interview->out, vocabulary, false);
        fprintf(interview->out, "By number or beginning%s; ? says what they mean.\n",
                field->is_list ? ", several with commas between them" : "");
    }
    while (asked == ASKED_AGAIN && !interview->problem)
        asked = ask_once(interview, field);
    return asked == ASKED_DONE && !interview->problem;
}

bool interview_ask(struct interview *interview)
{
    fprintf(interview->out,
            "An empty line leaves a question open. .quit or Ctrl-D leaves; what was answered is kept.\n");
    for (size_t i = 0; i < FORM_STEPS; i++)
        for (size_t j = 0; j < FORM_QUESTIONS && form_steps[i].questions[j].label; j++) {
            const struct form_question *question = &form_steps[i].questions[j];
            bool wanted = !question->section && form_question_required(question) &&
                          !yaml_get(interview->answers, case_fields[question->field].key);
            if (wanted && !ask(interview, question))
                return false;
        }
    return true;
}
