#include "search-cli/query.h"

#include <string.h>

#include "indexer/base/ascii.h"
#include "search-cli/query_fields.h"
#include "search-cli/query_lex.h"

struct parser {
    struct arena *arena;
    struct query_lexer lexer;
    struct query_lexeme next;
    size_t depth;
    bool operators; /* AND, OR or NOT stood between words, and that was said */
    struct string_list notes;
};

static void advance(struct parser *parser)
{
    parser->next = query_lex(&parser->lexer);
}

/* Whether anything in a text could be a word of the index; what is beyond ASCII is left to the tokenizer. */
static bool has_word(const char *text)
{
    for (; *text; text++)
        if (ascii_is_digit(*text) || ascii_is_letter(*text) || (unsigned char)*text >= 0x80)
            return true;
    return false;
}

static size_t character_count(const char *text)
{
    size_t count = 0;
    for (; *text; text++)
        count += ((unsigned char)*text & 0xC0) != 0x80;
    return count;
}

/* Signs before what was the value of a field mean nothing. */
static void add_word(struct parser *parser, struct query_node *into, const char *text, enum query_sign sign)
{
    text += strspn(text, "+-");
    struct query_node node = {.kind = QUERY_WORD, .sign = sign, .text = text};
    size_t size = strlen(text);
    size_t bare = size;
    while (bare && text[bare - 1] == '*')
        bare--;
    if (!has_word(text))
        return;
    if (bare < size) {
        node.text = arena_copy(parser->arena, text, bare);
        bool enough = character_count(node.text) >= QUERY_PREFIX_LEAST;
        node.kind = enough ? QUERY_PREFIX : QUERY_WORD;
        if (!enough)
            string_list_add(parser->arena, &parser->notes,
                            arena_format(parser->arena, "A beginning needs %d letters: \"%s\" was searched as a word.",
                                         QUERY_PREFIX_LEAST, node.text));
    }
    query_node_add(parser->arena, into, &node);
}

static void add_phrase(struct parser *parser, struct query_node *into, const char *text, enum query_sign sign)
{
    struct query_node node = {.kind = QUERY_PHRASE, .sign = sign, .text = text};
    if (has_word(text))
        query_node_add(parser->arena, into, &node);
}

/* Values that are none of their field, or of no field: words, under the same sign. */
static void add_as_words(struct parser *parser, struct query_node *into, const struct string_list *values,
                         enum query_sign sign)
{
    for (size_t i = 0; i < values->count; i++)
        if (strchr(values->items[i], ' '))
            add_phrase(parser, into, values->items[i], sign);
        else
            add_word(parser, into, values->items[i], sign);
}

/* `foo:bar` where foo is no field: its name is not searched for. */
static void add_unknown_field(struct parser *parser, struct query_node *into, const struct query_lexeme *lexeme,
                              const struct string_list *values)
{
    string_list_add(parser->arena, &parser->notes, query_field_unknown(parser->arena, lexeme->text));
    add_as_words(parser, into, values, lexeme->sign);
}

static void add_field(struct parser *parser, struct query_node *into, const struct query_lexeme *lexeme)
{
    struct string_list values = {0};
    for (const char *value; (value = query_lex_value(&parser->lexer));)
        string_list_add(parser->arena, &values, value);
    struct query_field field = query_field_find(lexeme->text);
    if (!field.key) {
        add_unknown_field(parser, into, lexeme, &values);
        return;
    }
    struct query_node node = {0};
    struct query_odd_values odd = {0};
    if (query_field_read(parser->arena, &field, &values, &node, &odd)) {
        node.sign = lexeme->sign;
        query_node_add(parser->arena, into, &node);
    }
    for (size_t i = 0; i < odd.turned.count; i++)
        string_list_add(parser->arena, &parser->notes, odd.turned.items[i]);
    for (size_t i = 0; i < odd.odd.count; i++)
        string_list_add(parser->arena, &parser->notes, query_field_odd(parser->arena, &field, odd.odd.items[i]));
    add_as_words(parser, into, &odd.odd, lexeme->sign);
}

/* Other search engines read these words; here they are small words like any other, which deserves a note. */
static void note_operator(struct parser *parser, const struct query_lexeme *lexeme)
{
    static const char *const operators[] = {"AND", "OR", "NOT"};
    bool last = parser->next.kind == QUERY_LEX_END || parser->next.kind == QUERY_LEX_CLOSE;
    for (size_t i = 0; i < sizeof operators / sizeof *operators && !last && !parser->operators; i++)
        if (lexeme->sign == QUERY_PLAIN && !strcmp(lexeme->text, operators[i])) {
            string_list_add(parser->arena, &parser->notes,
                            "AND, OR and NOT are not operators here: words rank, | joins alternatives, - leaves out.");
            parser->operators = true;
        }
}

