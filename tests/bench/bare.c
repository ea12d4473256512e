/*
 * The floor for a query: a program that does nothing but hand MATCH to FTS5
 * and print the ten best by its bm25, ids and titles, with a snippet each when
 * asked. It reads the same database as `catalogue search --database`.
 *
 *   bare DATABASE MATCH [snippets|filters]
 */

#include <sqlite3.h>
#include <stdio.h>
#include <string.h>

static const char plain[] = "SELECT cases.id, cases.title, '' FROM search JOIN cases ON cases.row = search.rowid "
                            "WHERE search MATCH :match ORDER BY rank LIMIT 10";
static const char snippets[] =
    "SELECT cases.id, cases.title, snippet(search, 3, '[', ']', '...', 24) FROM search "
    "JOIN cases ON cases.row = search.rowid WHERE search MATCH :match ORDER BY rank LIMIT 10";
static const char filters[] =
    "SELECT cases.id, cases.title, '' FROM search JOIN cases ON cases.row = search.rowid WHERE search MATCH :match "
    "AND search.rowid IN (SELECT row FROM tags WHERE field = 'priority_areas' AND term = 'cvd') "
    "AND search.rowid IN (SELECT row FROM tags WHERE field = 'regions' AND term = 'london') ORDER BY rank LIMIT 10";

int main(int count, char **words)
{
    sqlite3 *db = NULL;
    sqlite3_stmt *statement = NULL;
    const char *kind = count > 3 ? words[3] : "";
    const char *sql = strcmp(kind, "snippets") == 0 ? snippets : strcmp(kind, "filters") == 0 ? filters : plain;
    if (count < 3 || sqlite3_open_v2(words[1], &db, SQLITE_OPEN_READONLY, NULL) != SQLITE_OK ||
        sqlite3_prepare_v2(db, sql, -1, &statement, NULL) != SQLITE_OK) {
        fprintf(stderr, "usage: bare DATABASE MATCH [snippets|filters]\n");
        return 2;
    }
    sqlite3_bind_text(statement, 1, words[2], -1, SQLITE_STATIC);
    int result = 0;
    while ((result = sqlite3_step(statement)) == SQLITE_ROW)
        printf("%s %s %s\n", sqlite3_column_text(statement, 0), sqlite3_column_text(statement, 1),
               sqlite3_column_text(statement, 2));
    sqlite3_finalize(statement);
    sqlite3_close(db);
    return result == SQLITE_DONE ? 0 : 2;
}
