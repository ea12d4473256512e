#include "indexer/index/tokens.h"

#include <limits.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>

#include "indexer/base/text.h"
#include "indexer/index/fts5.h"
#include "indexer/index/stem_exceptions.h"

/* One tokenizer of FTS5 with the methods that drive it. */
struct part {
    fts5_tokenizer methods;
    Fts5Tokenizer *made;
};

/* `words` cuts and folds; `stems` is the index's whole tokenizer, used here on one word at a time. */
struct tokenizer {
    struct index *index;
    struct part words;
    struct part stems;
    struct stem_exceptions *exceptions; /* read when they are first asked for */
};

static bool part_open(struct index *index, fts5_api *api, struct part *part, const char *name, const char **arguments,
                      int count)
{
    void *context = NULL;
    return index_check(index, api->xFindTokenizer(api, name, &context, &part->methods)) &&
           index_check(index, part->methods.xCreate(context, arguments, count, &part->made));
}

struct tokenizer *tokenizer_open(struct index *index)
{
    const char *arguments[] = {"unicode61", "remove_diacritics", "2"};
    fts5_api *api = fts5_functions(index);
    if (!api)
        return NULL;
    struct tokenizer *tokenizer = memory_resize(NULL, sizeof *tokenizer);
    *tokenizer = (struct tokenizer){.index = index};
    if (part_open(index, api, &tokenizer->words, "unicode61", arguments + 1, 2) &&
        part_open(index, api, &tokenizer->stems, "porter", arguments, 3))
        return tokenizer;
    tokenizer_close(tokenizer);
    return NULL;
}

void tokenizer_close(struct tokenizer *tokenizer)
{
    if (!tokenizer)
        return;
    if (tokenizer->words.made)
        tokenizer->words.methods.xDelete(tokenizer->words.made);
    if (tokenizer->stems.made)
        tokenizer->stems.methods.xDelete(tokenizer->stems.made);
    stem_exceptions_free(tokenizer->exceptions);
    free(tokenizer);
}

const struct stem_exceptions *tokenizer_exceptions(struct tokenizer *tokenizer)
{
    if (!tokenizer->exceptions)
        tokenizer->exceptions = stem_exceptions_read(tokenizer->index);
    return tokenizer->exceptions;
}

static void part_run(const struct tokenizer *tokenizer, const struct part *part, void *context, const char *text,
                     size_t size, int (*each)(void *, int, const char *, int, int, int))
{
    int result = SQLITE_TOOBIG;
    if (size <= INT_MAX)
        result = part->methods.xTokenize(part->made, context, FTS5_TOKENIZE_DOCUMENT, text, (int)size, each);
    index_check(tokenizer->index, result);
}

struct word_call {
    void (*each)(void *context, const char *word, size_t size, size_t start, size_t end);
    void *context;
};

static int call_word(void *context, int flags, const char *word, int size, int start, int end)
{
    (void)flags;
    struct word_call *call = context;
    call->each(call->context, word, (size_t)size, (size_t)start, (size_t)end);
    return SQLITE_OK;
}

void tokens_each_word(struct tokenizer *tokenizer, const char *text, size_t size,
                      void (*each)(void *context, const char *word, size_t size, size_t start, size_t end),
                      void *context)
{
    struct word_call call = {each, context};
    part_run(tokenizer, &tokenizer->words, &call, text, size, call_word);
}

struct marking {
    const struct stem_exceptions *exceptions;
    const char *text;
    size_t done; /* bytes of it that are written */
    struct text marked;
};

static void mark_word(void *context, const char *word, size_t size, size_t start, size_t end)
{
    struct marking *marking = context;
    (void)start;
    if (!stem_is_exception(marking->exceptions, word, size))
        return;
    text_append(&marking->marked, marking->text + marking->done, end - marking->done);
    text_add(&marking->marked, stem_mark);
    marking->done = end;
}