static void parse_group(struct parser *parser, struct query_node *into);

static void parse_bracket(struct parser *parser, struct query_node *into, enum query_sign sign)
{
    struct query_node group = {.kind = QUERY_ALL, .sign = sign};
    bool too_deep = parser->depth == QUERY_DEPTH_MAX;
    if (too_deep)
        return;
    parser->depth++;
    parse_group(parser, &group);
    parser->depth--;
    if (group.part_count == 1 && (sign == QUERY_PLAIN || group.parts[0]->sign == QUERY_PLAIN)) {
        group.parts[0]->sign = sign == QUERY_PLAIN ? group.parts[0]->sign : sign;
        query_node_add(parser->arena, into, group.parts[0]);
    } else if (group.part_count) {
        query_node_add(parser->arena, into, &group);
    }
}

/* One word, phrase, field or bracket; afterwards the next lexeme is the one behind it. */
static void parse_unit(struct parser *parser, struct query_node *into)
{
    struct query_lexeme lexeme = parser->next;
    if (lexeme.kind == QUERY_LEX_FIELD)
        add_field(parser, into, &lexeme);
    advance(parser);
    if (lexeme.kind == QUERY_LEX_WORD) {
        note_operator(parser, &lexeme);
        add_word(parser, into, lexeme.text, lexeme.sign);
    } else if (lexeme.kind == QUERY_LEX_PHRASE)
        add_phrase(parser, into, lexeme.text, lexeme.sign);
    else if (lexeme.kind == QUERY_LEX_OPEN)
        parse_bracket(parser, into, lexeme.sign);
}

/* A side of `|` holds when all that came of it holds: `foo:bar | b` may have become the two words foo and bar. */
static void add_side(struct parser *parser, struct query_node *any, struct query_node *side)
{
    if (side->part_count > 1) {
        query_node_add(parser->arena, any, side);
    } else if (side->part_count) {
        if (side->parts[0]->sign == QUERY_MUST)
            side->parts[0]->sign = QUERY_PLAIN;
        query_node_add(parser->arena, any, side->parts[0]);
    }
}

static void parse_alternatives(struct parser *parser, struct query_node *into)
{
    struct query_node first = {.kind = QUERY_ALL};
    struct query_node any = {.kind = QUERY_ANY};
    parse_unit(parser, &first);
    while (parser->next.kind == QUERY_LEX_BAR) {
        if (!any.part_count)
            add_side(parser, &any, &first);
        while (parser->next.kind == QUERY_LEX_BAR)
            advance(parser);
        struct query_node side = {.kind = QUERY_ALL};
        if (parser->next.kind != QUERY_LEX_CLOSE && parser->next.kind != QUERY_LEX_END)
            parse_unit(parser, &side);
        add_side(parser, &any, &side);
    }
    if (any.part_count > 1) {
        query_node_add(parser->arena, into, &any);
        return;
    }
    const struct query_node *only = any.part_count ? &any : &first;
    for (size_t i = 0; i < only->part_count; i++)
        query_node_add(parser->arena, into, only->parts[i]);
}

/* An unsigned group that stands among others says nothing: its parts join them. */
static void add_dissolved(struct parser *parser, struct query_node *into, const struct query_node *items)
{
    for (size_t i = 0; i < items->part_count; i++) {
        const struct query_node *part = items->parts[i];
        if (part->kind == QUERY_ALL && part->sign == QUERY_PLAIN)
            add_dissolved(parser, into, part);
        else
            query_node_add(parser->arena, into, part);
    }
}

/* Up to the closing bracket, which is taken, or the end. */
static void parse_group(struct parser *parser, struct query_node *into)
{
    struct query_node items = {.kind = QUERY_ALL};
    while (parser->next.kind != QUERY_LEX_END) {
        if (parser->next.kind == QUERY_LEX_CLOSE && parser->depth)
            break;
        if (parser->next.kind == QUERY_LEX_CLOSE || parser->next.kind == QUERY_LEX_BAR)
            advance(parser);
        else
            parse_alternatives(parser, &items);
    }
    if (parser->next.kind == QUERY_LEX_CLOSE)
        advance(parser);
    add_dissolved(parser, into, &items);
}

struct query query_parse(struct arena *arena, const char *data, size_t size)
{
    struct parser parser = {.arena = arena, .lexer = query_lexer_start(arena, data, size)};
    struct query_node *root = arena_alloc(arena, sizeof *root);
    root->kind = QUERY_ALL;
    if (parser.lexer.cut)
        string_list_add(arena, &parser.notes,
                        arena_format(arena, "Only the first %d bytes of the query were read.", QUERY_BYTES_MAX));
    advance(&parser);
    parse_group(&parser, root);
    bool says = strspn(parser.lexer.data, " *\"()|+-") < parser.lexer.size;
    return (struct query){root, says, parser.notes};
}
