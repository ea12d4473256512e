#include "indexer/content/settings.h"

#include <string.h>

#include "indexer/base/file.h"
#include "indexer/content/codes.h"
#include "indexer/content/nearest.h"
#include "indexer/content/scalars.h"
#include "indexer/content/source.h"

enum { SETTINGS_FILE_MAX = 64 * 1024, MONTHS_MAX = 240 };

static const char *const keys[] = {"title",   "publisher", "base_url",      "repository",
                                   "licence", "contact",   "review_months", "require_review"};

#define COUNT(table) (sizeof(table) / sizeof *(table))

static const struct settings defaults = {
    .title = "Catalogue of case studies",
    .publisher = "",
    .base_url = "",
    .repository = "",
    .licence = "CC-BY-4.0",
    .contact = "",
    .review_months = 24,
};

static void check_key(const struct yaml_entry *entry, struct arena *arena, struct diagnostics *diagnostics)
{
    for (size_t i = 0; i < COUNT(keys); i++)
        if (strcmp(keys[i], entry->key) == 0)
            return;
    const char *near = nearest(entry->key, keys, COUNT(keys));
    report(diagnostics, CODE_SETTING, entry->key_place,
           near ? arena_format(arena, "did you mean %s?", near) : "take it out", "\"%s\" is not a setting", entry->key);
}

static void check_address(const struct yaml_node *map, const char *key, struct diagnostics *diagnostics)
{
    const struct yaml_node *node = yaml_get(map, key);
    if (node && node->kind == TREE_SCALAR && *node->text && !scalar_url(node->text))
        report(diagnostics, CODE_SETTING, node->place, "begin it with https:// or leave it empty",
               "%s is not a web address", key);
}

static void read_months(const struct yaml_node *map, struct settings *settings, struct diagnostics *diagnostics)
{
    const struct yaml_node *node = yaml_get(map, "review_months");
    double months = settings->review_months;
    if (node && (node->kind != TREE_SCALAR || !scalar_number(node->text, &months) || months < 1 || months > MONTHS_MAX))
        report(diagnostics, CODE_SETTING, node->place, "24 is usual", "review_months is a whole number from 1 to %d",
               MONTHS_MAX);
    else
        settings->review_months = (int)months;
}

static void read_all(struct arena *arena, const struct yaml_node *map, struct settings *settings,
                     struct diagnostics *diagnostics)
{
    for (size_t i = 0; i < map->count; i++)
        check_key(&map->entries[i], arena, diagnostics);
    settings->title = yaml_text(map, "title", settings->title);
    settings->publisher = yaml_text(map, "publisher", settings->publisher);
    settings->base_url = yaml_text(map, "base_url", settings->base_url);
    settings->repository = yaml_text(map, "repository", settings->repository);
    settings->licence = yaml_text(map, "licence", settings->licence);
    settings->contact = yaml_text(map, "contact", settings->contact);
    check_address(map, "base_url", diagnostics);
    check_address(map, "repository", diagnostics);
    read_months(map, settings, diagnostics);
    if (!scalar_yes_no(yaml_text(map, "require_review", "no"), &settings->require_review))
        report(diagnostics, CODE_SETTING, yaml_get(map, "require_review")->place, "write true or false",
               "require_review is yes or no");
}

bool settings_read(struct arena *arena, const char *root, struct settings *settings, struct diagnostics *diagnostics)
{
    size_t errors = diagnostics->errors;
    size_t size = 0;
    *settings = defaults;
    const char *data = source_load(arena, file_join(arena, root, "content/catalogue.yaml"), "content/catalogue.yaml",
                                   SETTINGS_FILE_MAX, &size, diagnostics);
    const struct yaml_node *map = data ? source_read_yaml(arena, data, size, diagnostics) : NULL;
    if (map && map->kind == TREE_MAP)
        read_all(arena, map, settings, diagnostics);
    return diagnostics->errors == errors;
}
