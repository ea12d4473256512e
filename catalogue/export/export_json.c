#include "catalogue/export/export.h"
#include "search-cli/present/case_data.h"

static void add_case(void *context, const struct exported *exported)
{
    case_data_json(context, exported->study, exported->facts);
}

void export_json(const struct exporting *exporting, struct text *files)
{
    struct json json = json_writer(files, true);
    case_data_open(&json, exporting->facts.settings, exporting->facts.as_of);
    export_each(exporting, add_case, &json);
    case_data_close(&json);
}

static void add_line(void *context, const struct exported *exported)
{
    struct json json = json_writer(context, false);
    case_data_json(&json, exported->study, exported->facts);
    text_char(context, '\n');
}

void export_ndjson(const struct exporting *exporting, struct text *files)
{
    export_each(exporting, add_line, files);
}
