#include "indexer/index/synonym_rows.h"

#include <string.h>

#include "indexer/index/statements.h"

struct store {
    struct index *index;
    struct tokenizer *tokenizer;
    struct arena *arena;
};

static bool store_word(struct store *store, size_t group, size_t position, enum synonym_kind kind, const char *text)
{
    struct statement *statement = statement_get(store->index, SQL_INSERT_SYNONYM);
    bind_integer(statement, ":group", (int64_t)group);
    bind_integer(statement, ":position", (int64_t)position);
    bind_text(statement, ":kind", synonym_key((enum synonym_kind)kind));
    bind_text(statement, ":text", text);
    bind_text(statement, ":stems", tokens_stems(store->tokenizer, store->arena, text));
    return statement_run(statement);
}

/* "ecigarette" for "e-cigarette"; NULL where nothing is joined. */
static const char *without_hyphens(struct arena *arena, const char *text)
{
    if (!strchr(text, '-'))
        return NULL;
    char *joined = arena_string(arena, text);
    char *end = joined;
    for (const char *at = text; *at; at++)
        if (*at != '-')
            *end++ = *at;
    *end = '\0';
    return joined;
}

/* What has a hyphen is also found without it. */
static bool store_joined(struct store *store, size_t number, size_t *position, const struct string_list *members)
{
    bool done = true;
    for (size_t i = 0; done && i < members->count; i++) {
        const char *joined = without_hyphens(store->arena, members->items[i]);
        if (joined && !string_list_have(members, joined))
            done = store_word(store, number, (*position)++, SYNONYM_MATCH_ONLY, joined);
    }
    return done;
}

static bool store_group(struct store *store, size_t number, const struct synonym_group *group)
{
    size_t position = 0;
    for (int kind = 0; kind < SYNONYM_KINDS; kind++)
        for (size_t i = 0; i < group->members[kind].count; i++)
            if (!store_word(store, number, position++, (enum synonym_kind)kind, group->members[kind].items[i]))
                return false;
    return store_joined(store, number, &position, &group->members[SYNONYM_WORD]) &&
           store_joined(store, number, &position, &group->members[SYNONYM_MATCH_ONLY]);
}

bool synonyms_store(struct index *index, const struct synonyms *synonyms)
{
    struct arena arena = {0};
    struct store store = {index, tokenizer_open(index), &arena};
    bool done = store.tokenizer && statement_run(statement_get(index, SQL_DELETE_SYNONYMS));
    for (size_t i = 0; i < synonyms->count && done; i++)
        done = store_group(&store, i, &synonyms->items[i]);
    tokenizer_close(store.tokenizer);
    arena_free(&arena);
    return done;
}

static int kind_of(const char *key)
{
    int kind = 0;
    while (kind < SYNONYM_KINDS && strcmp(synonym_key((enum synonym_kind)kind), key))
        kind++;
    return kind;
}

static struct synonym_rows read_rows(struct index *index, struct statement *statement, struct arena *arena)
{
    struct synonym_rows rows = {0};
    while (statement_row(statement)) {
        int kind = kind_of(statement_text_here(statement, 1));
        if (kind == SYNONYM_KINDS) {
            index_is_damaged(index);
            break;
        }
        rows.items = arena_grow(arena, rows.items, rows.count, &rows.capacity, sizeof *rows.items);
        rows.items[rows.count++] = (struct synonym_row){
            statement_size(statement, 0),
            (enum synonym_kind)kind,
            statement_text(arena, statement, 2),
            statement_text(arena, statement, 3),
        };
    }
    statement_end(statement);
    return rows;
}

struct synonym_rows synonyms_find(struct index *index, struct arena *arena, const char *stems)
{
    struct statement *statement = statement_get(index, SQL_SYNONYM_GROUP);
    bind_text(statement, ":stems", stems);
    return read_rows(index, statement, arena);
}

struct synonym_rows synonyms_all(struct index *index, struct arena *arena)
{
    return read_rows(index, statement_get(index, SQL_SYNONYMS), arena);
}

bool synonyms_have_stem(struct index *index, const char *stem)
{
    struct statement *statement = statement_get(index, SQL_SYNONYM_STEM);
    bind_text(statement, ":stem", stem);
    bool found = statement_row(statement);
    statement_end(statement);
    return found;
}
