#include "catalogue/export/export.h"
#include "search-cli/present/case_data.h"

static void add_case(void *context, const struct case_study *study, const struct facts *facts)
{
    case_data_json(context, study, facts);
}

void export_json(const struct exporting *exporting, struct text *files)
{
    struct json json = json_writer(files, true);
    case_data_open(&json, exporting->facts.settings, exporting->facts.as_of);
    export_each(exporting, add_case, &json);
    case_data_close(&json);
}

static void add_line(void *context, const struct case_study *study, const struct facts *facts)
{
    struct json json = json_writer(context, false);
    case_data_json(&json, study, facts);
    text_char(context, '\n');
}

void export_ndjson(const struct exporting *exporting, struct text *files)
{
    export_each(exporting, add_line, files);
}
