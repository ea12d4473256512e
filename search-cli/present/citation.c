#include "search-cli/present/citation.h"

#include <stdbool.h>
#include <stddef.h>

#include "indexer/base/json.h"
#include "search-cli/present/date_parts.h"

/* The formats go by lines, so a value must be one. */
static void add_in_line(struct text *out, char byte)
{
    bool ends_line = byte == '\n' || byte == '\r';
    if (ends_line)
        text_char(out, ' ');
    else
        text_char(out, byte);
}

/* TeX reads some characters as commands. */
static void add_tex(struct text *out, const char *string)
{
    static const struct {
        char byte;
        const char *tex;
    } commands[] = {
        {'\\', "\\textbackslash{}"},
        {'~', "\\textasciitilde{}"},
        {'^', "\\textasciicircum{}"},
        {'{', "\\{"},
        {'}', "\\}"},
        {'&', "\\&"},
        {'%', "\\%"},
        {'$', "\\$"},
        {'#', "\\#"},
        {'_', "\\_"},
    };
    for (; *string; string++) {
        const char *tex = NULL;
        for (size_t i = 0; i < sizeof commands / sizeof *commands; i++)
            tex = commands[i].byte == *string ? commands[i].tex : tex;
        if (tex)
            text_add(out, tex);
        else
            add_in_line(out, *string);
    }
}

/* Doubled braces keep capitals, and a body's name from being taken for a person's. */
static void add_bibtex(struct text *out, const char *key, const char *value, const char *brace)
{
    if (!*value)
        return;
    text_format(out, ",\n  %s = {%s", key, brace);
    add_tex(out, value);
    text_format(out, "}%s", *brace ? "}" : "");
}

static void write_bibtex(struct text *out, const struct citation *citation)
{
    struct date_parts date = date_parts_of(citation->published);
    text_format(out, "@misc{%s", citation->id);
    add_bibtex(out, "author", citation->publisher, "{");
    add_bibtex(out, "title", citation->title, "{");
    add_bibtex(out, "howpublished", citation->collection, "");
    if (date.count > 0)
        text_format(out, ",\n  year = {%d}", date.year);
    if (date.count > 1)
        text_format(out, ",\n  month = {%d}", date.month);
    if (*citation->address)
        text_format(out, ",\n  url = {%s}", citation->address);
    add_bibtex(out, "abstract", citation->abstract, "");
    add_bibtex(out, "note", citation->licence, "");
    text_add(out, "\n}\n");
}

static void add_ris(struct text *out, const char *tag, const char *value)
{
    if (!*value)
        return;
    text_format(out, "%s  - ", tag);
    for (; *value; value++)
        add_in_line(out, *value);
    text_add(out, "\r\n");
}

static void write_ris(struct text *out, const struct citation *citation)
{
    struct date_parts date = date_parts_of(citation->published);
    add_ris(out, "TY", "RPRT");
    add_ris(out, "ID", citation->id);
    add_ris(out, "TI", citation->title);
    add_ris(out, "AU", citation->publisher);
    add_ris(out, "PB", citation->publisher);
    add_ris(out, "T2", citation->collection);
    if (date.count > 0)
        text_format(out, "PY  - %d\r\n", date.year);
    if (date.count > 2)
        text_format(out, "DA  - %04d/%02d/%02d\r\n", date.year, date.month, date.day);
    add_ris(out, "UR", citation->address);
    add_ris(out, "AB", citation->abstract);
    text_add(out, "ER  - \r\n");
}

static void write_csl_date(struct json *json, const struct date_parts *date)
{
    enum { MOST = 3 };
    const int parts[MOST] = {date->year, date->month, date->day};
    if (!date->count)
        return;
    json_key(json, "issued");
    json_object_open(json);
    json_key(json, "date-parts");
    json_array_open(json);
    json_array_open(json);
    for (int i = 0; i < date->count && i < MOST; i++)
        json_integer(json, parts[i]);
    json_array_close(json);
    json_array_close(json);
    json_object_close(json);
}

static void write_csl(struct text *out, const struct citation *citation)
{
    struct date_parts date = date_parts_of(citation->published);
    struct json json = json_writer(out, true);
    json_array_open(&json);
    json_object_open(&json);
    json_member_string(&json, "id", citation->id);
    json_member_string(&json, "type", "report");
    json_member_string(&json, "title", citation->title);
    json_key(&json, "author");
    json_array_open(&json);
    json_object_open(&json);
    json_member_string(&json, "literal", citation->publisher);
    json_object_close(&json);
    json_array_close(&json);
    json_member_string(&json, "collection-title", citation->collection);
    json_member_string(&json, "publisher", citation->publisher);
    write_csl_date(&json, &date);
    if (*citation->address)
        json_member_string(&json, "URL", citation->address);
    json_member_string(&json, "abstract", citation->abstract);
    json_object_close(&json);
    json_array_close(&json);
    text_char(out, '\n');
}

const struct citation_format citation_formats[CITATION_FORMATS] = {
    {"BibTeX", "bib", write_bibtex},
    {"RIS", "ris", write_ris},
    {"CSL-JSON", "json", write_csl},
};

struct citation citation_of(const struct case_study *study, const struct settings *settings, const char *address)
{
    return (struct citation){.id = study->id,
                             .title = case_text(study, CASE_TITLE, ""),
                             .publisher = *settings->publisher ? settings->publisher : settings->title,
                             .collection = settings->title,
                             .published = case_text(study, CASE_PUBLISHED, ""),
                             .address = address,
                             .abstract = case_text(study, CASE_SUMMARY, ""),
                             .licence = case_text(study, CASE_LICENCE, settings->licence)};
}
