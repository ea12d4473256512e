#include "catalogue/draft/draft_front.h"

#include <string.h>
#include <strings.h>

#include "catalogue/draft/draft_key.h"
#include "catalogue/draft/draft_partners.h"
#include "catalogue/draft/draft_private.h"
#include "catalogue/draft/read/markdown_escape.h"
#include "indexer/base/string_list.h"
#include "indexer/base/yaml_make.h"
#include "indexer/content/meant_number.h"
#include "indexer/content/term_meant.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

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

/* One making of answers out of front matter. */
struct taking {
    struct arena *arena;
    const struct draft_base *base;
    struct document *document;
    struct draft_answers *answers;
    struct text unplaced;
};

/* Of "a, b; c" each. */
static struct string_list parted(struct arena *arena, const char *words)
{
    struct string_list items = {0};
    while (*words) {
        size_t size = strcspn(words, ",;\n");
        const char *from = words + strspn(words, " ");
        size_t length = from < words + size ? size - (size_t)(from - words) : 0;
        while (length && from[length - 1] == ' ')
            length--;
        if (length)
            string_list_add(arena, &items, arena_copy(arena, from, length));
        words += size + (words[size] != '\0');
    }
    return items;
}

/* The term that is meant: of a document's own words, as somebody is asked about it, also one that is only near. */
static const char *term_of(const struct taking *taking, const struct field *field, const char *word)
{
    const struct vocabulary *vocabulary =
        field->type == FIELD_TERM ? vocabulary_find(taking->base->vocabularies, field->vocabulary) : NULL;
    if (!vocabulary || vocabulary_term(vocabulary, word))
        return word;
    const struct term_meant meant = term_meant(taking->arena, taking->base->vocabularies, vocabulary, word);
    return meant.term && (meant.safe || !taking->document->is_own) ? meant.term->id : word;
}

/* Lists of texts from "a, b", and a text where a list has one. */
static struct yaml_node *shaped(const struct taking *taking, const struct field *field, const char *words)
{
    struct arena *arena = taking->arena;
    if (!field->is_list)
        return *words ? yaml_make_scalar(arena, term_of(taking, field, words)) : NULL;
    const struct string_list items = parted(arena, words);
    struct yaml_node *list = yaml_make(arena, TREE_LIST);
    for (size_t i = 0; i < items.count; i++)
        yaml_make_item(arena, list, yaml_make_scalar(arena, term_of(taking, field, items.items[i])));
    return list->count ? list : NULL;
}

/* "£20,000 a year": the sum, and what it is for. NULL when it is something else. */
static struct yaml_node *cost_of(const struct taking *taking, const char *words)
{
    static const char *const yearly[] = {" a year", " per year", " per annum", " annually", " each year"};
    const struct field *members = case_fields[CASE_COST].members;
    struct arena *arena = taking->arena;
    size_t size = strlen(words);
    bool each_year = false;
    for (size_t i = 0; i < COUNT(yearly); i++) {
        size_t length = strlen(yearly[i]);
        if (size > length && strcasecmp(words + size - length, yearly[i]) == 0) {
            size -= length;
            each_year = true;
            break;
        }
    }
    const struct meant_number number = meant_number(arena, arena_copy(arena, words, size));
    if (!number.meant.text || !number.meant.safe || number.percent)
        return NULL;
    struct yaml_node *cost = yaml_make(arena, TREE_MAP);
    yaml_make_entry(arena, cost, members[COST_AMOUNT].key, yaml_make_scalar(arena, number.meant.text));
    if (each_year)
        yaml_make_entry(arena, cost, members[COST_PER].key, yaml_make_scalar(arena, "year"));
    return cost;
}

/* Whether an answer is a text, or a list of them. */
static bool is_of_texts(const struct yaml_node *node)
{
    for (size_t i = 0; node->kind == TREE_LIST && i < node->count; i++)
        if (node->items[i]->kind != TREE_SCALAR)
            return false;
    return node->kind != TREE_MAP;
}

/* Whether an answer is a text or some, and the field has such. */
static bool is_plain(const struct field *field, const struct yaml_node *node)
{
    return field->type != FIELD_MAP && is_of_texts(node);
}

/* Whether it is a map, or a list of maps, where the field is one. */
static bool is_group(const struct field *field, const struct yaml_node *node)
{
    for (size_t i = 0; node->kind == TREE_LIST && i < node->count; i++)
        if (node->items[i]->kind != TREE_MAP)
            return false;
    return field->type == FIELD_MAP && node->kind == (field->is_list ? TREE_LIST : TREE_MAP);
}

