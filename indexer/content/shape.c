#include "indexer/content/shape.h"

#include <string.h>

#include "indexer/base/string_list.h"
#include "indexer/base/text.h"
#include "indexer/base/yaml_write.h"
#include "indexer/content/ask.h"
#include "indexer/content/codes.h"
#include "indexer/content/meant_number.h"

enum { WORDS_LONGEST = 80 };

/* What every step here needs. */
struct shaping {
    struct arena *arena;
    const struct answer *answer;
    const struct vocabularies *vocabularies;
    struct diagnostics *diagnostics;
};

struct place answer_place(const struct answer *answer)
{
    const struct yaml_node *node = answer->node;
    return (struct place){node->place.line, node->place.column, node->span};
}

static bool is_item(const struct answer *answer)
{
    return answer->entry->value != answer->node;
}

/* The bytes of a node in the file; false where it cannot be replaced. */
static bool bytes_of(const struct shaping *shaping, size_t *from, size_t *to)
{
    const struct diagnostics *diagnostics = shaping->diagnostics;
    return diagnostics && diagnostics->source && shaping->answer->node->span &&
           place_bytes(diagnostics->source, diagnostics->source_size, answer_place(shaping->answer), from, to);
}

/* Places from right behind the colon of its key to the end of the answer; false where something else stands between. */
static bool behind_colon(const struct shaping *shaping, struct place *place)
{
    size_t from = 0;
    size_t to = 0;
    size_t key_from = 0;
    size_t key_to = 0;
    const struct answer *answer = shaping->answer;
    const char *source = shaping->diagnostics ? shaping->diagnostics->source : NULL;
    if (is_item(answer) || !bytes_of(shaping, &from, &to) ||
        !place_bytes(source, shaping->diagnostics->source_size, answer->entry->key_place, &key_from, &key_to) ||
        source[key_to] != ':' || strspn(source + key_to + 1, " \r\n") != from - key_to - 1)
        return false;
    const struct place key = answer->entry->key_place;
    *place = (struct place){key.line, key.column + key.length + 1, from - key_to - 1 + answer->node->span};
    return true;
}

/* The column that the keys beside this one begin at. */
static size_t indentation(const struct answer *answer)
{
    return answer->entry->key_place.column - 1;
}

/* Commas part terms and short words; a sentence with commas is one item, unless a mark of Word's parts it. */
static struct string_list items_of(struct arena *arena, const struct field *field, const char *text)
{
    static const char bullet[] = "•";
    bool bullets = strncmp(text, bullet, strlen(bullet)) == 0;
    bool short_words = field->type != FIELD_TEXT || (field->longest && field->longest <= WORDS_LONGEST);
    struct string_list items = {0};
    while (*text) {
        const char *mark = bullets ? strstr(text, bullet) : NULL;
        size_t size = bullets       ? (mark ? (size_t)(mark - text) : strlen(text))
                      : short_words ? strcspn(text, ",;")
                                    : strlen(text);
        const char *end = text + size;
        const char *at = text;
        for (text = *end ? end + (bullets ? strlen(bullet) : 1) : end; at < end && *at == ' ';)
            at++;
        while (end > at && end[-1] == ' ')
            end--;
        if (end > at)
            string_list_add(arena, &items, arena_copy(arena, at, (size_t)(end - at)));
    }
    return items;
}

/* "[one, two]" */
static const char *in_brackets(struct arena *arena, const struct string_list *items)
{
    struct text out = {0};
    text_char(&out, '[');
    for (size_t i = 0; i < items->count; i++)
        text_format(&out, "%s%s", i ? ", " : "", yaml_scalar(arena, items->items[i], strlen(items->items[i]), true));
    text_char(&out, ']');
    const char *copy = arena_copy(arena, text_string(&out), out.size);
    text_free(&out);
    return copy;
}

/* The source of a node, with something before it, and further lines indented by `more` or, when negative, less. */
static const char *moved(const struct shaping *shaping, const char *before, int more)
{
    size_t from = 0;
    size_t to = 0;
    struct text out = {0};
    if (!bytes_of(shaping, &from, &to))
        return NULL;
    text_add(&out, before);
    for (const char *at = shaping->diagnostics->source + from; at < shaping->diagnostics->source + to; at++) {
        if (*at == '\r')
            continue;
        text_char(&out, *at);
        if (*at != '\n')
            continue;
        for (int i = 0; i < more; i++)
            text_char(&out, ' ');
        for (int i = 0; i > more && at[1] == ' '; i--)
            at++;
    }
    const char *copy = arena_copy(shaping->arena, text_string(&out), out.size);
    text_free(&out);
    return copy;
}

static void ask(const struct shaping *shaping, enum code_id code, const char *help, const char *message)
{
    const struct answer *answer = shaping->answer;
    static const char *const names[] = {
        [TREE_SCALAR] = "a text", [TREE_LIST] = "a list", [TREE_MAP] = "a group of answers"};
    report(shaping->diagnostics, code, answer->node->place, help, "\"%s\" is %s here; it should be %s",
           answer->field->key, names[answer->node->kind], message);
}

