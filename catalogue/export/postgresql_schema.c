#include "catalogue/export/postgresql_schema.h"

#include "indexer/content/facets.h"
#include "indexer/index/dates.h"
#include "indexer/index/search_text.h"
#include "search-cli/rank.h"

enum { PARTITIONS = 4, PARTITIONS_HERE = PARTITIONS / 2 };

/* What is the same for every catalogue: the schema and its stemmer, on both servers; tables; functions. */
static const char schema[] = {
#include "catalogue/export/postgresql_words.sql.inc"
    0};
static const char tables[] = {
#include "catalogue/export/postgresql_tables.sql.inc"
    0};
static const char functions[] = {
#include "catalogue/export/postgresql_search.sql.inc"
    0};

/* As setweight has them, by column of the search. */
static const char vector_labels[TEXT_COLUMNS] = {
    [TEXT_TITLE] = 'A', [TEXT_SUMMARY] = 'B', [TEXT_TAGS] = 'C', [TEXT_BODY] = 'D'};

/* A string as a literal. */
static void add_quoted(struct text *sql, const char *string)
{
    text_char(sql, '\'');
    for (; *string; string++) {
        text_char(sql, *string);
        if (*string == '\'')
            text_char(sql, '\'');
    }
    text_char(sql, '\'');
}

static void add_columns(struct text *sql)
{
    text_add(sql, "    id text COLLATE \"C\" NOT NULL,\n");
    for (size_t i = 0; i < TEXT_COLUMNS; i++)
        text_format(sql, "    %s text NOT NULL,\n", search_text_names[i]);
    for (size_t i = 0; i < FACET_COUNT; i++)
        text_format(sql, "    %s text[] NOT NULL,\n", facets[i].key);
    for (size_t i = 0; i < DATE_FIELD_COUNT; i++)
        text_format(sql, "    \"%s\" text NOT NULL,\n", date_fields[i].key);
    text_add(sql, "    lengths integer[] NOT NULL,\n    study jsonb NOT NULL,\n"
                  "    search tsvector NOT NULL GENERATED ALWAYS AS (\n");
    for (size_t i = 0; i < TEXT_COLUMNS; i++)
        text_format(sql, "        %ssetweight(to_tsvector('catalogue.words', %s), '%c')\n", i ? "|| " : "",
                    search_text_names[i], vector_labels[i]);
    text_add(sql, "    ) STORED");
}

/* What makes a partition quick, on whichever server it stands. */
static void add_indexes(struct text *sql, int partition)
{
    text_format(
        sql,
        "ALTER TABLE catalogue.cases_%d ADD PRIMARY KEY (id);\n"
        "CREATE INDEX ON catalogue.cases_%d USING gin (search);\nCREATE INDEX ON catalogue.cases_%d USING gin (",
        partition, partition, partition);
    for (size_t i = 0; i < FACET_COUNT; i++)
        text_format(sql, "%s%s", i ? ", " : "", facets[i].key);
    text_add(sql, ");\n");
}

static void add_comment(struct text *sql, const char *column, const char *words)
{
    text_format(sql, "COMMENT ON COLUMN catalogue.cases.%s IS ", column);
    add_quoted(sql, words);
    text_add(sql, ";\n");
}

static void add_comments(struct text *sql, struct arena *arena)
{
    text_add(sql, "COMMENT ON TABLE catalogue.cases IS 'Case studies: texts, tags and each one whole';\n");
    add_comment(sql, search_text_names[TEXT_TAGS], "labels and search words of its terms, places, partners, keywords");
    add_comment(sql, search_text_names[TEXT_BODY], "the text without its marks, what was learned, the outcomes");
    for (size_t i = 0; i < FACET_COUNT; i++)
        add_comment(
            sql, facets[i].key,
            arena_format(arena, "%s: ids of catalogue.terms, vocabulary %s", facets[i].label, facets[i].vocabulary));
    for (size_t i = 0; i < DATE_FIELD_COUNT; i++)
        add_comment(sql, arena_format(arena, "\"%s\"", date_fields[i].key),
                    arena_format(arena, "%s: YYYY, YYYY-MM or YYYY-MM-DD, or nothing", date_fields[i].help));
    add_comment(sql, "lengths", "how many words the title, the summary, the tags and the body have");
    add_comment(sql, "study", "the case study whole, as catalogue export --format json has it");
    add_comment(sql, "search", "the words of title (A), summary (B), tags (C) and body (D)");
}

