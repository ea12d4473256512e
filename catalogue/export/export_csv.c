#include "catalogue/export/export.h"

#include "catalogue/site/frame/url.h"
#include "search-cli/present/case_csv.h"
#include "search-cli/present/case_package.h"

struct tables {
    const struct settings *settings;
    struct text *files; /* by table */
};

static void add_lines(void *context, const struct exported *exported)
{
    const struct tables *tables = context;
    struct arena arena = {0};
    const char *address = url_case(&arena, tables->settings->base_url, exported->study->id);
    for (enum case_table table = 0; table < CASE_TABLES; table++)
        case_csv_lines(&tables->files[table], table, exported->study, exported->facts, address);
    arena_free(&arena);
}

void export_csv(const struct exporting *exporting, struct text *files)
{
    const struct settings *settings = exporting->facts.settings;
    struct url url;
    bool has_address = url_absolute(exporting->arena, settings->base_url, "", &url);
    for (enum case_table table = 0; table < CASE_TABLES; table++)
        case_csv_head(&files[table], table, false);
    export_each(exporting, add_lines, &(struct tables){settings, files});
    case_package_json(&files[CASE_TABLES], &(struct case_package){settings, exporting->facts.vocabularies,
                                                                  has_address ? settings->base_url : ""});
}
