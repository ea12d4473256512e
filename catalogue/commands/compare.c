#include "catalogue/command.h"
#include "catalogue/commands.h"

#include <string.h>

#include "catalogue/query_options.h"
#include "search-cli/compare.h"

static const struct option options[] = {
    {"format", "FORMAT", "text or json"},
    {"no-update", NULL, "use the index as it is"},
};

static const char *const examples[] = {
    "catalogue compare hows-thi-ticker-barnsley melton-farmers-health-checks",
    "two case studies side by side",
    NULL,
};

static bool read_studies(struct invocation *invocation, struct index *index, const struct case_study **studies)
{
    for (size_t i = 0; i < invocation->argument_count; i++) {
        studies[i] = index_case_study(index, invocation->arena, invocation->arguments[i]);
        if (!studies[i]) {
            query_options_no_case(invocation, index, invocation->arguments[i]);
            return false;
        }
    }
    return true;
}

static enum exit_status answer(struct invocation *invocation, struct index *index, bool as_json)
{
    const struct case_study *studies[COMPARE_MOST];
    struct text out = {0};
    if (!read_studies(invocation, index, studies))
        return EXIT_NOTHING;
    const struct print_style style = {.vocabularies = index_vocabularies(index), .width = query_options_width()};
    struct comparison comparison =
        compare_make(invocation->arena, studies, invocation->argument_count, style.vocabularies);
    if (as_json)
        compare_json(&out, &comparison);
    else
        compare_text(&out, &comparison, &style);
    bool printed = invocation_print(invocation, text_string(&out), out.size, !as_json);
    text_free(&out);
    return printed ? EXIT_FOUND : EXIT_TROUBLE;
}

/* An id that stands among the arguments more than once, or NULL. */
static const char *given_twice(const struct invocation *invocation)
{
    for (size_t i = 0; i < invocation->argument_count; i++)
        for (size_t j = 0; j < i; j++)
            if (!strcmp(invocation->arguments[i], invocation->arguments[j]))
                return invocation->arguments[i];
    return NULL;
}

static enum exit_status run(struct invocation *invocation)
{
    const char *format = invocation_value(invocation, "format", "text");
    bool as_json = !strcmp(format, "json");
    if (!as_json && strcmp(format, "text"))
        return complain(invocation, "--format takes text or json, not \"%s\"", format);
    if (invocation->argument_count < COMPARE_LEAST || invocation->argument_count > COMPARE_MOST)
        return complain(invocation, "compare takes %d to %d ids of case studies", COMPARE_LEAST, COMPARE_MOST);
    const char *twice = given_twice(invocation);
    if (twice)
        return complain(invocation, "%s is there twice; compare takes different case studies", twice);
    struct index *index = invocation_index(invocation);
    if (!index)
        return EXIT_TROUBLE;
    enum exit_status status = answer(invocation, index, as_json);
    index_close(index);
    return status;
}

const struct command compare_command = {
    .name = "compare",
    .arguments = "ID ID...",
    .summary = "case studies side by side",
    .audience = "practitioners",
    .options = options,
    .option_count = sizeof options / sizeof *options,
    .examples = examples,
    .run = run,
};
