#include "search-cli/print.h"

#include <string.h>

const struct print_format print_formats[PRINT_FORMATS] = {
    {"text", print_text, true, false}, {"json", print_json, true, false}, {"ndjson", print_ndjson, false, false},
    {"csv", print_csv, false, false},  {"ids", print_ids, false, true},   {"paths", print_paths, false, true},
};

const struct print_format *print_format_find(const char *name)
{
    for (size_t i = 0; i < PRINT_FORMATS; i++)
        if (!strcmp(print_formats[i].name, name))
            return &print_formats[i];
    return NULL;
}

const char *print_format_names(struct arena *arena)
{
    struct words names = {0};
    for (size_t i = 0; i < PRINT_FORMATS; i++)
        words_add(arena, &names, print_formats[i].name);
    return words_join(arena, &names, ", ");
}

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

/* The synonyms of one typed word stand beside each other, so its line ends where the next word begins. */
void print_synonyms(struct text *out, const struct search_answer *answer, const char *prefix)
{
    for (size_t i = 0; i < answer->synonym_count; i++) {
        const struct plan_synonym *synonym = &answer->synonyms[i];
        bool first = !i || strcmp(answer->synonyms[i - 1].word, synonym->word);
        bool last = i + 1 == answer->synonym_count || strcmp(answer->synonyms[i + 1].word, synonym->word);
        if (first)
            text_format(out, "%sFor \"%s\" these count too, but less: ", prefix, synonym->word);
        text_safe(out, synonym->also, strlen(synonym->also));
        text_add(out, last ? ".\n" : ", ");
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
