#include "catalogue/lsp/lsp_answers.h"

#include <string.h>

#include "catalogue/lsp/lsp_context.h"
#include "indexer/base/place.h"
#include "indexer/content/fences.h"
#include "indexer/content/headings.h"

/* Numbers of the protocol. */
enum {
    LSP_ERROR = 1,
    LSP_WARNING = 2,
    LSP_KIND_TEXT = 1,
    LSP_KIND_PROPERTY = 10,
    LSP_KIND_ENUM_MEMBER = 20,
    LSP_SYMBOL_PROPERTY = 7,
    LSP_SYMBOL_STRING = 15
};

enum { TITLE_MAX = 100 };

/* The bytes of a place; those of the first line where it is of the file as a whole or the text has none. */
static void bytes_of(const struct lsp_document *document, struct place place, size_t *from, size_t *to)
{
    const char *data = text_string(&document->text);
    place.length = place.length ? place.length : 1;
    if (place.line && place_bytes(data, document->text.size, place, from, to))
        return;
    *from = 0;
    *to = strcspn(data, "\n");
}

static void add_diagnostic(struct json *json, const struct lsp_document *document, const struct diagnostic *problem)
{
    struct text message = {0};
    size_t from = 0, to = 0;
    bytes_of(document, problem->place, &from, &to);
    text_add(&message, problem->message);
    if (problem->help)
        text_format(&message, "\n%s", problem->help);
    json_object_open(json);
    lsp_add_range(json, "range", text_string(&document->text), document->text.size, from, to);
    json_member_integer(json, "severity", problem->code->severity == SEVERITY_ERROR ? LSP_ERROR : LSP_WARNING);
    json_member_string(json, "code", problem->code->id);
    json_member_string(json, "source", "catalogue");
    json_member_string(json, "message", text_string(&message));
    json_object_close(json);
    text_free(&message);
}

void lsp_add_diagnostics(struct json *json, const struct lsp_document *document, const struct lsp_checked *checked)
{
    json_array_open(json);
    for (size_t i = 0; i < checked->diagnostics.count; i++)
        add_diagnostic(json, document, &checked->diagnostics.items[i]);
    json_array_close(json);
}

static void add_edit(struct json *json, const struct lsp_document *document, size_t from, size_t to, const char *text)
{
    json_object_open(json);
    lsp_add_range(json, "range", text_string(&document->text), document->text.size, from, to);
    json_member_string(json, "newText", text);
    json_object_close(json);
}

/* What a fix does, on one line: the line as it will be, or what help says first. */
static void add_title(struct text *title, const struct lsp_document *document, const struct diagnostic *problem,
                      size_t from, size_t to)
{
    const char *data = text_string(&document->text);
    const char *said = problem->help ? problem->help : problem->message;
    size_t begin = from;
    size_t end = to + strcspn(data + to, "\r\n");
    while (begin && data[begin - 1] != '\n')
        begin--;
    if (!memchr(data + begin, '\n', to - begin) && !strchr(problem->fix.text, '\n')) {
        text_append(title, data + begin, from - begin);
        text_add(title, problem->fix.text);
        text_append(title, data + to, end - to);
    }
    const char *line = text_string(title);
    if (title->size > TITLE_MAX || strspn(line, " \t") == title->size) {
        text_clear(title);
        text_append(title, said, strcspn(said, "\n"));
    }
}

static void add_action(struct json *json, const struct lsp_document *document, const struct diagnostic *problem)
{
    size_t from = 0, to = 0;
    if (!place_bytes(text_string(&document->text), document->text.size, problem->fix.place, &from, &to))
        return;
    struct text title = {0};
    add_title(&title, document, problem, from, to);
    json_object_open(json);
    json_member_string(json, "title", text_string(&title) + strspn(text_string(&title), " \t"));
    text_free(&title);
    json_member_string(json, "kind", "quickfix");
    json_member_bool(json, "isPreferred", problem->fix.safe);
    json_key(json, "diagnostics");
    json_array_open(json);
    add_diagnostic(json, document, problem);
    json_array_close(json);
    json_key(json, "edit");
    json_object_open(json);
    json_key(json, "changes");
    json_object_open(json);
    json_key(json, text_string(&document->uri));
    json_array_open(json);
    add_edit(json, document, from, to, problem->fix.text);
    json_array_close(json);
    json_object_close(json);
    json_object_close(json);
    json_object_close(json);
}

void lsp_add_actions(struct json *json, const struct lsp_document *document, const struct lsp_checked *checked,
                     size_t first_line, size_t last_line)
{
    json_array_open(json);
    for (size_t i = 0; i < checked->diagnostics.count; i++) {
        const struct diagnostic *problem = &checked->diagnostics.items[i];
        size_t line = problem->place.line ? problem->place.line - 1 : 0;
        if (problem->fix.text && line >= first_line && line <= last_line)
            add_action(json, document, problem);
    }
    json_array_close(json);
}

/* What is offered takes the place of the word that is being typed. */
static void add_item(struct json *json, const struct lsp_document *document, const struct lsp_context *context,
                     const char *label, int kind, const char *detail, const char *definition, const char *text)
{
    json_object_open(json);
    json_member_string(json, "label", label);
    json_member_integer(json, "kind", kind);
    json_member_string(json, "detail", detail);
    if (definition && *definition)
        json_member_string(json, "documentation", definition);
    json_key(json, "textEdit");
    add_edit(json, document, context->from, context->to, text);
    json_object_close(json);
}

