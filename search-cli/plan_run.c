#include "search-cli/plan_run.h"

#include <stdint.h>
#include <string.h>

#include "indexer/base/ascii.h"
#include "indexer/base/text.h"
#include "search-cli/stop_words.h"

/* Whether a word ends in what has no sense of its own behind an apostrophe: don't, we're, they've, I'll, he'd, I'm. */
static bool is_contraction(const struct tokens *tokens)
{
    static const char *const ends[] = {"t", "re", "ve", "ll", "d", "m"};
    for (size_t i = 0; tokens->count > 1 && i < sizeof ends / sizeof *ends; i++)
        if (!strcmp(tokens->items[tokens->count - 1].word, ends[i]))
            return true;
    return false;
}

/* Behind an apostrophe: contractions, both halves; and the single letters that cutting leaves: "GP's", "O'Brien". */
static bool is_scrap(const struct tokens *tokens, size_t at)
{
    if (is_contraction(tokens) && at + 2 >= tokens->count)
        return true;
    return tokens->count > 1 && !tokens->items[at].word[1];
}

static bool is_digits(const char *word)
{
    return strspn(word, "0123456789") == strlen(word);
}

static bool is_letter(const struct token *token)
{
    return !token->word[1] && !ascii_is_digit(token->word[0]);
}

bool plan_word_is_short(const struct plan_word *word)
{
    return is_letter(&word->token) || is_digits(word->token.word);
}

/* Whether what stands between two words of one that was typed makes them one: well-being, A&E, 45,000, 24/7. */
static bool is_joined(const char *text, const struct token *before, const struct token *token)
{
    const char *between = text + before->start + before->size;
    size_t size = token->start - before->start - before->size;
    if (size == 1 && *between == '/')
        return ascii_is_digit(between[-1]) && ascii_is_digit(between[1]);
    return !memchr(between, '/', size);
}

/* How many tokens from `at` on are single letters with points between: N.H.S. */
static size_t dotted_count(const char *text, const struct tokens *tokens, size_t at)
{
    size_t count = is_letter(&tokens->items[at]);
    while (count && at + count < tokens->count && is_letter(&tokens->items[at + count])) {
        const struct token *before = &tokens->items[at + count - 1];
        if (before->start + before->size + 1 != tokens->items[at + count].start ||
            text[before->start + before->size] != '.')
            break;
        count++;
    }
    return count;
}

/* The letters of a dotted abbreviation become its first token. */
static void join_letters(struct tokenizer *tokenizer, struct arena *arena, struct token *tokens, size_t count)
{
    struct text word = {0};
    for (size_t i = 0; i < count; i++)
        text_add(&word, tokens[i].word);
    tokens->word = arena_string(arena, text_string(&word));
    tokens->stem = tokens_stems(tokenizer, arena, tokens->word);
    tokens->size = tokens[count - 1].start + tokens[count - 1].size - tokens->start;
    text_free(&word);
}

static struct tokens cut(struct tokenizer *tokenizer, struct arena *arena, const char *text)
{
    struct tokens tokens = tokens_read(tokenizer, arena, text, strlen(text));
    size_t kept = 0;
    for (size_t at = 0, count; at < tokens.count; at += count) {
        count = dotted_count(text, &tokens, at);
        if (count > 1)
            join_letters(tokenizer, arena, &tokens.items[at], count);
        else
            count = 1;
        tokens.items[kept++] = tokens.items[at];
    }
    tokens.count = kept;
    return tokens;
}

void plan_run_add(struct tokenizer *tokenizer, struct arena *arena, struct plan_run *run, const char *text)
{
    struct tokens tokens = cut(tokenizer, arena, text);
    bool apostrophe = strchr(text, '\'') || strstr(text, "\xe2\x80\x99");
    for (size_t i = 0; i < tokens.count; i++) {
        const struct token *token = &tokens.items[i];
        bool alone = is_letter(token) && run->count && is_letter(&run->items[run->count - 1].token) &&
                     !run->items[run->count - 1].scrap;
        run->items = arena_grow(arena, run->items, run->count, &run->capacity, sizeof *run->items);
        struct plan_word *word = &run->items[run->count++];
        *word = (struct plan_word){.token = *token, .term = SIZE_MAX};
        word->scrap = apostrophe && is_scrap(&tokens, i);
        word->joined = !apostrophe && (i ? is_joined(text, token - 1, token) : alone);
        word->stop = word->scrap || stop_word(token->word);
    }
}

const char *plan_run_text(struct arena *arena, const struct plan_run *run, size_t start, size_t count, bool stems,
                          const char *between)
{
    struct text joined = {0};
    for (size_t i = start; i < start + count; i++)
        text_format(&joined, "%s%s", i > start ? between : "",
                    stems ? run->items[i].token.stem : run->items[i].token.word);
    const char *copy = arena_string(arena, text_string(&joined));
    text_free(&joined);
    return copy;
}

size_t plan_run_joined(const struct plan_run *run, size_t start)
{
    size_t count = 1;
    while (start + count < run->count && run->items[start + count].joined)
        count++;
    return count;
}

bool plan_run_is_joined(const struct plan_run *run, size_t start, size_t count)
{
    for (size_t i = start + 1; i < start + count; i++) {
        const char *word = run->items[i].token.word;
        bool numbers = is_digits(word) && is_digits(run->items[i - 1].token.word);
        if (!run->items[i].joined || (numbers && strlen(word) != 3))
            return false;
    }
    return true;
}

size_t plan_run_range_words(const struct plan_run *run, size_t start)
{
    const struct plan_word *words = run->items + start;
    return start + 3 <= run->count && is_digits(words[0].token.word) && !strcmp(words[1].token.word, "to") &&
                   is_digits(words[2].token.word)
               ? 3
               : 0;
}

const char *plan_run_range(struct arena *arena, const struct plan_run *run, size_t start, size_t count)
{
    const struct plan_word *words = run->items + start;
    const char *last = words[count - 1].token.word;
    if (!is_digits(words[0].token.word) || !is_digits(last))
        return "";
    if (count == 3 && plan_run_range_words(run, start))
        return arena_format(arena, "%s %s", words[0].token.word, last);
    return count == 2 && strlen(last) != 3 ? arena_format(arena, "%s to %s", words[0].token.word, last) : "";
}
