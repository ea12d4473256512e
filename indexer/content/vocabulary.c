#include "indexer/content/vocabulary.h"

#include <string.h>

#include "indexer/base/file.h"
#include "indexer/content/codes.h"
#include "indexer/content/fields.h"
#include "indexer/content/limits.h"
#include "indexer/content/source.h"

enum { VOCABULARY_FILE_MAX = 1024 * 1024 };

static const struct place whole_file;

/* The vocabularies that the code itself depends on. */
struct computed_term {
    const char *vocabulary;
    const char *id;
    const char *label;
    const char *definition;
};

static const struct computed_term computed_terms[] = {
    {"evidence", "e0", "E0 Described", "What was done is described; nothing is counted"},
    {"evidence", "e1", "E1 Accounted", "Activity, views or estimates; no measured change"},
    {"evidence", "e2", "E2 Measured", "The same thing measured before and after"},
    {"evidence", "e3", "E3 Compared", "Measured against people or places that did not have it"},
    {"evidence", "e4", "E4 Replicated", "Compared, independently evaluated, and it worked elsewhere too"},
    {"evidence", "e5", "E5 Reviewed", "Drawn from several studies and reviewed by others"},
    {"acts", "system", "A system", "A body that plans or pays for care or public health in an area leads it"},
    {"acts", "provider", "A provider", "A body that gives care or another service to people leads it"},
    {"acts", "community", "A community body", "A charity, a faith body or people with their own experience lead it"},
    {"acts", "national", "A national or research body", "A national body, a funder or a university leads it"},
    {"estimate", "better", "Better", "The range of a main estimate lies on the wanted side of no effect"},
    {"estimate", "worse", "Worse", "The range of a main estimate lies on the other side"},
    {"estimate", "none-shown", "No difference shown", "The range of a main estimate holds no effect"},
    {"estimate", "no-range", "No range given", "A main estimate is given without a range"},
    {"outcome-kind", "number", "Figure", "Something counted or measured"},
    {"outcome-kind", "finding", "Finding", "What a study or an audit found and gives no figure for"},
    {"outcome-kind", "lived-experience", "Lived experience",
     "The words of the people served, their carers or their community"},
    {"estimate-type", "difference", "Difference", "The one figure less the other, in its own unit"},
    {"estimate-type", "change-difference", "Difference of changes", "The change here less the change there"},
    {"estimate-type", "percent-change", "Difference in percent", "How much more or less, in percent of the other"},
    {"estimate-type", "standardised-difference", "Standardised difference", "The difference in standard deviations"},
    {"estimate-type", "trend", "Trend", "How much a figure moves in a stretch of time, or how much its course turned"},
    {"estimate-type", "risk-ratio", "Risk ratio", "The one risk divided by the other"},
    {"estimate-type", "rate-ratio", "Rate ratio", "The one rate divided by the other"},
    {"estimate-type", "odds-ratio", "Odds ratio", "The one odds divided by the other"},
    {"estimate-type", "hazard-ratio", "Hazard ratio", "How fast it happens here, divided by how fast there"},
    {"estimate-type", "prevalence-ratio", "Prevalence ratio", "The one share divided by the other"},
    {"comparison", "randomised", "People drawn by lot", "Chance decided who got it"},
    {"comparison", "cluster-randomised", "Groups drawn by lot", "Chance decided which places or practices got it"},
    {"comparison", "matched", "Matched", "Others were chosen to be like those who got it"},
    {"comparison", "difference-in-differences", "Difference in differences",
     "Changes here were set against changes there"},
    {"comparison", "synthetic-control", "Synthetic control",
     "A mixture of other places stands for this one without it"},
    {"comparison", "time-series", "Over time", "What came was set against the course before"},
    {"comparison", "adjusted", "Adjusted", "Differences between the two were allowed for by calculation"},
    {"comparison", "unadjusted", "Unadjusted", "The two were set side by side as they were"},
    {"selection", "all", "Everybody", "Everybody concerned is in the figures"},
    {"selection", "chance", "By chance", "Those in the figures were drawn by lot"},
    {"selection", "matched", "Matched", "Those in the figures were chosen to be like the others"},
    {"selection", "self-selected", "Chose themselves",
     "Those in the figures came, agreed or answered of their own accord"},
    {"evaluator", "self", "By those who did it", "The people who ran it evaluated it"},
    {"evaluator", "partner", "By a partner", "A partner that did not run it evaluated it"},
    {"evaluator", "independent", "Independently", "Somebody with no part in it evaluated it"},
    {"better", "higher", "Higher is better", "The figure should rise"},
    {"better", "lower", "Lower is better", "The figure should fall"},
    {"comparator-is", "control", "Control", "Like the group, but without the work"},
    {"comparator-is", "better-off", "Better-off group", "Those the group should catch up with"},
    {"comparator-is", "average", "Average", "Everybody, the group too; no gap is computed from it"},
    {"horizon", "short", "Short-term sign", "Shows early whether it is on the way"},
    {"horizon", "long", "Long-term aim", "What it is for in the end"},
    {"cost-per", "total", "In all", "All money over the whole time"},
    {"cost-per", "year", "A year", "Money in one year"},
    {"cost-per", "person", "A person", "Money for each person reached"},
};

