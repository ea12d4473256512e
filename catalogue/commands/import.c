#include "catalogue/command.h"
#include "catalogue/commands.h"

#include <string.h>

#include "catalogue/import.h"
#include "catalogue/refresh.h"
#include "indexer/base/file.h"
#include "indexer/base/json.h"
#include "indexer/base/text_safe.h"
#include "indexer/content/vocabulary_read.h"
#include "search-cli/present/format.h"

struct import_command_options {
    bool dry_run;
    enum output_format format;
};

static const struct keyword formats[] = {{"text", FORMAT_TEXT, NULL}, {"json", FORMAT_JSON, "an object of ids"}};

static const struct option options[] = {
    {"dry-run", NULL, "say what would come of it, and write nothing",
     OPTION_FLAG(struct import_command_options, dry_run)},
    {"format", "FORMAT", NULL, OPTION_KEYWORD(struct import_command_options, format, formats)},
};

static const char *const examples[] = {
    "catalogue import cases.json",
    "what another catalogue's `catalogue export` wrote",
    "catalogue import --dry-run ../their-site/data",
    "what a published site offers; only look",
    NULL,
};

/* What came of it, by the names that JSON and the sentences use. */
struct outcome {
    const char *key;
    const char *words;
    const struct string_list *ids;
    bool listed; /* each is told */
};

enum { OUTCOMES = 5 };

static void name_outcomes(const struct imported *imported, bool dry_run, struct outcome *outcomes)
{
    const struct outcome all[OUTCOMES] = {
        {"written", dry_run ? "would be written" : "written", &imported->written, false},
        {"same", "here already", &imported->same, false},
        {"clashes", "not taken over, because another case study has the id", &imported->clashes, true},
        {"refused", "not taken over", &imported->refused, true},
        {"unknown_keys", "unknown, and left out", &imported->unknown, true},
    };
    memcpy(outcomes, all, sizeof all);
}

static void add_json(struct text *out, const struct outcome *outcomes)
{
    struct json json = json_writer(out, true);
    json_object_open(&json);
    for (size_t i = 0; i < OUTCOMES; i++) {
        json_key(&json, outcomes[i].key);
        json_array_open(&json);
        for (size_t j = 0; j < outcomes[i].ids->count; j++)
            json_string(&json, outcomes[i].ids->items[j]);
        json_array_close(&json);
    }
    json_object_close(&json);
    text_char(out, '\n');
}

/* "3 case studies written" and, for what needs somebody's attention, each in a line of its own. */
static void add_sentences(struct arena *arena, struct text *out, const struct outcome *outcomes)
{
    for (size_t i = 0; i < OUTCOMES; i++) {
        const struct string_list *ids = outcomes[i].ids;
        bool of_keys = i + 1 == OUTCOMES;
        if (!ids->count && i)
            continue;
        text_format(out, "%s %s%s\n",
                    of_keys ? arena_format(arena, "%zu %s", ids->count, ids->count == 1 ? "answer" : "answers")
                            : format_cases(arena, ids->count),
                    outcomes[i].words, outcomes[i].listed ? ":" : "");
        for (size_t j = 0; outcomes[i].listed && j < ids->count; j++) {
            text_add(out, "  ");
            text_safe(out, ids->items[j], strlen(ids->items[j]));
            text_char(out, '\n');
        }
    }
}

static enum exit_status finish(struct invocation *invocation, const struct imported *imported)
{
    const struct import_command_options *given = invocation->options;
    struct outcome outcomes[OUTCOMES];
    name_outcomes(imported, given->dry_run, outcomes);
    if (given->format == FORMAT_JSON)
        add_json(&invocation->out, outcomes);
    else
        add_sentences(invocation->arena, &invocation->out, outcomes);
    if (imported->problem)
        return complain(invocation, "%s", imported->problem);
    if (imported->written.count && !given->dry_run)
        text_add(&invocation->remark, "Next: catalogue check\n");
    return imported->clashes.count || imported->refused.count ? EXIT_NOTHING : EXIT_FOUND;
}

static enum exit_status run(struct invocation *invocation)
{
    const struct import_command_options *given = invocation->options;
    struct vocabularies vocabularies = {0};
    struct diagnostics diagnostics = {0};
    struct imported imported = {0};
    bool good = vocabularies_read(invocation->arena, invocation->root, &vocabularies, &diagnostics);
    const struct import_options import = {invocation->root, &vocabularies, given->dry_run};
    if (good)
        import_path(invocation->arena, &import, invocation->arguments[0], &imported, &diagnostics);
    refresh_say_errors(invocation, &diagnostics);
    const char *failure = diagnostics_failure(invocation->arena, &diagnostics);
    diagnostics_free(&diagnostics);
    if (failure && !imported.problem)
        imported.problem = failure;
    if (!good && !failure) {
        complain(invocation, "the vocabulary has errors; see: catalogue check");
        return EXIT_NOTHING;
    }
    return finish(invocation, &imported);
}

static void touches(struct invocation *invocation, struct sandbox *sandbox)
{
    struct arena *arena = invocation->arena;
    sandbox_allow(arena, sandbox, invocation->arguments[0], false);
    sandbox_allow(arena, sandbox, file_join(arena, invocation->root, "content/case-studies"), true);
}

const struct command import_command = {
    .name = "import",
    .arguments = "PATH",
    .summary = "take over case studies from another catalogue",
    .audience = "publishers",
    .needs = NEEDS_ROOT | NEEDS_OUTPUT,
    COMMAND_OPTIONS(options, struct import_command_options),
    .least = 1,
    .most = 1,
    .asks = "it takes one file or folder",
    .completes = COMPLETES_FILES,
    .examples = examples,
    .touches = touches,
    .run = run,
};
