#include "catalogue/command.h"
#include "catalogue/commands.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "catalogue/report_command.h"
#include "indexer/content/scalars.h"

struct stale_options {
    const char *on;
    size_t limit;
    enum report_format format;
};

static const struct keyword formats[] = {{"text", REPORT_AS_TEXT, NULL},
                                         {"markdown", REPORT_AS_MARKDOWN, NULL},
                                         {"json", REPORT_AS_JSON, NULL},
                                         {"csv", REPORT_AS_CSV, "a line for each case study"}};

static const struct option options[] = {
    {"on", "DATE", "as of this date (YYYY-MM-DD), not today", OPTION_TEXT(struct stale_options, on)},
    {"limit", "N", "show at most N, 0 for all", OPTION_NUMBER(struct stale_options, limit), .standard = 0},
    {"format", "FORMAT", NULL, OPTION_KEYWORD(struct stale_options, format, formats)},
};

static const char *const examples[] = {
    "catalogue stale",
    "what is due to be looked through again today, and what lacks a source, an owner or somebody to ask",
    "catalogue stale --on 2028-01-01 --format csv",
    "as of another day, for a spreadsheet",
    NULL,
};

static bool is_a_day(struct invocation *invocation)
{
    const struct stale_options *given = invocation->options;
    if (!given->on || (scalar_date(given->on) && strlen(given->on) == sizeof "2028-01-01" - 1))
        return true;
    complain(invocation, "--on is \"%s\"; it should be a date such as 2028-01-01", given->on);
    return false;
}

/* SOURCE_DATE_EPOCH where it is set, else what the clock says. */
static const char *today(struct invocation *invocation)
{
    time_t now = time(NULL);
    struct tm day;
    if (getenv("SOURCE_DATE_EPOCH") || !gmtime_r(&now, &day))
        return index_as_of(invocation->index);
    return arena_format(invocation->arena, "%04d-%02d-%02d", day.tm_year + 1900, day.tm_mon + 1, day.tm_mday);
}

static enum exit_status run(struct invocation *invocation)
{
    const struct stale_options *given = invocation->options;
    const struct report_base base = report_base_read(invocation->index, invocation->arena);
    const struct asked asked = {.query = ""};
    struct report_request request = {
        .base = &base, .asked = &asked, .on = given->on ? given->on : today(invocation), .most = given->limit};
    report_survey(invocation->arena, &request);
    return report_command_print(invocation, report_make(REPORT_STALE, invocation->arena, &request), &asked,
                                given->format);
}

const struct command stale_command = {
    .name = "stale",
    .arguments = "",
    .summary = "case studies that need another look, and why",
    .audience = "publishers",
    .needs = NEEDS_INDEX_FRESH | NEEDS_PAGER,
    COMMAND_OPTIONS(options, struct stale_options),
    .asks = "it takes no arguments; --on DATE asks as of another day",
    .examples = examples,
    .accepts = is_a_day,
    .run = run,
};
