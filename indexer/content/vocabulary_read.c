#include "indexer/content/vocabulary_read.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "indexer/base/file.h"
#include "indexer/base/slug.h"
#include "indexer/content/ask.h"
#include "indexer/content/built_in_terms.h"
#include "indexer/content/codes.h"
#include "indexer/content/condition.h"
#include "indexer/content/field_names.h"
#include "indexer/content/fields.h"
#include "indexer/content/limits.h"
#include "indexer/content/nearest.h"
#include "indexer/content/own_fields.h"
#include "indexer/content/source.h"
#include "indexer/content/taken_names.h"
#include "indexer/content/value.h"
#include "indexer/content/value_check.h"

enum { VOCABULARY_FILE_MAX = 1024 * 1024, ID_MAX = 64 };

static const struct place whole_file;

/* Files in content/vocabulary/ that are not vocabularies of terms, and are read elsewhere. */
static const char *const other_files[] = {"synonyms"};

/* Vocabularies for which no field of a case study asks. */
static const char *const beside_fields[] = {"glossary", "groups", "measures"};

#define COUNT(table) (sizeof(table) / sizeof *(table))

/* One file: its bytes, the ids in it, and what stands under each, by the rows of its table. */
struct own_file {
    const char *name; /* "priority-areas" */
    const char *path;
    const char *data;
    size_t size;
    const struct field *fields;
    size_t field_count;
    const struct yaml_node *map;
    struct value **values; /* for each entry of the map; NULL when it is no group of answers */
};

struct reader {
    struct arena *arena;
    const char *folder;
    struct vocabularies *into;
    size_t capacity;
    struct own_file *files;
    size_t file_count;
    struct diagnostics *diagnostics;
};

static struct vocabulary *vocabulary_add(struct reader *reader, const char *name, size_t terms)
{
    struct vocabularies *into = reader->into;
    into->items = arena_grow(reader->arena, into->items, into->count, &reader->capacity, sizeof *into->items);
    struct vocabulary *added = &into->items[into->count++];
    *added =
        (struct vocabulary){.name = name, .terms = arena_array(reader->arena, terms ? terms : 1, sizeof *added->terms)};
    return added;
}

static size_t count_built_in(const char *vocabulary)
{
    size_t count = 0;
    for (const struct built_in_term *term = built_in_terms; term->vocabulary; term++)
        count += strcmp(term->vocabulary, vocabulary) == 0;
    return count;
}

static void add_built_in(struct reader *reader)
{
    struct vocabulary *current = NULL;
    for (const struct built_in_term *term = built_in_terms; term->vocabulary; term++) {
        if (!current || strcmp(current->name, term->vocabulary) != 0)
            current = vocabulary_add(reader, term->vocabulary, count_built_in(term->vocabulary));
        current->is_built_in = true;
        current->terms[current->count++] = (struct term){
            .id = term->id, .label = term->label, .definition = term->definition, .group = "", .acts = ""};
    }
}

static void add_limits(struct reader *reader)
{
    struct vocabulary *added = vocabulary_add(reader, "limits", LIMIT_COUNT);
    added->is_built_in = true;
    for (; added->count < LIMIT_COUNT; added->count++) {
        const struct limit *limit = &evidence_limits[added->count];
        added->terms[added->count] =
            (struct term){.id = limit->id, .label = limit->label, .definition = limit->words, .group = "", .acts = ""};
    }
}