const char *tokens_mark(struct tokenizer *tokenizer, struct arena *arena, const char *text)
{
    struct marking marking = {.exceptions = tokenizer_exceptions(tokenizer), .text = text};
    tokens_each_word(tokenizer, text, strlen(text), mark_word, &marking);
    if (!marking.done)
        return text;
    text_add(&marking.marked, text + marking.done);
    const char *marked = arena_string(arena, text_string(&marking.marked));
    text_free(&marking.marked);
    return marked;
}

struct reading {
    struct tokenizer *tokenizer;
    struct arena *arena;
    const char *text;
    const bool *begins; /* how a word begins whose stem is wanted */
    struct tokens tokens;
};

static int keep_stem(void *context, int flags, const char *word, int size, int start, int end)
{
    (void)flags, (void)start, (void)end;
    struct reading *reading = context;
    reading->tokens.items[reading->tokens.count - 1].stem = arena_copy(reading->arena, word, (size_t)size);
    return SQLITE_DONE;
}

/* The next token of a reading, with its place. */
static struct token *add_token(struct reading *reading, int start, int end)
{
    struct tokens *tokens = &reading->tokens;
    tokens->items = arena_grow(reading->arena, tokens->items, tokens->count, &tokens->capacity, sizeof *tokens->items);
    struct token *token = &tokens->items[tokens->count++];
    *token = (struct token){.start = (size_t)start, .size = (size_t)(end - start)};
    return token;
}

static int keep_token(void *context, int flags, const char *word, int size, int start, int end)
{
    (void)flags;
    struct reading *reading = context;
    struct token *token = add_token(reading, start, end);
    token->word = arena_copy(reading->arena, word, (size_t)size);
    token->stem = stem_exception(tokenizer_exceptions(reading->tokenizer), reading->arena, token->word, (size_t)size);
    if (token->stem)
        return SQLITE_OK;
    token->stem = token->word;
    part_run(reading->tokenizer, &reading->tokenizer->stems, reading, token->word, (size_t)size, keep_stem);
    return SQLITE_OK;
}

static int keep_wanted(void *context, int flags, const char *word, int size, int start, int end)
{
    struct reading *reading = context;
    if (reading->begins[(unsigned char)*word])
        return keep_token(context, flags, word, size, start, end);
    add_token(reading, start, end)->stem = "";
    return SQLITE_OK;
}

static int keep_only_stem(void *context, int flags, const char *stem, int size, int start, int end)
{
    (void)flags;
    struct reading *reading = context;
    struct token *token = add_token(reading, start, end);
    token->stem =
        stem_exception(tokenizer_exceptions(reading->tokenizer), reading->arena, reading->text + start, token->size);
    if (!token->stem)
        token->stem = arena_copy(reading->arena, stem, (size_t)size);
    return SQLITE_OK;
}

struct tokens tokens_read(struct tokenizer *tokenizer, struct arena *arena, const char *text, size_t size)
{
    struct reading reading = {tokenizer, arena, text, NULL, {0}};
    part_run(tokenizer, &tokenizer->words, &reading, text, size, keep_token);
    return reading.tokens;
}

struct tokens tokens_read_some_stems(struct tokenizer *tokenizer, struct arena *arena, const char *text, size_t size,
                                     const bool begins[256])
{
    struct reading reading = {tokenizer, arena, text, begins, {0}};
    part_run(tokenizer, &tokenizer->words, &reading, text, size, keep_wanted);
    return reading.tokens;
}

struct tokens tokens_read_stems(struct tokenizer *tokenizer, struct arena *arena, const char *text, size_t size)
{
    struct reading reading = {tokenizer, arena, text, NULL, {0}};
    part_run(tokenizer, &tokenizer->stems, &reading, text, size, keep_only_stem);
    return reading.tokens;
}

const char *tokens_stems(struct tokenizer *tokenizer, struct arena *arena, const char *text)
{
    struct tokens tokens = tokens_read(tokenizer, arena, text, strlen(text));
    struct text stems = {0};
    for (size_t i = 0; i < tokens.count; i++) {
        text_add(&stems, i ? " " : "");
        text_add(&stems, tokens.items[i].stem);
    }
    char *copy = arena_copy(arena, text_string(&stems), stems.size);
    text_free(&stems);
    return copy;
}
