#include "catalogue/report_command.h"

#include "catalogue/query_options.h"
#include "catalogue/site/frame/paths.h"
#include "catalogue/site/frame/url.h"
#include "catalogue/site/report/report_sheet.h"
#include "catalogue/terminal.h"
#include "indexer/content/nearest.h"
#include "search-cli/present/print.h"
#include "search-cli/report/report_print.h"

bool report_command_ask(struct invocation *invocation, const char *query, struct asked *asked)
{
    struct search_request request = {.all_facets = false};
    return query_options_request(invocation, query ? query : "", &request) &&
           asked_of(invocation->index, invocation->arena, request, asked);
}

/* The page of a case study, a lens or a report on the published site, where the catalogue knows where that is. */
static const char *address_of(const struct report_style *style, struct arena *arena, const struct fact_part *part)
{
    const struct settings *settings = style->from;
    struct url url;
    const char *path = part->link == FACT_CASE     ? path_case(arena, part->to)
                       : part->link == FACT_LENS   ? path_lens(arena, part->to)
                       : part->link == FACT_REPORT ? path_report(arena, part->to)
                                                   : NULL;
    return path && url_absolute(arena, settings->base_url, path, &url) ? url.address : NULL;
}

enum exit_status report_command_print(struct invocation *invocation, const struct report *report,
                                      const struct asked *asked, enum report_format format)
{
    const struct report_style style = {.width = terminal_width(),
                                       .color = invocation->color,
                                       .address = address_of,
                                       .from = index_settings(invocation->index)};
    if (asked->answer)
        print_notes(&invocation->talk, asked->answer, "catalogue: ");
    if (format == REPORT_AS_MARKDOWN)
        report_markdown(&invocation->out, report, &style);
    else if (format == REPORT_AS_JSON)
        report_json(&invocation->out, report);
    else if (format == REPORT_AS_CSV)
        report_csv(&invocation->out, report);
    else if (format == REPORT_AS_HTML)
        report_sheet(&invocation->out, report, index_settings(invocation->index));
    else
        report_text(&invocation->out, report, &style);
    return report->cases ? EXIT_FOUND : EXIT_NOTHING;
}

bool report_command_fields(struct invocation *invocation)
{
    struct string_list keys = {0};
    for (size_t i = 0; i < FACET_COUNT; i++)
        string_list_add(invocation->arena, &keys, facets[i].key);
    for (size_t i = 0; i < invocation->argument_count; i++) {
        const char *name = invocation->arguments[i];
        if (facet_find(name))
            continue;
        const char *near = nearest(name, keys.items, keys.count);
        complain(invocation, "there is no field \"%s\"; %s%s", name, near ? "did you mean " : "the fields are ",
                 near ? near : string_list_join(invocation->arena, &keys, ", "));
        return false;
    }
    return true;
}