/* The answer in the form that its field has; NULL when it has none. `words` are its words without what is private. */
static struct yaml_node *answer_of(const struct taking *taking, unsigned number, const struct yaml_node *given,
                                   const char *words)
{
    const struct field *field = &case_fields[number];
    if (is_plain(field, given))
        return shaped(taking, field, words);
    if (number == CASE_PARTNERS && is_of_texts(given)) {
        const struct string_list names = parted(taking->arena, words);
        return draft_partner_list(taking->arena, taking->base, &names);
    }
    return number == CASE_COST && given->kind == TREE_SCALAR ? cost_of(taking, words) : NULL;
}

static void leave_unplaced(struct taking *taking, const struct yaml_entry *entry, const char *words)
{
    text_format(&taking->unplaced, "%s- %s: ", taking->unplaced.size ? "\n" : "", entry->key);
    markdown_escape(&taking->unplaced, words, strlen(words), ' ');
}

/* An answer that was given as one: as it is, unless it can be said in its field's form and says the same. */
static void take_own(struct taking *taking, const struct yaml_entry *entry, const char *words)
{
    unsigned number = draft_key(taking->arena, entry->key, true);
    const struct field *field = number < CASE_FIELDS ? &case_fields[number] : NULL;
    bool same_shape = field && (is_group(field, entry->value) ||
                                (is_plain(field, entry->value) && field->is_list == (entry->value->kind == TREE_LIST) &&
                                 field->type != FIELD_TERM));
    struct yaml_node *node = field && !same_shape ? answer_of(taking, number, entry->value, words) : NULL;
    if (field && *words && !yaml_get(taking->answers->map, field->key))
        yaml_make_entry(taking->arena, taking->answers->map, field->key, node ? node : entry->value);
    else if (*words)
        leave_unplaced(taking, entry, words);
}

static void take(struct taking *taking, const struct yaml_entry *entry, const char *words)
{
    struct arena *arena = taking->arena;
    unsigned number = draft_key(arena, entry->key, false);
    const struct field *field = number < CASE_FIELDS ? &case_fields[number] : NULL;
    if (number == DRAFT_OF_PEOPLE) {
        const char *all = arena_format(arena, "%s: %s", entry->key, words);
        left_out_add(arena, &taking->document->left_out, "whom to ask, or who wrote it", all, strlen(all));
        return;
    }
    const char *clean = draft_private(arena, words, &taking->document->left_out);
    size_t size = strlen(clean);
    bool whole = size == strlen(words);
    if (number == CASE_TITLE && size > 1 && clean[size - 1] == '.')
        clean = arena_copy(arena, clean, size - 1);
    struct yaml_node *node = NULL;
    if (field && !yaml_get(taking->answers->map, field->key))
        node = is_group(field, entry->value) && whole ? entry->value : answer_of(taking, number, entry->value, clean);
    if (!node) {
        leave_unplaced(taking, entry, clean);
        return;
    }
    yaml_make_entry(arena, taking->answers->map, field->key, node);
    bool reworded = field->type != FIELD_TEXT && entry->value->kind == TREE_SCALAR;
    taking->answers->remarks[number] = arena_format(arena, "from the document's \"%s\"%s%s: is it what belongs here?",
                                                    entry->key, reworded ? ", " : "", reworded ? clean : "");
}

void draft_front(struct arena *arena, const struct draft_base *base, struct document *document, struct draft_body *body,
                 struct draft_answers *answers)
{
    struct taking taking = {.arena = arena, .base = base, .document = document, .answers = answers};
    for (size_t i = 0; document->front && i < document->front->count; i++) {
        const struct yaml_entry *entry = &document->front->entries[i];
        struct text words = {0};
        add_words(&words, entry->value, 0);
        const char *said = arena_copy(arena, text_string(&words), words.size);
        if (document->is_own)
            take_own(&taking, entry, said);
        else
            take(&taking, entry, said);
        text_free(&words);
    }
    if (taking.unplaced.size)
        draft_body_unplaced(arena, body, document->is_own ? "Other answers" : "Answers of its front matter",
                            arena_copy(arena, taking.unplaced.data, taking.unplaced.size));
    text_free(&taking.unplaced);
}
