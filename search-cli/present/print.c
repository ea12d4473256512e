#include "search-cli/present/print.h"

#include <string.h>

/* How many synonyms of a word are named; JSON has all. */
enum { SYNONYMS_NAMED = 5 };

const struct print_format print_formats[PRINT_FORMATS] = {
    [PRINT_AS_TEXT] = {print_text, .talks = true},      [PRINT_AS_JSON] = {print_json, .talks = true},
    [PRINT_AS_NDJSON] = {print_ndjson, .talks = false}, [PRINT_AS_CSV] = {print_csv, .talks = false},
    [PRINT_AS_IDS] = {print_ids, .plain = true},        [PRINT_AS_PATHS] = {print_paths, .plain = true},
};

const struct keyword print_names[PRINT_FORMATS] = {
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

void print_ids(struct text *out, const struct search_answer *answer, const struct print_style *style)
{
    (void)style;
    for (size_t i = 0; i < answer->result_count; i++)
        add_line(out, "", answer->results[i].study.id);
}

void print_paths(struct text *out, const struct search_answer *answer, const struct print_style *style)
{
    (void)style;
    for (size_t i = 0; i < answer->result_count; i++)
        add_line(out, "", answer->results[i].study.path);
}
