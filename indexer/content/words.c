#include "indexer/content/words.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "indexer/base/file.h"
#include "indexer/base/lines.h"
#include "indexer/base/yaml_write.h"
#include "indexer/content/codes.h"
#include "indexer/content/source.h"

enum { WORDS_FILE_MAX = 1024 * 1024 };

static const char words_path[] = "content/words.yaml";

static const char template[] = {
#include "indexer/content/words.yaml.inc"
    0};

static int compare(const void *a, const void *b)
{
    const struct phrase *first = a;
    const struct phrase *second = b;
    return strcmp(first->english, second->english);
}

static void sort(struct phrases *phrases)
{
    qsort(phrases->items, phrases->count, sizeof *phrases->items, compare);
}

static const struct yaml_node *read_template(struct arena *arena)
{
    struct yaml_problems problems = {0};
    const struct yaml_node *map = yaml_tree_read(arena, template, sizeof template - 1, 1, &problems);
    assert(map && map->kind == TREE_MAP && !problems.count);
    return map;
}

/* All phrases, with nothing said. */
static struct phrases all_phrases(struct arena *arena)
{
    const struct yaml_node *map = read_template(arena);
    struct phrases all = {.items = arena_array(arena, map->count, sizeof *all.items)};
    for (; all.count < map->count; all.count++)
        all.items[all.count].english = map->entries[all.count].key;
    sort(&all);
    return all;
}

static const struct phrase *find(const struct phrases *phrases, const char *english)
{
    return bsearch(&(struct phrase){english, NULL}, phrases->items, phrases->count, sizeof *phrases->items, compare);
}

static void take(const struct phrases *all, const struct yaml_entry *entry, struct words *words,
                 struct diagnostics *diagnostics)
{
    const struct yaml_node *value = entry->value;
    if (!find(all, entry->key))
        report(diagnostics, CODE_PHRASE, entry->key_place,
               "take the line out, or compare it with: catalogue schema --format words", "no page says \"%s\"",
               entry->key);
    else if (value->kind != TREE_SCALAR)
        report(diagnostics, CODE_TRANSLATION, value->place, "write it in quotation marks, on one line",
               "a translation is one text");
    else if (strpbrk(value->text, "\r\n"))
        report(diagnostics, CODE_TRANSLATION, value->place, "write it in quotation marks, on one line",
               "the translation of \"%s\" has a line break", entry->key);
    else if (!phrases_fit(entry->key, value->text) && *value->text)
        report(diagnostics, CODE_TRANSLATION, value->place,
               "keep what begins with %, such as %s, as it is; in another order, write %1$s for the first and %2$s for "
               "the second, each once",
               "the translation does not take in what \"%s\" does", entry->key);
    else if (*value->text)
        words->phrases.items[words->phrases.count++] = (struct phrase){entry->key, value->text};
}

static void read_map(struct arena *arena, const struct yaml_node *map, struct words *words,
                     struct diagnostics *diagnostics)
{
    struct phrases all = all_phrases(arena);
    words->phrases.items = arena_array(arena, map->count ? map->count : 1, sizeof *words->phrases.items);
    for (size_t i = 0; i < map->count; i++)
        take(&all, &map->entries[i], words, diagnostics);
    sort(&words->phrases);
    words->without = all.count - words->phrases.count;
}

bool words_read(struct arena *arena, const char *root, struct words *words, struct diagnostics *diagnostics)
{
    size_t errors = diagnostics->errors;
    size_t size = 0;
    *words = (struct words){0};
    const char *data =
        source_load_if_there(arena, file_join(arena, root, words_path), words_path, WORDS_FILE_MAX, &size, diagnostics);
    const struct yaml_node *map = data ? source_read_yaml(arena, data, size, NULL, diagnostics) : NULL;
    if (map && map->kind == TREE_MAP)
        read_map(arena, map, words, diagnostics);
    else if (map)
        report(diagnostics, CODE_NOT_GROUP, map->place, "write one \"phrase\": \"translation\" a line",
               "the words are not a list of phrases");
    else
        words->without = all_phrases(arena).count;
    return diagnostics->errors == errors;
}

/* Each phrase stands on a line of its own, which ends with the "" that the translation takes the place of. */
void words_add(struct text *out, const struct phrases *phrases)
{
    struct arena arena = {0};
    const struct yaml_node *map = read_template(&arena);
    const char *at = template;
    for (size_t i = 0; i < map->count; i++) {
        const struct phrase *found = phrases->count ? find(phrases, map->entries[i].key) : NULL;
        struct line line = line_number(template, sizeof template - 1, map->entries[i].key_place.line);
        const char *end = line.at + line.size - strlen("\"\"");
        text_append(out, at, (size_t)(end - at));
        text_add(out, yaml_quoted(&arena, found ? found->said : "", found ? strlen(found->said) : 0));
        at = line.at + line.size;
    }
    text_add(out, at);
    arena_free(&arena);
}
