#include "catalogue/site/report/report_pages.h"

#include "catalogue/site/frame/frame.h"
#include "catalogue/site/frame/paths.h"
#include "catalogue/site/report/report_write.h"
#include "indexer/base/phrases.h"
#include "search-cli/report/reports.h"

static void write_report(const struct site *site, enum report_id id, const struct report_request *request,
                         struct site_files *files)
{
    const struct report_kind *kind = &report_kinds[id];
    struct arena arena = {0};
    const struct report *report = report_make(id, &arena, request);
    const char *part = request->argument_count ? request->arguments[0] : NULL;
    const char *own = part ? arena_format(&arena, "%s/%s", kind->name, part) : kind->name;
    struct frame_head head = {.path = path_report(&arena, own),
                              .title = report->title,
                              .description = report->question,
                              .unlisted = !report->cases};
    size_t crumbs = 0;
    if (id != REPORT_LIST)
        head.crumbs[crumbs++] = (struct crumb){say(report_kinds[REPORT_LIST].label), path_answers};
    if (part)
        head.crumbs[crumbs++] = (struct crumb){say(kind->label), kind->page};
    struct frame frame;
    frame_open(&frame, site, files, &head);
    report_write(&frame, report);
    frame_close(&frame);
    arena_free(&arena);
}

static void write_parts(const struct site *site, enum report_id id, struct report_request request, struct arena *arena,
                        struct site_files *files)
{
    struct string_list parts = report_kinds[id].parts(arena, &request);
    for (size_t i = 0; i < parts.count; i++) {
        request.arguments = &parts.items[i];
        request.argument_count = 1;
        write_report(site, id, &request, files);
    }
}

void report_pages(const struct site *site, const struct survey *survey, struct arena *arena, struct site_files *files)
{
    const struct asked asked = {.query = ""};
    struct report_request request = {.base = survey->base, .asked = &asked, .survey = survey};
    report_survey(arena, &request);
    for (size_t i = 0; i < REPORTS; i++) {
        if (!report_kinds[i].is_across)
            continue;
        write_report(site, (enum report_id)i, &request, files);
        if (report_kinds[i].parts && !report_kinds[i].facet)
            write_parts(site, (enum report_id)i, request, arena, files);
    }
}
