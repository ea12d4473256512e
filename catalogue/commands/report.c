#include "catalogue/command.h"
#include "catalogue/commands.h"

#include <string.h>

#include "catalogue/report_command.h"
#include "indexer/base/slug.h"
#include "indexer/content/nearest.h"

struct report_options {
    enum report_format format;
};

static const struct keyword formats[] = {{"text", REPORT_AS_TEXT, NULL},
                                         {"markdown", REPORT_AS_MARKDOWN, NULL},
                                         {"json", REPORT_AS_JSON, NULL},
                                         {"csv", REPORT_AS_CSV, "the rows of its first table, and of those like it"}};

static const struct option options[] = {
    {"format", "FORMAT", NULL, OPTION_KEYWORD(struct report_options, format, formats)},
};

static const char *const examples[] = {
    "catalogue report",
    "what can be asked of all case studies at once",
    "catalogue report quality",
    "what the records do not say, and which need another look",
    "catalogue report organisations nhs-england",
    "what one organisation took part in, and what would strengthen its records",
    NULL,
};

/* The report of that name; REPORTS after a complaint that says which is near. */
static enum report_id find_report(struct invocation *invocation, const char *name)
{
    struct string_list names = {0};
    for (size_t i = 0; i < REPORTS; i++) {
        if (!report_kinds[i].is_across)
            continue;
        if (strcmp(report_kinds[i].name, name) == 0)
            return (enum report_id)i;
        string_list_add(invocation->arena, &names, report_kinds[i].name);
    }
    const char *near = nearest(name, names.items, names.count);
    complain(invocation, "there is no report \"%s\"; %s%s", name, near ? "did you mean " : "there are ",
             near ? near : string_list_join(invocation->arena, &names, ", "));
    return REPORTS;
}

static bool names_a_report(struct invocation *invocation)
{
    return !invocation->argument_count || find_report(invocation, invocation->arguments[0]) != REPORTS;
}

/* Says what is near a part that there is not. */
static enum exit_status no_part(struct invocation *invocation, enum report_id id, const struct report_request *request)
{
    const struct report_kind *kind = &report_kinds[id];
    if (!kind->parts)
        return complain(invocation, "the report %s has no parts", kind->name);
    struct string_list parts = kind->parts(invocation->arena, request);
    const char *near = nearest(request->arguments[0], parts.items, parts.count);
    complain(invocation, "%s has nothing of the name \"%s\"%s%s", kind->name, request->arguments[0],
             near ? "; did you mean " : "", near ? near : "");
    return EXIT_NOTHING;
}

static enum exit_status run(struct invocation *invocation)
{
    const struct report_options *given = invocation->options;
    const struct report_base base = report_base_read(invocation->index, invocation->arena);
    const struct asked asked = {.query = ""};
    enum report_id id = invocation->argument_count ? find_report(invocation, invocation->arguments[0]) : REPORT_LIST;
    const char *part = invocation->argument_count > 1 ? slug_of(invocation->arena, invocation->arguments[1]) : NULL;
    struct report_request request = {
        .base = &base, .asked = &asked, .arguments = &part, .argument_count = part != NULL};
    report_survey(invocation->arena, &request);
    const struct report *report = part && !report_kinds[id].parts ? NULL : report_make(id, invocation->arena, &request);
    return report ? report_command_print(invocation, report, &asked, given->format) : no_part(invocation, id, &request);
}

const struct command report_command = {
    .name = "report",
    .arguments = "[REPORT [PART]]",
    .summary = "answers over all case studies",
    .audience = "practitioners",
    .needs = NEEDS_INDEX_FRESH | NEEDS_PAGER,
    COMMAND_OPTIONS(options, struct report_options),
    .most = 2,
    .asks = "it takes one report and one part of it; catalogue report lists the reports",
    .completes = COMPLETES_REPORTS,
    .examples = examples,
    .accepts = names_a_report,
    .run = run,
};
