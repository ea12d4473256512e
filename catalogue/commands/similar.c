#include "catalogue/command.h"
#include "catalogue/commands.h"

#include "catalogue/query_options.h"
#include "catalogue/terminal.h"
#include "indexer/base/json.h"
#include "search-cli/present/wrap.h"
#include "search-cli/similar.h"

enum { INDENT = 4 };

enum similar_format { SIMILAR_TEXT, SIMILAR_JSON, SIMILAR_IDS, SIMILAR_FORMATS };

struct similar_options {
    size_t limit;
    enum similar_format format;
};

static const struct keyword formats[] = {
    {"text", SIMILAR_TEXT, NULL}, {"json", SIMILAR_JSON, NULL}, {"ids", SIMILAR_IDS, NULL}};

static const struct option options[] = {
    {"limit", "N", "show at most N neighbours", OPTION_NUMBER(struct similar_options, limit), .least = 1,
     .standard = 5},
    {"format", "FORMAT", NULL, OPTION_KEYWORD(struct similar_options, format, formats)},
};

static const char *const examples[] = {
    "catalogue similar safe-surgeries-network",
    "its neighbours, and what each has in common with it",
    "catalogue similar safe-surgeries-network --format ids",
    "only their ids",
    NULL,
};

struct similar_call {
    struct invocation *invocation;
    struct index *index;
    struct case_row study;
    struct similar_cases found;
};

static const char *tags_text(const struct similar_call *call, const struct similar_case *similar)
{
    struct string_list labels = {0};
    for (size_t i = 0; i < similar->tag_count; i++)
        string_list_add(call->invocation->arena, &labels,
                        vocabulary_label(index_vocabularies(call->index), similar->tags[i].facet->vocabulary,
                                         similar->tags[i].term));
    return string_list_join(call->invocation->arena, &labels, ", ");
}

static void add_reason(struct text *out, const char *what, const char *reasons, size_t width)
{
    struct text line = {0};
    text_format(&line, "%s: %s", what, reasons);
    if (*reasons) {
        text_add(out, "    ");
        wrap_string(out, text_string(&line), INDENT, width);
    }
    text_free(&line);
}

static void print_as_text(struct text *out, const struct similar_call *call)
{
    struct tone title = tone_of(TONE_TITLE, call->invocation->color);
    size_t width = terminal_width();
    text_add(out, "Like: ");
    wrap_string(out, call->study.title, 6, width);
    for (size_t i = 0; i < call->found.count; i++) {
        const struct similar_case *similar = &call->found.items[i];
        const struct marked heading = {.text = similar->study.title};
        text_format(out, "\n%2zu. ", i + 1);
        wrap_marked(out, &heading, INDENT, width, title, title);
        add_reason(out, "both", tags_text(call, similar), width);
        add_reason(out, "words of both", string_list_join(call->invocation->arena, &similar->words, ", "), width);
        text_format(out, "    %s  (%.0f%% alike)\n", similar->study.id, similar->similarity * 100);
    }
}

static void add_json_case(struct json *json, const struct similar_case *similar)
{
    json_object_open(json);
    json_member_string(json, "id", similar->study.id);
    json_member_string(json, "title", similar->study.title);
    json_member_string(json, "path", similar->study.path);
    json_key(json, "similarity");
    json_number(json, similar->similarity);
    json_key(json, "words");
    json_array_open(json);
    for (size_t i = 0; i < similar->words.count; i++)
        json_string(json, similar->words.items[i]);
    json_array_close(json);
    json_key(json, "tags");
    json_array_open(json);
    for (size_t i = 0; i < similar->tag_count; i++) {
        json_object_open(json);
        json_member_string(json, "field", similar->tags[i].facet->key);
        json_member_string(json, "term", similar->tags[i].term);
        json_object_close(json);
    }
    json_array_close(json);
    json_object_close(json);
}

static void print_as_json(struct text *out, const struct similar_call *call)
{
    struct json json = json_writer(out, true);
    json_object_open(&json);
    json_member_integer(&json, "format_version", 1);
    json_member_string(&json, "id", call->study.id);
    json_key(&json, "similar");
    json_array_open(&json);
    for (size_t i = 0; i < call->found.count; i++)
        add_json_case(&json, &call->found.items[i]);
    json_array_close(&json);
    json_object_close(&json);
    text_char(out, '\n');
}

static void print_as_ids(struct text *out, const struct similar_call *call)
{
    for (size_t i = 0; i < call->found.count; i++)
        text_format(out, "%s\n", call->found.items[i].study.id);
}

static void (*const prints[SIMILAR_FORMATS])(struct text *out, const struct similar_call *call) = {
    [SIMILAR_TEXT] = print_as_text, [SIMILAR_JSON] = print_as_json, [SIMILAR_IDS] = print_as_ids};

static enum exit_status run(struct invocation *invocation)
{
    const struct similar_options *given = invocation->options;
    struct similar_call call = {.invocation = invocation, .index = invocation->index};
    enum exit_status status = EXIT_TROUBLE;
    const char *id = query_options_id(invocation, invocation->arguments[0], &status);
    if (!id || !index_case(call.index, invocation->arena, id, &call.study))
        return status;
    call.found = similar_find(call.index, invocation->arena, call.study.row, given->limit);
    prints[given->format](&invocation->out, &call);
    return call.found.count ? EXIT_FOUND : EXIT_NOTHING;
}

const struct command similar_command = {
    .name = "similar",
    .arguments = "ID",
    .summary = "the neighbours of a case study, and why",
    .audience = "practitioners",
    .needs = NEEDS_INDEX_FRESH | NEEDS_PAGER,
    COMMAND_OPTIONS(options, struct similar_options),
    .least = 1,
    .most = 1,
    .asks = "like which case study? give one id; catalogue search finds ids",
    .completes = COMPLETES_IDS,
    .examples = examples,
    .run = run,
};
