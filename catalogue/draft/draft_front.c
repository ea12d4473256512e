#include "catalogue/draft/draft_front.h"

#include <string.h>
#include <strings.h>

#include "catalogue/draft/draft_private.h"
#include "catalogue/draft/markdown_escape.h"
#include "indexer/base/yaml_make.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

enum { OF_PEOPLE = CASE_FIELDS + 1 };

/* What other programs call it. */
static const struct {
    const char *key;
    unsigned field;
} other_keys[] = {
    {"name", CASE_TITLE},      {"description", CASE_SUMMARY}, {"abstract", CASE_SUMMARY},
    {"excerpt", CASE_SUMMARY}, {"intro", CASE_SUMMARY},       {"lead", CASE_SUMMARY},
    {"tags", CASE_KEYWORDS},   {"categories", CASE_KEYWORDS}, {"category", CASE_KEYWORDS},
    {"location", CASE_PLACE},  {"region", CASE_REGIONS},      {"author", OF_PEOPLE},
    {"authors", OF_PEOPLE},    {"creator", OF_PEOPLE},        {"by", OF_PEOPLE},
    {"email", OF_PEOPLE},      {"contact", OF_PEOPLE},        {"phone", OF_PEOPLE},
    {"editor", OF_PEOPLE},     {"contributors", OF_PEOPLE},
};

static unsigned field_of(const char *key)
{
    for (size_t i = 0; i < COUNT(other_keys); i++)
        if (strcasecmp(key, other_keys[i].key) == 0)
            return other_keys[i].field;
    return (unsigned)field_find(case_fields, CASE_FIELDS, key);
}

/* "a, b" of a list, "key: a" of a map. */
static void add_words(struct text *out, const struct yaml_node *node, int depth)
{
    enum { DEPTH_MAX = 8 };
    if (node->kind == TREE_SCALAR)
        text_add(out, node->text);
    for (size_t i = 0; node->kind == TREE_LIST && depth < DEPTH_MAX && i < node->count; i++) {
        text_add(out, i ? ", " : "");
        add_words(out, node->items[i], depth + 1);
    }
    for (size_t i = 0; node->kind == TREE_MAP && depth < DEPTH_MAX && i < node->count; i++) {
        text_format(out, "%s%s: ", i ? ", " : "", node->entries[i].key);
        add_words(out, node->entries[i].value, depth + 1);
    }
}

/* Lists of texts from "a, b", and a text where a list has one. */
static struct yaml_node *shaped(struct arena *arena, const struct field *field, const char *words)
{
    if (!field->is_list)
        return *words ? yaml_make_scalar(arena, words) : NULL;
    struct yaml_node *list = yaml_make(arena, TREE_LIST);
    while (*words) {
        size_t size = strcspn(words, ",");
        const char *from = words + strspn(words, " ");
        size_t length = size - (size_t)(from - words);
        while (length && from[length - 1] == ' ')
            length--;
        if (length)
            yaml_make_item(arena, list, yaml_make_scalar(arena, arena_copy(arena, from, length)));
        words += size + (words[size] == ',');
    }
    return list->count ? list : NULL;
}

/* Whether an answer is a text or some, and the field has such. */
static bool is_plain(const struct field *field, const struct yaml_node *node)
{
    for (size_t i = 0; node->kind == TREE_LIST && i < node->count; i++)
        if (node->items[i]->kind != TREE_SCALAR)
            return false;
    return field->type != FIELD_MAP && node->kind != TREE_MAP;
}

/* Whether it is a map, or a list of maps, where the field is one. */
static bool is_group(const struct field *field, const struct yaml_node *node)
{
    for (size_t i = 0; node->kind == TREE_LIST && i < node->count; i++)
        if (node->items[i]->kind != TREE_MAP)
            return false;
    return field->type == FIELD_MAP && node->kind == (field->is_list ? TREE_LIST : TREE_MAP);
}

/* An answer that was given as one. */
static void take_own(struct arena *arena, const struct yaml_entry *entry, struct draft_answers *answers,
                     struct text *unplaced)
{
    size_t number = field_find(case_fields, CASE_FIELDS, entry->key);
    const struct field *field = number < CASE_FIELDS ? &case_fields[number] : NULL;
    struct text words = {0};
    add_words(&words, entry->value, 0);
    bool as_list = entry->value->kind == TREE_LIST;
    bool shape = field && is_plain(field, entry->value) && field->is_list != as_list;
    struct yaml_node *node = shape ? shaped(arena, field, arena_string(arena, text_string(&words))) : entry->value;
    if (field && node && words.size && !yaml_get(answers->map, field->key)) {
        yaml_make_entry(arena, answers->map, field->key, node);
    } else if (words.size) {
        text_format(unplaced, "%s- %s: ", unplaced->size ? "\n" : "", entry->key);
        markdown_escape(unplaced, words.data, words.size, ' ');
    }
    text_free(&words);
}

static void take(struct arena *arena, const struct yaml_entry *entry, struct document *document,
                 struct draft_answers *answers, struct text *unplaced)
{
    unsigned number = field_of(entry->key);
    const struct field *field = number < CASE_FIELDS ? &case_fields[number] : NULL;
    struct text words = {0};
    add_words(&words, entry->value, 0);
    bool fits = field && is_plain(field, entry->value) && !yaml_get(answers->map, field->key);
    const char *clean = number == OF_PEOPLE ? "" : draft_private(arena, text_string(&words), &document->left_out);
    size_t size = strlen(clean);
    if (number == CASE_TITLE && size > 1 && clean[size - 1] == '.')
        clean = arena_copy(arena, clean, size - 1);
    struct yaml_node *node = fits ? shaped(arena, field, arena_string(arena, clean)) : NULL;
    if (field && is_group(field, entry->value) && size == words.size)
        node = entry->value;
    if (number == OF_PEOPLE) {
        const char *all = arena_format(arena, "%s: %s", entry->key, text_string(&words));
        left_out_add(arena, &document->left_out, "whom to ask, or who wrote it", all, strlen(all));
    } else if (node) {
        yaml_make_entry(arena, answers->map, field->key, node);
        answers->remarks[number] =
            arena_format(arena, "from the document's \"%s\": is it what belongs here?", entry->key);
    } else {
        text_format(unplaced, "%s- %s: ", unplaced->size ? "\n" : "", entry->key);
        markdown_escape(unplaced, clean, strlen(clean), ' ');
    }
    text_free(&words);
}

void draft_front(struct arena *arena, struct document *document, struct draft_body *body, struct draft_answers *answers)
{
    struct text unplaced = {0};
    for (size_t i = 0; document->front && i < document->front->count; i++)
        if (document->is_own)
            take_own(arena, &document->front->entries[i], answers, &unplaced);
        else
            take(arena, &document->front->entries[i], document, answers, &unplaced);
    if (unplaced.size)
        draft_body_unplaced(arena, body, document->is_own ? "Other answers" : "Answers of its front matter",
                            arena_copy(arena, unplaced.data, unplaced.size));
    text_free(&unplaced);
}