/* Files in content/vocabulary/ that are not vocabularies of terms, and are read elsewhere. */
static const char *const other_files[] = {"synonyms", "measures"};

#define COUNT(table) (sizeof(table) / sizeof *(table))

struct reader {
    struct arena *arena;
    const char *folder;
    struct vocabularies *into;
    size_t capacity;
    struct diagnostics *diagnostics;
};

const struct vocabulary *vocabulary_find(const struct vocabularies *vocabularies, const char *name)
{
    for (size_t i = 0; i < vocabularies->count; i++)
        if (strcmp(vocabularies->items[i].name, name) == 0)
            return &vocabularies->items[i];
    return vocabularies->source.find ? vocabularies->source.find(vocabularies->source.from, name) : NULL;
}

const struct term *vocabulary_term(const struct vocabulary *vocabulary, const char *id)
{
    for (size_t i = 0; vocabulary && i < vocabulary->count; i++)
        if (strcmp(vocabulary->terms[i].id, id) == 0)
            return &vocabulary->terms[i];
    return NULL;
}

const struct measure *vocabulary_measure(const struct vocabularies *vocabularies, const char *id)
{
    for (size_t i = 0; i < vocabularies->measure_count; i++)
        if (strcmp(vocabularies->measures[i].id, id) == 0)
            return &vocabularies->measures[i];
    return NULL;
}

const char *vocabulary_label(const struct vocabularies *vocabularies, const char *name, const char *id)
{
    const struct term *term = vocabulary_term(vocabulary_find(vocabularies, name), id);
    return term ? term->label : id;
}

const char *vocabulary_group_label(const struct vocabularies *vocabularies, const char *group)
{
    return vocabulary_label(vocabularies, "groups", group);
}

static struct vocabulary *vocabulary_add(struct reader *reader, const char *name, size_t terms)
{
    struct vocabularies *into = reader->into;
    into->items = arena_grow(reader->arena, into->items, into->count, &reader->capacity, sizeof *into->items);
    struct vocabulary *added = &into->items[into->count++];
    *added =
        (struct vocabulary){.name = name, .terms = arena_array(reader->arena, terms ? terms : 1, sizeof *added->terms)};
    return added;
}

static void add_computed(struct reader *reader)
{
    struct vocabulary *current = NULL;
    for (size_t i = 0; i < COUNT(computed_terms); i++) {
        const struct computed_term *from = &computed_terms[i];
        if (!current || strcmp(current->name, from->vocabulary) != 0)
            current = vocabulary_add(reader, from->vocabulary, COUNT(computed_terms));
        current->is_built_in = true;
        current->terms[current->count++] = (struct term){
            .id = from->id, .label = from->label, .definition = from->definition, .group = "", .acts = ""};
    }
}

static void add_limits(struct reader *reader)
{
    struct vocabulary *added = vocabulary_add(reader, "limits", LIMIT_COUNT);
    added->is_built_in = true;
    for (; added->count < LIMIT_COUNT; added->count++)
        added->terms[added->count] = (struct term){.id = evidence_limits[added->count].id,
                                                   .label = evidence_limits[added->count].label,
                                                   .definition = evidence_limits[added->count].words,
                                                   .group = "",
                                                   .acts = ""};
}

static struct string_list read_words(struct reader *reader, const struct yaml_node *term, const char *key)
{
    struct string_list words = {0};
    const struct yaml_node *list = yaml_get(term, key);
    for (size_t i = 0; list && list->kind == TREE_LIST && i < list->count; i++)
        if (list->items[i]->kind == TREE_SCALAR)
            string_list_add(reader->arena, &words, list->items[i]->text);
    return words;
}

