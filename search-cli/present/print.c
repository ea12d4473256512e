#include "search-cli/present/print.h"

#include <string.h>

#include "indexer/base/text_safe.h"

/* How many synonyms of a word are named; JSON has all. */
enum { SYNONYMS_NAMED = 5 };

const struct print_format print_formats[PRINT_FORMATS] = {
    [PRINT_AS_TEXT] = {print_text, .plain = false},
    [PRINT_AS_JSON] = {print_json, .fields = true},
    [PRINT_AS_NDJSON] = {print_ndjson, .fields = true},
    [PRINT_AS_CSV] = {print_csv, .whole = true, .fields = true},
    [PRINT_AS_IDS] = {print_ids, .plain = true, .whole = true, .lines = true},
    [PRINT_AS_PATHS] = {print_paths, .plain = true, .whole = true, .lines = true},
    [PRINT_AS_ONE_LINE] = {print_one_line, .plain = true, .whole = true, .lines = true},
    [PRINT_AS_COUNT] = {print_count, .plain = true, .whole = true},
};

const struct keyword print_names[PRINT_NAMED] = {
    {"text", PRINT_AS_TEXT, NULL}, {"json", PRINT_AS_JSON, NULL}, {"ndjson", PRINT_AS_NDJSON, NULL},
    {"csv", PRINT_AS_CSV, NULL},   {"ids", PRINT_AS_IDS, NULL},   {"paths", PRINT_AS_PATHS, NULL},
};

static void add_line(struct text *out, const char *prefix, const char *line)
{
    text_add(out, prefix);
    text_safe(out, line, strlen(line));
    text_char(out, '\n');
}

void print_notes(struct text *out, const struct search_answer *answer, const char *prefix)
{
    struct text line = {0};
    for (size_t i = 0; i < answer->correction_count; i++) {
        text_clear(&line);
        text_format(&line, "Nothing contains \"%s\": searched for \"%s\".", answer->corrections[i].typed,
                    answer->corrections[i].used);
        add_line(out, prefix, text_string(&line));
    }
    text_free(&line);
    for (size_t i = 0; i < answer->notes.count; i++)
        add_line(out, prefix, answer->notes.items[i]);
    if (answer->call)
        add_line(out, prefix, answer->call);
}

static void add_synonyms(struct text *out, const struct plan_synonym *synonyms, size_t count)
{
    for (size_t i = 0; i < count && i < SYNONYMS_NAMED; i++) {
        text_add(out, i ? ", " : "");
        text_safe(out, synonyms[i].also, strlen(synonyms[i].also));
    }
    if (count > SYNONYMS_NAMED)
        text_format(out, " and %zu more", count - SYNONYMS_NAMED);
}

/* The synonyms of one typed word stand beside each other. */
void print_synonyms(struct text *out, const struct search_answer *answer, const char *prefix)
{
    const struct plan_synonym *synonyms = answer->synonyms;
    for (size_t first = 0, end; first < answer->synonym_count; first = end) {
        for (end = first + 1; end < answer->synonym_count && !strcmp(synonyms[first].word, synonyms[end].word);)
            end++;
        text_format(out, "%sFor \"%s\" these count too, but less: ", prefix, synonyms[first].word);
        add_synonyms(out, synonyms + first, end - first);
        text_add(out, ".\n");
    }
}

/* How many there are of which a list shows some. */
static size_t listed_of(const struct search_answer *answer, const struct print_style *style, enum print_as format)
{
    return answer->total + (print_formats[format].whole && !style->related ? 0 : answer->related);
}

static void add_cut(struct text *line, const struct search_answer *answer, const struct print_style *style,
                    enum print_as format)
{
    size_t count = listed_of(answer, style, format);
    if (count && style->offset >= count && format != PRINT_AS_COUNT)
        text_format(line, "There %s only %zu: --offset %zu leaves all of them out.", count == 1 ? "is" : "are", count,
                    style->offset);
    else if (!count && answer->related)
        text_format(line, "No case study has all the words; %zu ha%s some of them: --related adds %s.", answer->related,
                    answer->related == 1 ? "s" : "ve", answer->related == 1 ? "it" : "them");
    else if (style->offset + answer->result_count < count && format != PRINT_AS_COUNT)
        text_format(line, "%zu of %zu are listed: --limit 0 lists all.", answer->result_count, count);
}

void print_talk(struct text *out, const struct search_answer *answer, const struct print_style *style,
                enum print_as format, const char *prefix)
{
    struct text line = {0};
    print_notes(out, answer, prefix);
    print_synonyms(out, answer, prefix);
    add_cut(&line, answer, style, format);
    if (line.size)
        add_line(out, prefix, text_string(&line));
    text_free(&line);
}

/* A line of a list for programs. */
static void add_item(struct text *out, const struct print_style *style, const char *item, const char *title)
{
    text_safe(out, item, strlen(item));
    if (title) {
        text_char(out, '\t');
        text_safe(out, title, strlen(title));
    }
    text_char(out, style->end);
}

void print_ids(struct text *out, const struct search_answer *answer, const struct print_style *style)
{
    for (size_t i = 0; i < answer->result_count; i++)
        add_item(out, style, answer->results[i].study.id, NULL);
}

void print_paths(struct text *out, const struct search_answer *answer, const struct print_style *style)
{
    for (size_t i = 0; i < answer->result_count; i++)
        add_item(out, style, answer->results[i].study.path, NULL);
}

void print_one_line(struct text *out, const struct search_answer *answer, const struct print_style *style)
{
    for (size_t i = 0; i < answer->result_count; i++)
        add_item(out, style, answer->results[i].study.id, answer->results[i].study.title);
}

void print_count(struct text *out, const struct search_answer *answer, const struct print_style *style)
{
    text_format(out, "%zu\n", listed_of(answer, style, PRINT_AS_COUNT));
}
