#include "catalogue/import.h"

#include <errno.h>
#include <string.h>

#include "catalogue/site/frame/url.h"
#include "indexer/base/file.h"
#include "indexer/base/file_write.h"
#include "indexer/base/json_read.h"
#include "indexer/base/yaml_make.h"
#include "indexer/content/case_check.h"
#include "indexer/content/case_parse.h"
#include "indexer/content/case_write.h"
#include "indexer/content/scalars.h"
#include "search-cli/present/case_data.h"

enum { EXPORT_MAX = 256 * 1024 * 1024 };

static const char folder[] = "content/case-studies";

/* One run of importing. */
struct importing {
    struct arena *arena; /* for what outlives a case */
    const struct import_options *options;
    struct imported *imported;
    struct diagnostics *diagnostics;
    struct string_list ids;        /* that were seen in this import */
    struct string_list known;      /* keys beside the answers */
    const struct yaml_node *whole; /* the catalogue that the cases come from; NULL where nothing is said of it */
};

/* One case study that is to be taken over. */
struct taking {
    struct arena arena;
    const char *id;
    const char *shown; /* its file, as problems name it */
    const char *path;
    const char *body;
    struct yaml_node *given;   /* as it came */
    struct yaml_node *answers; /* with origin and licence */
};

static const char *scalar_of(const struct yaml_node *map, const char *key)
{
    const struct yaml_node *node = yaml_get(map, key);
    return node && node->kind == TREE_SCALAR ? node->text : "";
}

/* An answer of one text; nothing for "". */
static void add_answer(struct arena *arena, struct yaml_node *map, const char *key, const char *text)
{
    if (*text)
        yaml_make_entry(arena, map, key, yaml_make_scalar(arena, text));
}

/* What came from a third catalogue keeps what it says of that. */
static void add_origin(const struct importing *importing, struct taking *taking)
{
    struct arena *arena = &taking->arena;
    const struct yaml_node *whole = importing->whole;
    const char *base = scalar_of(whole, "base_url");
    struct url url;
    taking->answers = arena_alloc(arena, sizeof *taking->answers);
    *taking->answers = *taking->given;
    taking->answers->entries = arena_array(arena, taking->given->count + 1, sizeof *taking->given->entries);
    memcpy(taking->answers->entries, taking->given->entries, taking->given->count * sizeof *taking->given->entries);
    if (!yaml_get(taking->given, "licence"))
        add_answer(arena, taking->answers, "licence", scalar_of(whole, "licence"));
    if (yaml_get(taking->given, "origin") || !*scalar_of(whole, "title"))
        return;
    struct yaml_node *origin = yaml_make(arena, TREE_MAP);
    add_answer(arena, origin, "catalogue", scalar_of(whole, "title"));
    add_answer(arena, origin, "publisher", scalar_of(whole, "publisher"));
    if (url_absolute(arena, base, "", &url))
        add_answer(arena, origin, "url", url_case(arena, base, taking->id));
    yaml_make_entry(arena, taking->answers, "origin", origin);
}

static void refuse(struct importing *importing, const char *id, const char *why)
{
    string_list_add(importing->arena, &importing->imported->refused,
                    arena_format(importing->arena, "%s: %s", *id ? id : "a case study without an id", why));
}

/* The same answers and the same text, with or without what an import adds. */
static bool says_the_same(const struct taking *taking, const struct case_study *study)
{
    const char *key = NULL;
    return study->source.body && strlen(taking->body) == study->source.body_size &&
           memcmp(taking->body, study->source.body, study->source.body_size) == 0 &&
           (case_write_same(taking->answers, study->fields, &key) ||
            case_write_same(taking->given, study->fields, &key));
}

/* There is something of that name. */
static void compare_with_file(struct importing *importing, struct taking *taking)
{
    struct file file = {0};
    bool same = false;
    enum file_status status = file_read(&taking->arena, taking->path, CASE_FILE_MAX, &file);
    if (status == FILE_FAILED) {
        importing->imported->problem =
            arena_format(importing->arena, "%s: %s", taking->shown, file_status_text(status, file.reason));
        return;
    }
    if (status == FILE_DONE && source_guard(file.data, file.size, CASE_FILE_MAX, NULL))
        same = says_the_same(taking, case_parse(&taking->arena, taking->shown, file.data, file.size,
                                                importing->options->vocabularies, NULL));
    string_list_add(importing->arena, same ? &importing->imported->same : &importing->imported->clashes, taking->id);
}

