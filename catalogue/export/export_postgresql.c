#include "catalogue/export/export.h"

#include <string.h>

#include "catalogue/export/postgresql_schema.h"
#include "indexer/content/vocabulary.h"
#include "indexer/index/dates.h"
#include "indexer/index/lengths.h"
#include "indexer/index/search_text.h"
#include "indexer/index/synonym_rows.h"
#include "search-cli/present/case_data.h"

/*
 * The same catalogue in PostgreSQL, for one that outgrows a machine. Cases are in partitions by the hash of their id,
 * half of which may stand on another server; each server finds by its own indexes. Written are only the texts and terms
 * of cases: vectors are made where they stand.
 */

/* A string as a field of COPY's text format. */
static void add_field(struct text *sql, const char *string)
{
    for (; *string; string++) {
        switch (*string) {
        case '\\':
            text_add(sql, "\\\\");
            break;
        case '\n':
            text_add(sql, "\\n");
            break;
        case '\r':
            text_add(sql, "\\r");
            break;
        case '\t':
            text_add(sql, "\\t");
            break;
        default:
            text_char(sql, *string);
        }
    }
}

static void add_next_field(struct text *sql, const char *string)
{
    text_char(sql, '\t');
    add_field(sql, string);
}

/* Ids of terms, which need no escape. */
static void add_terms(struct text *sql, struct string_list terms)
{
    text_add(sql, "\t{");
    for (size_t i = 0; i < terms.count; i++)
        text_format(sql, "%s\"%s\"", i ? "," : "", terms.items[i]);
    text_char(sql, '}');
}

static void write_settings(const struct exporting *exporting, struct text *sql)
{
    const struct settings *settings = exporting->facts.settings;
    const char *const rows[][2] = {{"title", settings->title},     {"publisher", settings->publisher},
                                   {"licence", settings->licence}, {"base_url", settings->base_url},
                                   {"contact", settings->contact}, {"as_of", exporting->facts.as_of}};
    text_add(sql, "COPY catalogue.settings (key, value) FROM stdin;\n");
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        text_add(sql, rows[i][0]);
        add_next_field(sql, rows[i][1]);
        text_char(sql, '\n');
    }
    text_add(sql, "\\.\n");
}

/* Whether a facet before this one has the same vocabulary. */
static bool is_written(size_t facet)
{
    for (size_t i = 0; i < facet; i++) {
        if (strcmp(facets[i].vocabulary, facets[facet].vocabulary) == 0)
            return true;
    }
    return false;
}

static void write_terms(const struct exporting *exporting, struct text *sql)
{
    text_add(sql, "COPY catalogue.terms (vocabulary, position, id, label, definition) FROM stdin;\n");
    for (size_t i = 0; i < FACET_COUNT; i++) {
        const struct vocabulary *vocabulary =
            is_written(i) ? NULL : vocabulary_find(exporting->facts.vocabularies, facets[i].vocabulary);
        for (size_t j = 0; vocabulary && j < vocabulary->count; j++) {
            const struct term *term = &vocabulary->terms[j];
            text_format(sql, "%s\t%zu", facets[i].vocabulary, j + 1);
            add_next_field(sql, term->id);
            add_next_field(sql, term->label);
            add_next_field(sql, term->definition);
            text_char(sql, '\n');
        }
    }
    text_add(sql, "\\.\n");
}

/* What is only related has less weight in our own search, which a rewritten query cannot say. */
static void write_synonyms(const struct exporting *exporting, struct text *sql)
{
    struct synonym_rows rows = synonyms_all(exporting->index, exporting->arena);
    text_add(sql, "COPY catalogue.synonyms (\"group\", position, kind, words) FROM stdin;\n");
    for (size_t i = 0; i < rows.count; i++) {
        if (rows.items[i].kind == SYNONYM_RELATED)
            continue;
        text_format(sql, "%zu\t%zu\t%s", rows.items[i].group, i, synonym_key(rows.items[i].kind));
        add_next_field(sql, rows.items[i].text);
        text_char(sql, '\n');
    }
    text_add(sql, "\\.\n");
}

struct copying {
    const struct exporting *exporting;
    struct lengths *lengths;
    struct text *sql;
};

static void add_study(struct text *sql, const struct exported *exported)
{
    struct text data = {0};
    struct json json = json_writer(&data, false);
    case_data_json(&json, exported->study, exported->facts);
    add_next_field(sql, text_string(&data));
    text_free(&data);
}

static void add_case(void *context, const struct exported *exported)
{
    const struct copying *copying = context;
    struct arena arena = {0};
    struct search_text words = search_text_of(&arena, exported->study, copying->exporting->facts.vocabularies);
    const uint32_t *lengths = lengths_at(copying->lengths, exported->row);
    add_field(copying->sql, exported->study->id);
    for (size_t i = 0; i < TEXT_COLUMNS; i++)
        add_next_field(copying->sql, words.columns[i]);
    for (size_t i = 0; i < FACET_COUNT; i++)
        add_terms(copying->sql, case_terms(&arena, exported->study, &facets[i]));
    for (size_t i = 0; i < DATE_FIELD_COUNT; i++)
        add_next_field(copying->sql, case_text(exported->study, date_fields[i].field, ""));
    for (size_t i = 0; i < TEXT_COLUMNS; i++)
        text_format(copying->sql, "%s%u", i ? "," : "\t{", (unsigned)lengths[i]);
    text_char(copying->sql, '}');
    add_study(copying->sql, exported);
    text_char(copying->sql, '\n');
    arena_free(&arena);
}

static void write_cases(const struct exporting *exporting, struct text *sql)
{
    size_t last = 0;
    for (size_t i = 0; i < exporting->cases.count; i++)
        last = exporting->cases.items[i].row > last ? exporting->cases.items[i].row : last;
    text_add(sql, "COPY catalogue.cases (id");
    for (size_t i = 0; i < TEXT_COLUMNS; i++)
        text_format(sql, ", %s", search_text_names[i]);
    for (size_t i = 0; i < FACET_COUNT; i++)
        text_format(sql, ", %s", facets[i].key);
    for (size_t i = 0; i < DATE_FIELD_COUNT; i++)
        text_format(sql, ", \"%s\"", date_fields[i].key);
    text_add(sql, ", lengths, study) FROM stdin;\n");
    struct copying copying = {exporting, lengths_of(exporting->index, exporting->arena, last), sql};
    export_each(exporting, add_case, &copying);
    text_add(sql, "\\.\n");
}

void export_postgresql(const struct exporting *exporting, struct text *files)
{
    postgresql_schema(&files[0], exporting->arena);
    text_add(&files[1], "BEGIN;\n");
    write_settings(exporting, &files[1]);
    write_terms(exporting, &files[1]);
    write_synonyms(exporting, &files[1]);
    write_cases(exporting, &files[1]);
    text_add(&files[1], "CALL catalogue.refresh();\nCOMMIT;\n");
    postgresql_other(&files[2]);
}