static void add_partitions(struct text *sql)
{
    text_add(sql,
             "\n\\if :{?other_host}\nCREATE EXTENSION IF NOT EXISTS postgres_fdw;\n"
             "CREATE SERVER catalogue_other FOREIGN DATA WRAPPER postgres_fdw OPTIONS (host :'other_host', "
             "port :'other_port', dbname :'other_database', fetch_size '1000', batch_size '100');\n"
             "CREATE USER MAPPING FOR CURRENT_USER SERVER catalogue_other OPTIONS (user :'other_user');\n\\endif\n");
    for (int i = 0; i < PARTITIONS; i++) {
        const char *values = "FOR VALUES WITH (MODULUS";
        if (i >= PARTITIONS_HERE)
            text_format(sql,
                        "\\if :{?other_host}\nCREATE FOREIGN TABLE catalogue.cases_%d PARTITION OF catalogue.cases\n"
                        "    %s %d, REMAINDER %d) SERVER catalogue_other;\n\\else\n",
                        i, values, PARTITIONS, i);
        text_format(sql, "CREATE TABLE catalogue.cases_%d PARTITION OF catalogue.cases %s %d, REMAINDER %d);\n", i,
                    values, PARTITIONS, i);
        add_indexes(sql, i);
        text_add(sql, i >= PARTITIONS_HERE ? "\\endif\n" : "");
    }
}

/* How many cases have each term: what `catalogue facets` counts. */
static void add_facet_view(struct text *sql)
{
    text_add(sql,
             "\nCREATE VIEW catalogue.facets AS\nSELECT f.field, term, count(*) AS cases\nFROM catalogue.cases AS c\n"
             "CROSS JOIN LATERAL (VALUES\n");
    for (size_t i = 0; i < FACET_COUNT; i++)
        text_format(sql, "    ('%s', c.%s)%s\n", facets[i].key, facets[i].key, i + 1 < FACET_COUNT ? "," : "");
    text_add(sql, ") AS f (field, terms)\nCROSS JOIN LATERAL unnest(f.terms) AS term\nGROUP BY f.field, term;\n"
                  "COMMENT ON VIEW catalogue.facets IS 'How many cases have each term, as catalogue facets counts';\n");
}

static void add_ranking(struct text *sql)
{
    text_add(sql, "\nINSERT INTO catalogue.ranking VALUES (0, ");
    number_text(sql, rank_k1);
    text_add(sql, ");\n");
    for (size_t i = 0; i < TEXT_COLUMNS; i++) {
        text_format(sql, "INSERT INTO catalogue.columns VALUES ('%c', %zu, ", vector_labels[i], i + 1);
        number_text(sql, rank_columns[i].weight);
        text_add(sql, ", ");
        number_text(sql, rank_columns[i].b);
        text_add(sql, ");\n");
    }
}

void postgresql_schema(struct text *sql, struct arena *arena)
{
    text_add(
        sql,
        "-- A catalogue of case studies for PostgreSQL 14 or later, made by `catalogue export --format postgresql`.\n"
        "--\n"
        "--   psql -v ON_ERROR_STOP=1 -d DATABASE -f schema.sql -f data.sql\n"
        "--\n"
        "-- Half of the cases may stand on another server, which is made ready by\n"
        "--\n"
        "--   psql -v ON_ERROR_STOP=1 -h HOST -d DATABASE -f other.sql\n"
        "--\n"
        "-- and named with -v other_host=HOST -v other_port=5432 -v other_database=DATABASE -v other_user=USER\n"
        "-- where schema.sql is read. How its password is found, postgres_fdw tells.\n\n");
    text_add(sql, schema);
    text_add(sql, tables);
    text_add(sql, "CREATE TABLE catalogue.cases (\n");
    add_columns(sql);
    text_add(sql, "\n) PARTITION BY HASH (id);\n");
    add_comments(sql, arena);
    add_partitions(sql);
    add_facet_view(sql);
    text_add(sql, functions);
    add_ranking(sql);
}

/* The tables of the other server; what they are partitions of stands on the first. */
void postgresql_other(struct text *sql)
{
    text_add(sql, "-- Read first, on the server that has half of the cases: see schema.sql.\n\n");
    text_add(sql, schema);
    for (int i = PARTITIONS_HERE; i < PARTITIONS; i++) {
        text_format(sql, "\nCREATE TABLE catalogue.cases_%d (\n", i);
        add_columns(sql);
        text_add(sql, "\n);\n");
        add_indexes(sql, i);
    }
}