/* Whether it is a case study by the rules of this catalogue, and reads back as it came. */
static bool is_good(struct importing *importing, struct taking *taking, const struct text *text)
{
    const struct case_context context = {importing->options->vocabularies, importing->options->root};
    struct diagnostics *diagnostics = importing->diagnostics;
    size_t errors = diagnostics->errors;
    const char *key = NULL;
    diagnostics_file(diagnostics, taking->shown, text->data, text->size);
    if (!source_guard(text->data, text->size, CASE_FILE_MAX, diagnostics))
        return false;
    const struct case_study *study =
        case_parse(&taking->arena, taking->shown, text->data, text->size, context.vocabularies, diagnostics);
    case_check(&taking->arena, study, &context, diagnostics);
    if (diagnostics->errors > errors)
        return false;
    if (case_write_same(taking->answers, study->fields, &key) && says_the_same(taking, study))
        return true;
    refuse(importing, taking->id, arena_format(importing->arena, "%s would not be the same here", key));
    return false;
}

static void write_file(struct importing *importing, const struct taking *taking, const struct text *text)
{
    int reason = 0;
    struct imported *imported = importing->imported;
    if (importing->options->dry_run || file_create(taking->path, text->data, text->size, &reason))
        string_list_add(importing->arena, &imported->written, taking->id);
    else if (reason == EEXIST)
        string_list_add(importing->arena, &imported->clashes, taking->id);
    else
        imported->problem = arena_format(importing->arena, "%s cannot be written: %s", taking->shown, strerror(reason));
}

static void take_new(struct importing *importing, struct taking *taking)
{
    struct text text = {0};
    size_t errors = importing->diagnostics->errors;
    case_write(&text, importing->arena, importing->options->vocabularies, taking->answers, taking->body,
               &importing->known, &importing->imported->unknown);
    if (is_good(importing, taking, &text))
        write_file(importing, taking, &text);
    else if (importing->diagnostics->errors > errors)
        refuse(importing, taking->id, "it has errors by the rules of this catalogue");
    diagnostics_file(importing->diagnostics, NULL, NULL, 0);
    text_free(&text);
}

/* The id is looked at before anything is made of it. */
static void take_case(struct importing *importing, struct yaml_node *given)
{
    struct taking taking = {.given = given, .body = scalar_of(given, "body")};
    struct file file = {0};
    const char *id = scalar_of(given, "id");
    if (given->kind != TREE_MAP || !scalar_case_id(id)) {
        refuse(importing, id, "that cannot be the id of a case study");
        return;
    }
    if (string_list_have(&importing->ids, id)) {
        string_list_add(importing->arena, &importing->imported->clashes, id);
        return;
    }
    string_list_add(importing->arena, &importing->ids, id);
    taking.id = id;
    taking.shown = arena_format(&taking.arena, "%s/%s.md", folder, id);
    taking.path = file_join(&taking.arena, importing->options->root, taking.shown);
    add_origin(importing, &taking);
    enum file_status status = file_stat(taking.path, &file);
    if (status == FILE_FAILED)
        importing->imported->problem =
            arena_format(importing->arena, "cannot look for %s: %s", taking.shown, strerror(file.reason));
    else if (status != FILE_MISSING)
        compare_with_file(importing, &taking);
    else if (!yaml_get(given, "body"))
        refuse(importing, id, "its text is not there: an older program, or another, wrote it down");
    else
        take_new(importing, &taking);
    arena_free(&taking.arena);
}

static void take_all(struct importing *importing, struct yaml_node *root)
{
    const struct yaml_node *list = root->kind == TREE_LIST ? root : yaml_get(root, "case_studies");
    if (!list) {
        take_case(importing, root);
        return;
    }
    importing->whole = root->kind == TREE_MAP ? root : importing->whole;
    if (list->kind != TREE_LIST)
        importing->imported->problem = "what it has as case_studies is no list of them";
    for (size_t i = 0; list->kind == TREE_LIST && i < list->count && !importing->imported->problem; i++)
        take_case(importing, list->items[i]);
}