/* Keys of a case study once each; behind one that takes a list or a group stands nothing yet. */
static void add_keys(struct json *json, const struct lsp_document *document, const struct lsp_context *context)
{
    for (size_t i = 0; i < context->field_count; i++) {
        const struct field *field = &context->fields[i];
        struct text text = {0};
        if (context->fields == case_fields &&
            lsp_has_key(text_string(&document->text), document->text.size, field->key))
            continue;
        text_format(&text, "%s:%s", field->key, field->type == FIELD_MAP ? "" : " ");
        add_item(json, document, context, field->key, LSP_KIND_PROPERTY, field->help,
                 field->need == FIELD_REQUIRED  ? "A case study must have it."
                 : field->need == FIELD_ADVISED ? "It makes a case study stronger."
                                                : NULL,
                 text_string(&text));
        text_free(&text);
    }
}

/* Whether a line of the text is this heading of a section. */
static bool has_heading(const char *data, const char *heading)
{
    size_t size = strlen(heading);
    for (const char *at = data; (at = strstr(at, "\n## ")) != NULL; at++)
        if (strncmp(at + 4, heading, size) == 0 && strchr(" \r\n", at[4 + size]))
            return true;
    return false;
}

/* The headings that the text does not have yet, in their order. */
static void add_headings(struct json *json, const struct lsp_document *document, const struct lsp_context *context)
{
    const char *heading;
    for (size_t i = 0; (heading = heading_at(i)) != NULL; i++) {
        struct text text = {0};
        text_format(&text, "## %s", heading);
        if (!has_heading(text_string(&document->text), heading))
            add_item(json, document, context, text_string(&text), LSP_KIND_TEXT, "a section of a case study",
                     heading_is_required(heading) ? "A case study must have it." : NULL, text_string(&text));
        text_free(&text);
    }
}

void lsp_add_completion(struct json *json, const struct lsp_document *document, const struct vocabularies *vocabularies,
                        struct lsp_position position)
{
    const char *data = text_string(&document->text);
    size_t size = document->text.size;
    struct lsp_context context = lsp_context_at(data, size, lsp_offset_of(data, size, position));
    const struct vocabulary *vocabulary =
        context.where == LSP_TERM ? vocabulary_find(vocabularies, context.field->vocabulary) : NULL;
    json_array_open(json);
    if (context.where == LSP_KEY)
        add_keys(json, document, &context);
    if (context.where == LSP_HEADING)
        add_headings(json, document, &context);
    for (size_t i = 0; vocabulary && i < vocabulary->count; i++) {
        const struct term *term = &vocabulary->terms[i];
        add_item(json, document, &context, term->id, LSP_KIND_ENUM_MEMBER, term->label, term->definition, term->id);
    }
    json_array_close(json);
}

/* What stands at a place, in words; "" when that is not known. */
static void add_words(struct text *words, const struct vocabularies *vocabularies, const struct lsp_context *context,
                      const char *word)
{
    if (context->where == LSP_KEY && context->field)
        text_format(words, "%s: %s\n\nFor example:\n\n%s:%s%s", context->field->key, context->field->help,
                    context->field->key, context->field->example[0] == '\n' ? "" : " ", context->field->example);
    const struct term *term = context->where == LSP_TERM
                                  ? vocabulary_term(vocabulary_find(vocabularies, context->field->vocabulary), word)
                                  : NULL;
    if (term)
        text_format(words, "%s%s%s", term->label, *term->definition ? ". " : "", term->definition);
}

void lsp_add_hover(struct json *json, const struct lsp_document *document, const struct vocabularies *vocabularies,
                   struct lsp_position position)
{
    const char *data = text_string(&document->text);
    size_t size = document->text.size;
    struct lsp_context context = lsp_context_at(data, size, lsp_offset_of(data, size, position));
    struct text words = {0};
    struct text word = {0};
    text_append(&word, data + context.from, context.to - context.from);
    add_words(&words, vocabularies, &context, text_string(&word));
    if (!words.size) {
        json_null(json);
    } else {
        json_object_open(json);
        json_key(json, "contents");
        json_object_open(json);
        json_member_string(json, "kind", "plaintext");
        json_member_string(json, "value", text_string(&words));
        json_object_close(json);
        lsp_add_range(json, "range", data, size, context.from, context.to);
        json_object_close(json);
    }
    text_free(&words);
    text_free(&word);
}

static void add_symbol(struct json *json, const struct lsp_document *document, const char *at, const char *end,
                       const char *name, size_t name_size, int kind)
{
    const char *data = text_string(&document->text);
    size_t from = (size_t)(at - data), to = (size_t)(end - data);
    json_object_open(json);
    json_key(json, "name");
    json_bytes(json, name, name_size);
    json_member_integer(json, "kind", kind);
    lsp_add_range(json, "range", data, document->text.size, from, to);
    lsp_add_range(json, "selectionRange", data, document->text.size, from, to);
    json_object_close(json);
}

void lsp_add_symbols(struct json *json, const struct lsp_document *document)
{
    static const char mark[] = "## ";
    const char *data = text_string(&document->text);
    const char *end = data + document->text.size;
    struct fences fences = {0};
    bool has_front = fences_find(data, document->text.size, NULL, &fences, NULL);
    json_array_open(json);
    for (const char *at = has_front ? fences.front : data; at < end;) {
        const char *stop = at + strcspn(at, "\r\n");
        bool in_front = has_front && at < fences.front + fences.front_size;
        size_t key = strspn(at, "abcdefghijklmnopqrstuvwxyz_");
        if (in_front && key && at[key] == ':')
            add_symbol(json, document, at, stop, at, key, LSP_SYMBOL_PROPERTY);
        else if (!in_front && strncmp(at, mark, sizeof mark - 1) == 0)
            add_symbol(json, document, at, stop, at + sizeof mark - 1, (size_t)(stop - at) - (sizeof mark - 1),
                       LSP_SYMBOL_STRING);
        at = stop + strspn(stop, "\r");
        at += at < end;
    }
    json_array_close(json);
}
