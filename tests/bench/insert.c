/*
 * The floor for an index: a program that does nothing but read the files of a folder and hand them to FTS5, whole, in one
 * transaction. The words are cut as `catalogue index` cuts them.
 *
 *   insert DATABASE FOLDER
 */

#include <dirent.h>
#include <sqlite3.h>
#include <stdio.h>
#include <string.h>

#include "indexer/base/file.h"

enum { INPUT_MAX = 1024 * 1024 };

static const char schema[] = "CREATE VIRTUAL TABLE search USING fts5 (body, tokenize = 'porter unicode61 "
                             "remove_diacritics 2'); BEGIN";

static bool insert(sqlite3_stmt *statement, const char *path)
{
    struct arena arena = {0};
    struct file file;
    bool done = file_read(&arena, path, INPUT_MAX, &file) == FILE_DONE &&
                sqlite3_bind_text64(statement, 1, file.data, file.size, SQLITE_STATIC, SQLITE_UTF8) == SQLITE_OK &&
                sqlite3_step(statement) == SQLITE_DONE;
    sqlite3_reset(statement);
    arena_free(&arena);
    return done;
}

static bool insert_all(sqlite3_stmt *statement, const char *path)
{
    struct arena arena = {0};
    DIR *folder = opendir(path);
    bool done = folder != NULL;
    for (struct dirent *entry; done && (entry = readdir(folder));)
        if (*entry->d_name != '.')
            done = insert(statement, file_join(&arena, path, entry->d_name));
    if (folder)
        closedir(folder);
    arena_free(&arena);
    return done;
}

int main(int count, char **words)
{
    sqlite3 *db = NULL;
    sqlite3_stmt *statement = NULL;
    if (count != 3 || sqlite3_open(words[1], &db) != SQLITE_OK ||
        sqlite3_exec(db, schema, NULL, NULL, NULL) != SQLITE_OK ||
        sqlite3_prepare_v2(db, "INSERT INTO search VALUES (?)", -1, &statement, NULL) != SQLITE_OK) {
        fprintf(stderr, "usage: insert DATABASE FOLDER\n");
        return 2;
    }
    bool done = insert_all(statement, words[2]) && sqlite3_exec(db, "COMMIT", NULL, NULL, NULL) == SQLITE_OK;
    sqlite3_finalize(statement);
    sqlite3_close(db);
    return done ? 0 : 2;
}
