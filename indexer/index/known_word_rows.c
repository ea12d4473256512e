#include "indexer/index/known_word_rows.h"

#include <string.h>

#include "indexer/base/text.h"
#include "indexer/index/statements.h"
#include "indexer/index/tokens.h"

static const char *joined(struct arena *arena, const struct tokens *tokens, bool stems)
{
    struct text text = {0};
    for (size_t i = 0; i < tokens->count; i++)
        text_format(&text, "%s%s", i ? " " : "", stems ? tokens->items[i].stem : tokens->items[i].word);
    const char *copy = arena_string(arena, text_string(&text));
    text_free(&text);
    return copy;
}

static bool store_entry(struct index *index, struct tokenizer *tokenizer, const char *entry, bool frame, size_t least)
{
    struct arena arena = {0};
    bool done = true;
    struct tokens tokens = tokens_read(tokenizer, &arena, entry, strlen(entry));
    if (tokens.count >= least) {
        struct statement *statement = statement_get(index, SQL_INSERT_KNOWN_WORD);
        bind_text(statement, ":word", joined(&arena, &tokens, false));
        bind_integer(statement, ":frame", frame);
        bind_text(statement, ":stems", joined(&arena, &tokens, true));
        done = statement_run(statement);
    }
    arena_free(&arena);
    return done;
}

static bool store_list(struct index *index, struct tokenizer *tokenizer, const struct string_list *list, bool frame,
                       size_t least)
{
    bool done = true;
    for (size_t i = 0; done && i < list->count; i++)
        done = store_entry(index, tokenizer, list->items[i], frame, least);
    return done;
}

/* The single words of labels are in the texts of the cases that have them; what belongs together is not told by those. */
static bool store_terms(struct index *index, struct tokenizer *tokenizer, const struct vocabulary *vocabulary)
{
    bool done = true;
    for (size_t i = 0; done && i < vocabulary->count; i++)
        done = store_entry(index, tokenizer, vocabulary->terms[i].label, false, 2) &&
               store_list(index, tokenizer, &vocabulary->terms[i].search_words, false, 2);
    return done;
}

bool known_words_store(struct index *index, const struct known_words *words, const struct vocabularies *vocabularies)
{
    struct tokenizer *tokenizer = tokenizer_open(index);
    bool done = tokenizer && store_list(index, tokenizer, &words->frame, true, 1) &&
                store_list(index, tokenizer, &words->others, false, 1);
    for (size_t i = 0; done && i < vocabularies->count; i++)
        done = store_terms(index, tokenizer, &vocabularies->items[i]);
    tokenizer_close(tokenizer);
    return done;
}

bool phrase_is_known(struct index *index, const char *stems)
{
    struct statement *statement = statement_get(index, SQL_KNOWN_PHRASE);
    bind_text(statement, ":stems", stems);
    bool known = statement_row(statement);
    statement_end(statement);
    return known;
}

static struct string_list read_list(struct index *index, struct arena *arena, enum statement_id id)
{
    struct string_list list = {0};
    struct statement *statement = statement_get(index, id);
    while (statement_row(statement))
        string_list_add(arena, &list, statement_text(arena, statement, 0));
    statement_end(statement);
    return list;
}

struct string_list known_stems(struct index *index, struct arena *arena)
{
    return read_list(index, arena, SQL_KNOWN_WORDS);
}

struct known_phrases known_phrases(struct index *index, struct arena *arena)
{
    struct known_phrases phrases = {0};
    size_t capacity = 0;
    struct statement *statement = statement_get(index, SQL_KNOWN_PHRASES);
    while (statement_row(statement)) {
        phrases.items = arena_grow(arena, phrases.items, phrases.count, &capacity, sizeof *phrases.items);
        phrases.items[phrases.count++] =
            (struct known_phrase){statement_text(arena, statement, 0), statement_text(arena, statement, 1)};
    }
    statement_end(statement);
    return phrases;
}

struct string_list frame_words(struct index *index, struct arena *arena)
{
    return read_list(index, arena, SQL_FRAME_WORDS);
}

struct known_word known_word_find(struct index *index, const char *word, const char *stem)
{
    struct known_word known = {0};
    struct statement *statement = statement_get(index, SQL_KNOWN_WORD);
    bind_text(statement, ":word", word);
    bind_text(statement, ":stem", stem);
    if (statement_row(statement))
        known = (struct known_word){statement_size(statement, 0) > 0, statement_size(statement, 1) > 0};
    statement_end(statement);
    return known;
}
