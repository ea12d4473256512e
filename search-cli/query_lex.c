#include "search-cli/query_lex.h"

#include <string.h>

#include "indexer/base/ascii.h"
#include "indexer/base/normalise.h"
#include "indexer/base/text.h"
#include "indexer/base/utf8.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

/* What characters are read as; a range each. */
static const struct plain {
    uint32_t first;
    uint32_t last;
    const char *text;
} plain_forms[] = {
    {0x00, 0x20, " "},      {0x7F, 0xA0, " "},     {0xAB, 0xAB, "\""},     {0xBB, 0xBB, "\""},
    {0x2000, 0x200A, " "},  {0x2010, 0x2013, "-"}, {0x2014, 0x2015, " "},  {0x201C, 0x201F, "\""},
    {0x2026, 0x2026, ".."}, {0x2028, 0x2029, " "}, {0x202F, 0x202F, " "},  {0x2033, 0x2033, "\""},
    {0x2212, 0x2212, "-"},  {0x3000, 0x3000, " "}, {0xFF02, 0xFF02, "\""},
};

static const char *plain_form(uint32_t point)
{
    for (size_t i = 0; i < COUNT(plain_forms); i++)
        if (point >= plain_forms[i].first && point <= plain_forms[i].last)
            return plain_forms[i].text;
    bool unseen = point >= 0x202A && point <= 0x2069; /* marks of direction: normalise takes them out */
    return utf8_is_control(point) && !unseen ? " " : NULL;
}

struct query_lexer query_lexer_start(struct arena *arena, const char *data, size_t size)
{
    struct query_lexer lexer = {.arena = arena};
    struct text plain = {0};
    size_t at = 0;
    while (at < size && !lexer.cut) {
        uint32_t point = 0;
        size_t length = utf8_decode(data + at, size - at, &point);
        const char *form = length ? plain_form(point) : " ";
        lexer.cut = at + length > QUERY_BYTES_MAX || at >= QUERY_BYTES_MAX;
        if (!lexer.cut && form)
            text_add(&plain, form);
        else if (!lexer.cut)
            text_append(&plain, data + at, length);
        at += length ? length : 1;
    }
    lexer.data = normalise(arena, arena_copy(arena, text_string(&plain), plain.size));
    lexer.size = strlen(lexer.data);
    text_free(&plain);
    return lexer;
}

static char byte_at(const struct query_lexer *lexer, size_t at)
{
    return at < lexer->size ? lexer->data[at] : ' ';
}

/* A sign counts only at the start of something: `-a`, `+"b"`, `-(`; elsewhere it is a hyphen or nothing. */
static enum query_sign lex_sign(struct query_lexer *lexer)
{
    enum query_sign sign = QUERY_PLAIN;
    for (; byte_at(lexer, lexer->at) == '-' || byte_at(lexer, lexer->at) == '+'; lexer->at++)
        if (sign != QUERY_NOT)
            sign = lexer->data[lexer->at] == '-' ? QUERY_NOT : QUERY_MUST;
    return sign;
}

/* The bytes up to the first that is in `ends`, or to the end. */
static const char *lex_until(struct query_lexer *lexer, const char *ends)
{
    size_t start = lexer->at;
    while (lexer->at < lexer->size && !strchr(ends, lexer->data[lexer->at]))
        lexer->at++;
    return arena_copy(lexer->arena, lexer->data + start, lexer->at - start);
}

static const char *lex_quoted(struct query_lexer *lexer)
{
    lexer->at++;
    const char *text = lex_until(lexer, "\"");
    lexer->at++;
    return text;
}

static bool is_name_byte(char byte)
{
    return ascii_is_letter(byte) || byte == '_' || byte == '-';
}

/* `name:` with something behind it, and not the start of an address such as https://. */
static bool is_field(const struct query_lexer *lexer, size_t *name_size)
{
    size_t at = lexer->at;
    while (is_name_byte(byte_at(lexer, at)))
        at++;
    *name_size = at - lexer->at;
    return *name_size && byte_at(lexer, at) == ':' && !strchr(" ()|:/", byte_at(lexer, at + 1));
}

static struct query_lexeme lex_word(struct query_lexer *lexer, enum query_sign sign)
{
    struct query_lexeme lexeme = {QUERY_LEX_WORD, sign, NULL};
    size_t name_size = 0;
    if (is_field(lexer, &name_size)) {
        lexeme.kind = QUERY_LEX_FIELD;
        lexeme.text = arena_copy(lexer->arena, lexer->data + lexer->at, name_size);
        lexer->at += name_size + 1;
    } else {
        lexeme.text = lex_until(lexer, " ()|\"");
    }
    return lexeme;
}

/* Skips blanks and signs that stand alone; the sign of what follows. */
static enum query_sign lex_start(struct query_lexer *lexer)
{
    enum query_sign sign = QUERY_PLAIN;
    while (lexer->at < lexer->size && sign == QUERY_PLAIN && strchr(" +-", lexer->data[lexer->at])) {
        while (lexer->at < lexer->size && lexer->data[lexer->at] == ' ')
            lexer->at++;
        sign = lex_sign(lexer);
        if (byte_at(lexer, lexer->at) == ' ')
            sign = QUERY_PLAIN;
    }
    return sign;
}

struct query_lexeme query_lex(struct query_lexer *lexer)
{
    static const char marks[] = "()|";
    static const enum query_lexeme_kind kinds[] = {QUERY_LEX_OPEN, QUERY_LEX_CLOSE, QUERY_LEX_BAR};
    enum query_sign sign = lex_start(lexer);
    if (lexer->at >= lexer->size)
        return (struct query_lexeme){QUERY_LEX_END, QUERY_PLAIN, ""};
    char byte = lexer->data[lexer->at];
    const char *mark = strchr(marks, byte);
    if (byte == '"')
        return (struct query_lexeme){QUERY_LEX_PHRASE, sign, lex_quoted(lexer)};
    if (!mark)
        return lex_word(lexer, sign);
    lexer->at++;
    return (struct query_lexeme){kinds[mark - marks], sign, ""};
}

const char *query_lex_value(struct query_lexer *lexer)
{
    while (byte_at(lexer, lexer->at) == ',')
        lexer->at++;
    char byte = byte_at(lexer, lexer->at);
    if (lexer->at >= lexer->size || strchr(" ()|", byte))
        return NULL;
    return byte == '"' ? lex_quoted(lexer) : lex_until(lexer, " ()|\",");
}