/* A term's id is a word that can be typed in a query and be a file name. */
static bool good_id(const char *id)
{
    static const char allowed[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-.";
    size_t length = strlen(id);
    return length && length <= 64 && strspn(id, allowed) == length && id[0] != '.' && id[0] != '-';
}

static bool check_entry(struct reader *reader, const struct yaml_entry *entry)
{
    if (!good_id(entry->key))
        report(reader->diagnostics, CODE_VOCABULARY, entry->key_place, "use letters, digits and hyphens",
               "\"%s\" cannot be the id of a term", entry->key);
    else if (entry->value->kind != TREE_MAP || !yaml_get(entry->value, "label"))
        report(reader->diagnostics, CODE_VOCABULARY, entry->key_place, "add a line label: \"…\" below it",
               "the term \"%s\" has no label", entry->key);
    else
        return true;
    return false;
}

static const struct yaml_node *read_map(struct reader *reader, const char *name)
{
    char *path = arena_format(reader->arena, "%s/%s.yaml", reader->folder, name);
    char *shown = arena_format(reader->arena, "content/vocabulary/%s.yaml", name);
    size_t size = 0;
    const char *data = source_load(reader->arena, path, shown, VOCABULARY_FILE_MAX, &size, reader->diagnostics);
    const struct yaml_node *map = data ? source_read_yaml(reader->arena, data, size, reader->diagnostics) : NULL;
    if (map && map->kind == TREE_MAP)
        return map;
    if (data)
        report(reader->diagnostics, CODE_VOCABULARY, whole_file,
               "write one term after another: its id and a colon, and below it label and definition",
               "this vocabulary has no terms that can be read");
    return NULL;
}

static void read_vocabulary(struct reader *reader, const char *name)
{
    const struct yaml_node *map = read_map(reader, name);
    struct vocabulary *vocabulary = vocabulary_add(reader, name, map ? map->count : 0);
    for (size_t i = 0; map && i < map->count; i++) {
        const struct yaml_node *term = map->entries[i].value;
        if (!check_entry(reader, &map->entries[i]))
            continue;
        vocabulary->terms[vocabulary->count++] = (struct term){
            .id = map->entries[i].key,
            .label = yaml_text(term, "label", ""),
            .definition = yaml_text(term, "definition", ""),
            .group = yaml_text(term, "group", ""),
            .search_words = read_words(reader, term, "search_words"),
            .shown_by = read_words(reader, term, "shown_by"),
            .acts = yaml_text(term, "acts", ""),
        };
    }
}

static void read_measures(struct reader *reader)
{
    const struct yaml_node *map = read_map(reader, "measures");
    reader->into->measures = arena_array(reader->arena, map && map->count ? map->count : 1, sizeof(struct measure));
    for (size_t i = 0; map && i < map->count; i++) {
        const struct yaml_node *measure = map->entries[i].value;
        const char *better = yaml_text(measure, "better", "");
        if (!check_entry(reader, &map->entries[i]))
            continue;
        if (strcmp(better, "higher") != 0 && strcmp(better, "lower") != 0)
            report(reader->diagnostics, CODE_VOCABULARY, map->entries[i].key_place,
                   "add better: higher or better: lower", "the measure \"%s\" does not say which way is better",
                   map->entries[i].key);
        reader->into->measures[reader->into->measure_count++] = (struct measure){
            map->entries[i].key,
            yaml_text(measure, "label", ""),
            yaml_text(measure, "unit", ""),
            better,
            yaml_text(measure, "definition", ""),
        };
    }
}

static bool is_other_file(const char *name)
{
    for (size_t i = 0; i < COUNT(other_files); i++)
        if (strcmp(name, other_files[i]) == 0)
            return true;
    return false;
}

static void require_vocabulary(struct reader *reader, const char *name)
{
    if (!name || vocabulary_find(reader->into, name))
        return;
    diagnostics_file(reader->diagnostics, arena_format(reader->arena, "content/vocabulary/%s.yaml", name), NULL, 0);
    report(reader->diagnostics, CODE_VOCABULARY, whole_file, "add the file; without it no case study can be checked",
           "this vocabulary is not there");
    vocabulary_add(reader, name, 0);
}

static void require_all(struct reader *reader)
{
    for (size_t i = 0; i < CASE_FIELDS; i++) {
        require_vocabulary(reader, case_fields[i].vocabulary);
        for (size_t j = 0; j < case_fields[i].member_count; j++)
            require_vocabulary(reader, case_fields[i].members[j].vocabulary);
    }
}

bool vocabularies_read(struct arena *arena, const char *root, struct vocabularies *vocabularies,
                       struct diagnostics *diagnostics)
{
    size_t errors = diagnostics->errors;
    struct reader reader = {arena, file_join(arena, root, "content/vocabulary"), vocabularies, 0, diagnostics};
    struct file_names files;
    *vocabularies = (struct vocabularies){0};
    add_computed(&reader);
    add_limits(&reader);
    if (!file_list(arena, reader.folder, ".yaml", &files) && file_reason_is_system(files.reason)) {
        source_report_folder("content/vocabulary", files.reason, diagnostics);
        return false;
    }
    if (files.reason) {
        diagnostics_file(diagnostics, "content/vocabulary", NULL, 0);
        report(diagnostics, CODE_VOCABULARY, whole_file, "a catalogue has its vocabularies in this folder",
               "this folder cannot be read");
        return false;
    }
    for (size_t i = 0; i < files.count; i++) {
        char *name = arena_copy(arena, files.names[i], strlen(files.names[i]) - strlen(".yaml"));
        if (strcmp(name, "measures") == 0)
            read_measures(&reader);
        else if (!is_other_file(name))
            read_vocabulary(&reader, name);
    }
    require_all(&reader);
    return diagnostics->errors == errors;
}