static const char *say_problem(struct arena *arena, const char *path, size_t line, const struct json_problem *problem)
{
    return arena_format(arena, "%s:%zu:%zu: this is no JSON: %s", path, problem->place.line + line,
                        problem->place.column, problem->words);
}

static void take_json(struct importing *importing, const char *path, size_t line, const char *data, size_t size)
{
    struct json_problem problem;
    struct yaml_node *root = json_read(importing->arena, data, size, &problem);
    double version = CASE_DATA_VERSION;
    if (!root)
        importing->imported->problem = say_problem(importing->arena, path, line, &problem);
    else if (*scalar_of(root, "format_version") &&
             (!scalar_number(scalar_of(root, "format_version"), &version) || (int)version != CASE_DATA_VERSION))
        importing->imported->problem =
            arena_format(importing->arena, "%s has another format_version than %d", path, CASE_DATA_VERSION);
    else
        take_all(importing, root);
}

static void take_lines(struct importing *importing, const char *path, const struct file *file)
{
    size_t line = 0;
    for (size_t at = 0, size; at < file->size && !importing->imported->problem; at += size + 1, line++) {
        const char *end = memchr(file->data + at, '\n', file->size - at);
        size = end ? (size_t)(end - file->data) - at : file->size - at;
        if (size)
            take_json(importing, path, line, file->data + at, size);
    }
}

static bool ends_in(const char *name, const char *end)
{
    size_t size = strlen(name);
    return size > strlen(end) && strcmp(name + size - strlen(end), end) == 0;
}

static void take_file(struct importing *importing, const char *path)
{
    struct file file = {0};
    enum file_status status = file_read(importing->arena, path, EXPORT_MAX, &file);
    if (status == FILE_TOO_LARGE)
        importing->imported->problem =
            arena_format(importing->arena, "%s is larger than the %d MiB that are read", path, EXPORT_MAX >> 20);
    else if (status != FILE_DONE)
        importing->imported->problem =
            arena_format(importing->arena, "%s %s", path, file_status_text(status, file.reason));
    else if (ends_in(path, ".ndjson"))
        take_lines(importing, path, &file);
    else
        take_json(importing, path, 0, file.data, file.size);
}

/* Every .json file of a folder; false when it has none. */
static bool take_folder(struct importing *importing, const char *path, const char *below)
{
    struct file_names names;
    if (!file_list(importing->arena, path, below, ".json", &names))
        return false;
    const char *full = *below ? file_join(importing->arena, path, below) : path;
    for (size_t i = 0; i < names.count && !importing->imported->problem; i++)
        take_file(importing, file_join(importing->arena, full, names.names[i]));
    return names.count > 0;
}

static void take_path(struct importing *importing, const char *path)
{
    static const char *const wholes[] = {"catalogue.json", "data/catalogue.json"};
    struct file file;
    if (file_stat(path, &file) != FILE_NOT_REGULAR) {
        take_file(importing, path);
        return;
    }
    for (size_t i = 0; i < sizeof wholes / sizeof *wholes; i++) {
        const char *whole = file_join(importing->arena, path, wholes[i]);
        if (file_stat(whole, &file) == FILE_DONE) {
            take_file(importing, whole);
            return;
        }
    }
    if (!take_folder(importing, path, "case-studies") && !take_folder(importing, path, ""))
        importing->imported->problem = arena_format(
            importing->arena, "%s has neither catalogue.json nor the files of case studies that a site offers", path);
}

/* What JSON has beside the answers (json.md), computed here anew. */
static void add_known(struct importing *importing)
{
    static const char *const keys[] = {"format_version",  "id",       "path",     "evidence",
                                       "outcome_figures", "in_words", "sections", "body"};
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        string_list_add(importing->arena, &importing->known, keys[i]);
    for (size_t i = 0; i < FACET_COUNT; i++)
        string_list_add(importing->arena, &importing->known, facets[i].key);
}

void import_path(struct arena *arena, const struct import_options *options, const char *path, struct imported *imported,
                 struct diagnostics *diagnostics)
{
    struct importing importing = {.arena = arena, .options = options, .imported = imported, .diagnostics = diagnostics};
    struct file_names names;
    add_known(&importing);
    if (file_list(arena, options->root, folder, ".md", &names))
        take_path(&importing, path);
    else
        imported->problem = arena_format(arena, "%s cannot be read: %s", folder, strerror(names.reason));
}