/* A term's id is a word that can be typed in a query and be a file name. */
static bool good_id(const char *id)
{
    static const char allowed[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-.";
    size_t length = strlen(id);
    return length && length <= ID_MAX && strspn(id, allowed) == length && id[0] != '.' && id[0] != '-';
}

/* The id with hyphens in place of what it cannot have, unless that is another's. */
static void report_id(struct reader *reader, const struct own_file *file, const struct yaml_entry *entry)
{
    const char *meant = slug_of(reader->arena, entry->key);
    report(reader->diagnostics, CODE_VOCABULARY, entry->key_place, "use letters, digits and hyphens",
           "\"%s\" cannot be the id of a term", entry->key);
    if (meant[1] && good_id(meant) && !yaml_get(file->map, meant))
        diagnostics_offer(reader->diagnostics, entry->key_place, meant, false, NULL);
}

static void check_id(struct reader *reader, const struct own_file *file, const struct yaml_entry *entry)
{
    if (!good_id(entry->key))
        report_id(reader, file, entry);
    else if (taken_file_name(slug_of(reader->arena, entry->key)))
        report(reader->diagnostics, CODE_TAKEN, entry->key_place, "give it another id",
               "\"%s\" cannot be an id: no page can have this name", entry->key);
}

/* The page of a term: its id without what addresses lose. */
struct term_page {
    const char *slug;
    const struct yaml_entry *entry;
};

static int compare_pages(const void *a, const void *b)
{
    const struct term_page *first = a;
    const struct term_page *second = b;
    int order = strcmp(first->slug, second->slug);
    return order ? order : (first->entry > second->entry) - (first->entry < second->entry);
}

static void check_pages(struct reader *reader, const struct yaml_node *map)
{
    struct term_page *pages = arena_array(reader->arena, map->count ? map->count : 1, sizeof *pages);
    for (size_t i = 0; i < map->count; i++)
        pages[i] = (struct term_page){slug_of(reader->arena, map->entries[i].key), &map->entries[i]};
    qsort(pages, map->count, sizeof *pages, compare_pages);
    for (size_t i = 1; i < map->count; i++)
        if (strcmp(pages[i].slug, pages[i - 1].slug) == 0)
            report(reader->diagnostics, CODE_TAKEN, pages[i].entry->key_place, "give it another id",
                   "\"%s\" and \"%s\" would have the same page", pages[i - 1].entry->key, pages[i].entry->key);
}

static void read_entry(struct reader *reader, struct own_file *file, size_t at)
{
    const struct yaml_node *node = file->map->entries[at].value;
    struct value_reader values = {reader->arena, reader->diagnostics, reader->into};
    check_id(reader, file, &file->map->entries[at]);
    if (node->kind != TREE_MAP) {
        report(reader->diagnostics, CODE_NOT_GROUP, node->place,
               arena_format(reader->arena, "which of its answers is it: %s?",
                            ask_members(reader->arena, file->fields, file->field_count)),
               "\"%s\" should have answers below it, each on its own line", file->map->entries[at].key);
        return;
    }
    file->values[at] = arena_array(reader->arena, file->field_count, sizeof **file->values);
    values_read(&values, file->fields, file->field_count, node, file->values[at]);
}

/* Reads a file into values; `map` stays NULL when it has no entries that can be read. */
static struct own_file *read_file(struct reader *reader, const char *name, const struct field *fields, size_t count,
                                  const struct yaml_names *names)
{
    struct own_file *file = &reader->files[reader->file_count++];
    const char *path = arena_format(reader->arena, "%s/%s.yaml", reader->folder, name);
    *file = (struct own_file){.name = name, .fields = fields, .field_count = count};
    file->path = arena_format(reader->arena, "content/vocabulary/%s.yaml", name);
    file->data = source_load(reader->arena, path, file->path, VOCABULARY_FILE_MAX, &file->size, reader->diagnostics);
    if (!file->data)
        return file;
    const struct yaml_node *map = source_read_yaml(reader->arena, file->data, file->size, names, reader->diagnostics);
    if (!map || map->kind != TREE_MAP) {
        report(reader->diagnostics, CODE_NO_TERMS, whole_file,
               "write one term after another: its id and a colon, and below it label and definition",
               "this vocabulary has no terms that can be read");
        return file;
    }
    file->map = map;
    file->values = arena_array(reader->arena, map->count ? map->count : 1, sizeof *file->values);
    for (size_t i = 0; i < map->count; i++)
        read_entry(reader, file, i);
    check_pages(reader, map);
    return file;
}

static const char *text_of(const struct value *value)
{
    return value->kind == VALUE_TEXT ? value->text : "";
}

static struct string_list words_of(struct arena *arena, const struct value *list)
{
    struct string_list words = {0};
    for (size_t i = 0; i < list->count; i++)
        string_list_add(arena, &words, list->items[i].text);
    return words;
}

static void read_vocabulary(struct reader *reader, const char *name)
{
    const struct own_file *file = read_file(reader, name, term_fields, TERM_MEMBERS, &term_names);
    struct vocabulary *vocabulary = vocabulary_add(reader, name, file->map ? file->map->count : 0);
    for (size_t i = 0; file->map && i < file->map->count; i++) {
        const struct value *values = file->values[i];
        if (!values)
            continue;
        vocabulary->terms[vocabulary->count++] = (struct term){
            .id = file->map->entries[i].key,
            .label = text_of(&values[TERM_LABEL]),
            .definition = text_of(&values[TERM_DEFINITION]),
            .group = text_of(&values[TERM_GROUP]),
            .search_words = words_of(reader->arena, &values[TERM_SEARCH_WORDS]),
            .shown_by = words_of(reader->arena, &values[TERM_SHOWN_BY]),
            .acts = text_of(&values[TERM_ACTS]),
            .first = values[TERM_FIRST].kind == VALUE_NUMBER && values[TERM_FIRST].number > 0,
        };
    }
}

static void read_measures(struct reader *reader)
{
    const struct own_file *file = read_file(reader, "measures", measure_fields, MEASURE_MEMBERS, &measure_names);
    struct vocabularies *into = reader->into;
    into->measures =
        arena_array(reader->arena, file->map && file->map->count ? file->map->count : 1, sizeof *into->measures);
    for (size_t i = 0; file->map && i < file->map->count; i++) {
        const struct value *values = file->values[i];
        if (values)
            into->measures[into->measure_count++] = (struct measure){
                file->map->entries[i].key, text_of(&values[MEASURE_LABEL]), text_of(&values[MEASURE_UNIT]),
                text_of(&values[MEASURE_BETTER]), text_of(&values[MEASURE_DEFINITION])};
    }
}

/* Conditions are those of principles; elsewhere nobody would look at them. */
static void check_conditions(struct reader *reader, const struct value *conditions)
{
    for (size_t i = 0; i < conditions->count; i++) {
        const struct value *text = &conditions->items[i];
        struct condition condition;
        const char *help = NULL;
        if (!condition_read(reader->arena, text->text, reader->into, &condition, &help))
            report(reader->diagnostics, CODE_CONDITION, text->place, help,
                   "\"%s\" names nothing that a case study can have", text->text);
    }
}

/* Keys that only one vocabulary has. */
static void check_own_key(struct reader *reader, const struct own_file *file, const struct value *values, size_t row,
                          const char *vocabulary)
{
    if (file->fields == term_fields && values[row].place.line && strcmp(file->name, vocabulary) != 0)
        report(reader->diagnostics, CODE_UNKNOWN_KEY, values[row].place,
               arena_format(reader->arena, "only content/vocabulary/%s.yaml has it; take it out", vocabulary),
               "unknown key \"%s\"", term_fields[row].key);
}

/* Terms name terms of other files, so all are checked when all are read. */
static void check_file(struct reader *reader, const struct own_file *file)
{
    struct value_checker checker = {reader->arena, reader->into, reader->diagnostics};
    diagnostics_file(reader->diagnostics, file->path, file->data, file->size);
    for (size_t i = 0; file->map && i < file->map->count; i++) {
        const struct value *values = file->values[i];
        if (!values)
            continue;
        values_check(&checker, file->fields, file->field_count, values);
        values_require(&checker, file->fields, file->field_count, values, file->map->entries[i].key_place, NULL);
        check_own_key(reader, file, values, TERM_SHOWN_BY, "principles");
        check_own_key(reader, file, values, TERM_ACTS, "partner-types");
        check_own_key(reader, file, values, TERM_PROGRESS_PLUS, "deprivation-focus");
        if (file->fields == term_fields)
            check_conditions(reader, &values[TERM_SHOWN_BY]);
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
    report(reader->diagnostics, CODE_NO_VOCABULARY, whole_file, "add the file; without it no case study can be checked",
           "this vocabulary is not there");
    vocabulary_add(reader, name, 0);
}

static void add_name(struct reader *reader, struct string_list *names, const char *name)
{
    if (name && !built_in_vocabulary(name) && !string_list_have(names, name))
        string_list_add(reader->arena, names, name);
}

/* The names of all files that something asks for; what is built in is told as such. */
static struct string_list names_asked_for(struct reader *reader)
{
    struct string_list names = {0};
    for (size_t i = 0; i < CASE_FIELDS; i++) {
        add_name(reader, &names, case_fields[i].vocabulary);
        for (size_t j = 0; j < case_fields[i].member_count; j++)
            add_name(reader, &names, case_fields[i].members[j].vocabulary);
    }
    for (size_t i = 0; i < COUNT(beside_fields); i++)
        add_name(reader, &names, beside_fields[i]);
    for (size_t i = 0; i < COUNT(other_files); i++)
        add_name(reader, &names, other_files[i]);
    string_list_sort(&names);
    return names;
}

/* A name with a slip of the pen would leave its words out without a sound. */
static void refuse_unasked(struct reader *reader, const struct file_names *files)
{
    struct string_list asked = names_asked_for(reader);
    for (size_t i = 0; i < files->count; i++) {
        const char *name = arena_copy(reader->arena, files->names[i], strlen(files->names[i]) - strlen(".yaml"));
        if (string_list_have(&asked, name) || built_in_vocabulary(name))
            continue;
        const char *near = nearest(name, asked.items, asked.count);
        diagnostics_file(reader->diagnostics, arena_format(reader->arena, "content/vocabulary/%s.yaml", name), NULL, 0);
        report(reader->diagnostics, CODE_FILE_NAME, whole_file,
               near ? arena_format(reader->arena, "did you mean %s.yaml?", near)
                    : arena_format(reader->arena, "take it out; there are %s",
                                   string_list_join(reader->arena, &asked, ", ")),
               "nothing asks for words from a vocabulary of this name");
    }
}

static void require_all(struct reader *reader)
{
    for (size_t i = 0; i < CASE_FIELDS; i++) {
        require_vocabulary(reader, case_fields[i].vocabulary);
        for (size_t j = 0; j < case_fields[i].member_count; j++)
            require_vocabulary(reader, case_fields[i].members[j].vocabulary);
    }
}

static void read_all(struct reader *reader, const struct file_names *files)
{
    reader->files = arena_array(reader->arena, files->count ? files->count : 1, sizeof *reader->files);
    for (size_t i = 0; i < files->count; i++) {
        char *name = arena_copy(reader->arena, files->names[i], strlen(files->names[i]) - strlen(".yaml"));
        if (strcmp(name, "measures") == 0)
            read_measures(reader);
        else if (!is_other_file(name))
            read_vocabulary(reader, name);
    }
    for (size_t i = 0; i < reader->file_count; i++)
        check_file(reader, &reader->files[i]);
}

bool vocabularies_read(struct arena *arena, const char *root, struct vocabularies *vocabularies,
                       struct diagnostics *diagnostics)
{
    size_t errors = diagnostics->errors;
    struct reader reader = {.arena = arena,
                            .folder = file_join(arena, root, "content/vocabulary"),
                            .into = vocabularies,
                            .diagnostics = diagnostics};
    struct file_names files;
    *vocabularies = (struct vocabularies){0};
    add_built_in(&reader);
    add_limits(&reader);
    if (!file_list(arena, root, "content/vocabulary", ".yaml", &files) && files.reason != ENOENT) {
        source_report_folder("content/vocabulary", files.reason, diagnostics);
        return false;
    }
    if (files.reason) {
        diagnostics_file(diagnostics, "content/vocabulary", NULL, 0);
        report(diagnostics, CODE_NO_VOCABULARY, whole_file, "a catalogue has its vocabularies in this folder",
               "this folder is not there");
        return false;
    }
    read_all(&reader, &files);
    require_all(&reader);
    refuse_unasked(&reader, &files);
    return diagnostics->errors == errors;
}
