#include "catalogue/command.h"
#include "catalogue/commands.h"

#include <strings.h>

#include "indexer/base/json.h"
#include "indexer/base/string_list.h"
#include "indexer/content/codes.h"
#include "indexer/content/nearest.h"
#include "search-cli/present/wrap.h"

enum { INDENT = 4 };

struct explain_options {
    enum output_format format;
};

static const struct keyword formats[] = {{"text", FORMAT_TEXT, NULL},
                                         {"json", FORMAT_JSON, "an array of codes with their examples"}};

static const struct option options[] = {
    {"format", "FORMAT", NULL, OPTION_KEYWORD(struct explain_options, format, formats)},
};

static const char *const examples[] = {
    "catalogue explain C203", "what the message with this code means", "catalogue explain", "every code there is", NULL,
};

static const char *severity_name(const struct code_entry *entry)
{
    return entry->code.severity == SEVERITY_ERROR ? "error" : "warning";
}

static void add_entry(struct text *out, const struct code_entry *entry)
{
    text_format(out, "%s (%s): %s\n\nwrong, %s\n\n", entry->code.id, severity_name(entry), entry->meaning,
                example_places[entry->where]);
    wrap_indented(out, entry->wrong, INDENT);
    text_add(out, "\nright\n\n");
    wrap_indented(out, entry->right, INDENT);
}

static void add_json(struct json *json, const struct code_entry *entry)
{
    json_object_open(json);
    json_member_string(json, "code", entry->code.id);
    json_member_string(json, "severity", severity_name(entry));
    json_member_string(json, "meaning", entry->meaning);
    json_member_string(json, "where", example_places[entry->where]);
    json_member_string(json, "wrong", entry->wrong);
    json_member_string(json, "right", entry->right);
    json_object_close(json);
}

static const struct code_entry *find(const char *id)
{
    for (size_t i = 0; i < CODE_COUNT; i++)
        if (strcasecmp(codes[i].code.id, id) == 0)
            return &codes[i];
    return NULL;
}

static enum exit_status unknown_code(struct invocation *invocation, const char *id)
{
    struct string_list ids = {0};
    for (size_t i = 0; i < CODE_COUNT; i++)
        string_list_add(invocation->arena, &ids, codes[i].code.id);
    const char *near = nearest(id, ids.items, ids.count);
    complain(invocation, "there is no code \"%s\"; %s%s", id,
             near ? "did you mean " : "for a list of all: catalogue explain", near ? near : "");
    return EXIT_NOTHING;
}

/* The entries asked for, all when none is; *missing is the first that does not exist. */
static size_t choose(const struct invocation *invocation, const struct code_entry **chosen, const char **missing)
{
    size_t count = invocation->argument_count ? invocation->argument_count : CODE_COUNT;
    for (size_t i = 0; i < count; i++) {
        chosen[i] = invocation->argument_count ? find(invocation->arguments[i]) : &codes[i];
        if (!chosen[i] && !*missing)
            *missing = invocation->arguments[i];
    }
    return count;
}

static void add_text(struct text *out, const struct code_entry **chosen, size_t count, bool in_full)
{
    for (size_t i = 0; i < count; i++) {
        if (!in_full)
            text_format(out, "%s  %-7s  %s\n", chosen[i]->code.id, severity_name(chosen[i]), chosen[i]->meaning);
        else
            add_entry(out, chosen[i]);
        text_add(out, in_full && i + 1 < count ? "\n" : "");
    }
}

static void add_json_array(struct text *out, const struct code_entry **chosen, size_t count)
{
    struct json json = json_writer(out, true);
    json_array_open(&json);
    for (size_t i = 0; i < count; i++)
        add_json(&json, chosen[i]);
    json_array_close(&json);
    text_char(out, '\n');
}

static enum exit_status run(struct invocation *invocation)
{
    const struct explain_options *given = invocation->options;
    const char *missing = NULL;
    const struct code_entry **chosen =
        arena_array(invocation->arena, CODE_COUNT + invocation->argument_count, sizeof *chosen);
    size_t count = choose(invocation, chosen, &missing);
    if (missing)
        return unknown_code(invocation, missing);
    if (given->format == FORMAT_JSON)
        add_json_array(&invocation->out, chosen, count);
    else
        add_text(&invocation->out, chosen, count, invocation->argument_count > 0);
    return EXIT_FOUND;
}

const struct command explain_command = {
    .name = "explain",
    .arguments = "[CODE...]",
    .summary = "say what a message's code means, with a wrong and a right example",
    .audience = "contributors",
    .needs = NEEDS_PAGER,
    COMMAND_OPTIONS(options, struct explain_options),
    .most = COMMAND_MANY,
    .completes = COMPLETES_CODES,
    .examples = examples,
    .run = run,
};
