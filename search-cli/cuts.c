#include "search-cli/cuts.h"

#include <string.h>

#include "indexer/base/ascii.h"

const char cut_figure_words[] =
    "and between billion bn by cent ci confidence from hundred in interval k m million n of or out p per percent to "
    "thousand";
const char cut_abbreviations[] = "al approx dr fig mr mrs ms prof st vs";

static size_t end_of(const struct token *token)
{
    return token->start + token->size;
}

static bool is_blank(char byte)
{
    return byte == ' ' || byte == '\n' || byte == '\t';
}

/* Whether a token, in any case, is one of the words of a list. */
static bool is_one_of(const char *words, const char *text, const struct token *token)
{
    for (const char *word = words; *word; word += *word == ' ') {
        size_t same = 0;
        while (same < token->size && word[same] == ascii_lower(text[token->start + same]))
            same++;
        word += same;
        if (same == token->size && (!*word || *word == ' '))
            return true;
        while (*word && *word != ' ')
            word++;
    }
    return false;
}

static bool is_of_a_figure(const char *text, const struct token *token)
{
    return ascii_is_digit(text[token->start]) || is_one_of(cut_figure_words, text, token);
}

/* A full stop behind a letter alone or an abbreviation ends nothing: "e.g.", "St. Helens". */
static bool is_a_stop(const char *text, const struct token *token, char mark)
{
    bool initial = token->size == 1 && ascii_is_letter(text[token->start]);
    return mark == '!' || mark == '?' || (mark == '.' && !initial && !is_one_of(cut_abbreviations, text, token));
}

/* The mark stands right behind the token or what it is wrapped in, then a blank, then no small letter. */
static bool sentence_ends(const char *text, const struct token *token, const struct token *next)
{
    bool stopped = false;
    size_t at = end_of(token);
    for (; at < next->start && !is_blank(text[at]); at++)
        stopped |= is_a_stop(text, token, text[at]);
    return stopped && at < next->start && !(text[next->start] >= 'a' && text[next->start] <= 'z');
}

bool cut_touches(const char *text, const struct tokens *tokens, size_t at)
{
    for (size_t i = end_of(&tokens->items[at]); i < tokens->items[at + 1].start; i++)
        if (is_blank(text[i]))
            return false;
    return true;
}

enum cut cut_behind(const char *text, const struct tokens *tokens, size_t at)
{
    if (at + 1 >= tokens->count)
        return CUT_PARAGRAPH;
    const struct token *token = &tokens->items[at];
    const struct token *next = token + 1;
    const char *gap = text + end_of(token);
    size_t size = next->start - end_of(token);
    if (memchr(gap, '\n', size))
        return CUT_PARAGRAPH;
    if (sentence_ends(text, token, next))
        return CUT_SENTENCE;
    if (cut_touches(text, tokens, at))
        return CUT_NEVER;
    return is_of_a_figure(text, token) && is_of_a_figure(text, next) ? CUT_NEVER : CUT_WORD;
}

size_t cut_start(const char *text, const struct tokens *tokens, size_t first)
{
    if (!first)
        return 0;
    size_t start = tokens->items[first].start;
    while (start > end_of(&tokens->items[first - 1]) && !is_blank(text[start - 1]))
        start--;
    return start;
}

size_t cut_end(const char *text, const struct tokens *tokens, size_t last)
{
    if (last + 1 >= tokens->count)
        return strlen(text);
    size_t end = end_of(&tokens->items[last]);
    while (end < tokens->items[last + 1].start && !is_blank(text[end]))
        end++;
    return end;
}
