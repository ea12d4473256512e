#include "indexer/index/report_rows.h"

#include "indexer/index/lens_rows.h"
#include "indexer/index/need_rows.h"
#include "indexer/index/statements.h"

static const char key_setting[] = "reports_key";

static bool store_key(struct index *index, const char *key)
{
    struct statement *statement = statement_get(index, SQL_REPLACE_SETTING);
    bind_text(statement, ":key", key_setting);
    bind_text(statement, ":value", key);
    return statement_run(statement);
}

bool report_rows_store(struct index *index, const struct lenses *lenses, const struct needs *needs, const char *key)
{
    return lens_rows_store(index, lenses) && need_rows_store(index, needs) && store_key(index, key);
}

const char *report_rows_key(struct index *index, struct arena *arena)
{
    struct statement *statement = statement_get(index, SQL_SETTING);
    bind_text(statement, ":key", key_setting);
    const char *key = statement_row(statement) ? statement_text(arena, statement, 0) : "";
    statement_end(statement);
    return key;
}