static void list_wanted(const struct shaping *shaping)
{
    const struct answer *answer = shaping->answer;
    const struct yaml_node *node = answer->node;
    const char *fix = NULL;
    bool is_map = answer->field->type == FIELD_MAP;
    ask(shaping, CODE_SHAPE, ask_answer(shaping->arena, answer->field, shaping->vocabularies), "a list");
    if (node->kind == TREE_SCALAR && !is_map) {
        struct string_list items = items_of(shaping->arena, answer->field, node->text);
        fix = items.count && node->span ? in_brackets(shaping->arena, &items) : NULL;
    } else if (node->kind == TREE_MAP && is_map) {
        const char *source = moved(shaping, "", 0);
        bool brackets = source && *source == '{';
        fix = !source ? NULL : brackets ? arena_format(shaping->arena, "[%s]", source) : moved(shaping, "- ", 2);
    }
    if (fix)
        diagnostics_offer(shaping->diagnostics, answer_place(answer), fix, true, NULL);
}

/* The texts of a list, joined as a sentence lists them; NULL where some are none. */
static const char *joined_items(struct arena *arena, const struct yaml_node *list)
{
    struct string_list words = {0};
    for (size_t i = 0; i < list->count; i++) {
        if (list->items[i]->kind != TREE_SCALAR || !*list->items[i]->text)
            return NULL;
        string_list_add(arena, &words, list->items[i]->text);
    }
    return words.count ? string_list_join(arena, &words, ", ") : NULL;
}

static void one_wanted(const struct shaping *shaping)
{
    const struct answer *answer = shaping->answer;
    const struct yaml_node *node = answer->node;
    struct place place;
    const char *words = node->kind == TREE_LIST ? joined_items(shaping->arena, node) : NULL;
    bool is_free = answer->field->type == FIELD_TEXT;
    ask(shaping, CODE_NOT_ONE,
        node->kind == TREE_LIST && node->count > 1 && words && !is_free
            ? arena_format(shaping->arena, "one of them belongs here; which of: %s?", words)
            : ask_answer(shaping->arena, answer->field, shaping->vocabularies),
        "one text");
    if (words && (node->count == 1 || is_free) && behind_colon(shaping, &place))
        diagnostics_offer(
            shaping->diagnostics, place,
            arena_format(shaping->arena, " %s", yaml_scalar(shaping->arena, words, strlen(words), node->in_brackets)),
            node->count == 1, NULL);
}

/* The one required answer of a group, when it is a figure: "cost: 45000" can mean nothing else. */
static const struct field *only_figure(const struct field *field)
{
    const struct field *found = NULL;
    for (size_t i = 0; i < field->member_count; i++) {
        const struct field *member = &field->members[i];
        if (member->need != FIELD_REQUIRED)
            continue;
        if (found || (member->type != FIELD_NUMBER && member->type != FIELD_COUNT))
            return NULL;
        found = member;
    }
    return found;
}

static void group_from_figure(const struct shaping *shaping)
{
    const struct answer *answer = shaping->answer;
    const struct field *figure = only_figure(answer->field);
    struct meant_number number = meant_number(shaping->arena, answer->node->text);
    struct place place;
    if (figure && number.meant.text && !number.percent && !answer->node->in_brackets && behind_colon(shaping, &place))
        diagnostics_offer(shaping->diagnostics, place,
                          arena_format(shaping->arena, "\n%*s%s: %s", (int)indentation(answer) + 2, "", figure->key,
                                       number.meant.text),
                          number.meant.safe, number.meant.remark);
}

static void group_wanted(const struct shaping *shaping)
{
    const struct answer *answer = shaping->answer;
    const struct yaml_node *node = answer->node;
    const char *members = ask_members(shaping->arena, answer->field->members, answer->field->member_count);
    ask(shaping, CODE_NOT_GROUP,
        arena_format(shaping->arena, "which of its answers is it: %s? Write each on a line of its own%s", members,
                     is_item(answer) ? ", the first behind the hyphen" : " below the key, two blanks in"),
        "a group of answers, each on its own line below it");
    if (node->kind == TREE_SCALAR && !is_item(answer))
        group_from_figure(shaping);
    if (node->kind != TREE_LIST || node->count != 1 || node->items[0]->kind != TREE_MAP)
        return;
    struct answer item = *answer;
    item.node = node->items[0];
    struct shaping inner = *shaping;
    inner.answer = &item;
    const char *source = moved(&inner, "", node->items[0]->in_brackets ? 0 : -2);
    if (source && node->span)
        diagnostics_offer(shaping->diagnostics, answer_place(answer), source, true, NULL);
}

void shape_report(struct arena *arena, const struct answer *answer, const struct vocabularies *vocabularies,
                  struct diagnostics *diagnostics)
{
    struct shaping shaping = {arena, answer, vocabularies, diagnostics};
    if (!diagnostics)
        return;
    if (answer->field->is_list && !is_item(answer))
        list_wanted(&shaping);
    else if (answer->field->type == FIELD_MAP)
        group_wanted(&shaping);
    else
        one_wanted(&shaping);
}
