#include "catalogue/export/export.h"

#include "search-cli/present/case_csv.h"
#include "search-cli/present/case_package.h"

const struct export_format export_formats[EXPORT_FORMATS] = {
    [EXPORT_JSON] = {{"catalogue.json"}, 1, export_json},
    [EXPORT_NDJSON] = {{"catalogue.ndjson"}, 1, export_ndjson},
    [EXPORT_CSV] = {{CASES_FILE, OUTCOMES_FILE, PARTNERS_FILE, ADOPTIONS_FILE, PACKAGE_FILE}, 5, export_csv},
    [EXPORT_POSTGRESQL] = {{"schema.sql", "data.sql", "other.sql"}, 3, export_postgresql},
    [EXPORT_OPENSEARCH] = {{"index.json", "cases.ndjson"}, 2, export_opensearch},
};

void export_each(const struct exporting *exporting, void (*each)(void *context, const struct exported *exported),
                 void *context)
{
    for (size_t i = 0; i < exporting->cases.count && !index_failed(exporting->index); i++) {
        struct arena arena = {0};
        const struct case_study *study = index_case_study(exporting->index, &arena, exporting->cases.items[i].id);
        if (study) {
            const struct facts facts = facts_of(&arena, study, &exporting->facts);
            each(context, &(struct exported){exporting->cases.items[i].row, study, &facts});
        }
        arena_free(&arena);
    }
}

void export_make(struct index *index, struct arena *arena, enum export_as format, struct text *files)
{
    struct bitset listed = index_listed_rows(index, arena);
    const struct exporting exporting = {.index = index,
                                        .arena = arena,
                                        .cases = index_cases(index, arena, ORDER_ID, &listed),
                                        .facts = fact_context_of(index)};
    export_formats[format].write(&exporting, files);
}
