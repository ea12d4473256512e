#include "indexer/index/known_word_rows.h"

#include <string.h>

#include "indexer/base/text.h"
#include "indexer/content/word_forms.h"
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

static bool store_entry(struct index *index, struct tokenizer *tokenizer, const char *entry, enum known_kind kind,
                        size_t least)
{
    struct arena arena = {0};
    bool done = true;
    struct tokens tokens = tokens_read(tokenizer, &arena, entry, strlen(entry));
    if (tokens.count >= least) {
        struct statement *statement = statement_get(index, SQL_INSERT_KNOWN_WORD);
        bind_text(statement, ":word", joined(&arena, &tokens, false));
        bind_integer(statement, ":kind", kind);
        bind_text(statement, ":stems", joined(&arena, &tokens, true));
        done = statement_run(statement);
    }
    arena_free(&arena);
    return done;
}

static bool store_list(struct index *index, struct tokenizer *tokenizer, const struct string_list *list,
                       enum known_kind kind, size_t least)
{
    bool done = true;
    for (size_t i = 0; done && i < list->count; i++)
        done = store_entry(index, tokenizer, list->items[i], kind, least);
    return done;
}

/* The single words of labels are in the texts of the cases that have them; what belongs together is not told by those. */
static bool store_terms(struct index *index, struct tokenizer *tokenizer, const struct vocabulary *vocabulary)
{
    bool done = true;
    for (size_t i = 0; done && i < vocabulary->count; i++)
        done = store_entry(index, tokenizer, vocabulary->terms[i].label, KNOWN_NAME, 2) &&
               store_list(index, tokenizer, &vocabulary->terms[i].search_words, KNOWN_NAME, 2);
    return done;
}

bool known_words_store(struct index *index, const struct known_words *words, const struct vocabularies *vocabularies)
{
    struct tokenizer *tokenizer = tokenizer_open(index);
    bool done = tokenizer != NULL;
    for (int kind = 0; done && kind < KNOWN_KINDS; kind++)
        done = store_list(index, tokenizer, &words->lists[kind], (enum known_kind)kind, 1);
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

struct known_names known_names(struct index *index, struct arena *arena)
{
    struct known_names names = {0};
    size_t capacity = 0;
    struct statement *statement = statement_get(index, SQL_KNOWN_NAMES);
    while (statement_row(statement)) {
        names.items = arena_grow(arena, names.items, names.count, &capacity, sizeof *names.items);
        names.items[names.count++] =
            (struct known_name){statement_text(arena, statement, 0), statement_text(arena, statement, 1),
                                statement_size(statement, 2) == KNOWN_PLAIN};
    }
    statement_end(statement);
    return names;
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

struct string_list light_stems(struct index *index, struct arena *arena, enum known_kind kind)
{
    struct string_list list = {0};
    struct statement *statement = statement_get(index, SQL_LIGHT_STEMS);
    bind_integer(statement, ":kind", kind);
    while (statement_row(statement))
        string_list_add(arena, &list, statement_text(arena, statement, 0));
    statement_end(statement);
    return list;
}

struct known_word known_word_find(struct index *index, const char *word, const char *stem)
{
    struct known_word known = {0};
    bool name = false;
    struct statement *statement = statement_get(index, SQL_KNOWN_WORD);
    bind_text(statement, ":stem", stem);
    while (statement_row(statement)) {
        const char *listed = statement_text_here(statement, 0);
        size_t kind = statement_size(statement, 1);
        if (kind >= KNOWN_KINDS)
            index_is_damaged(index);
        else if (kind > KNOWN_PLAIN)
            known.light = (enum known_kind)kind;
        else if (kind <= KNOWN_PLAIN && word_is_form(word, listed)) {
            known.is_known = true;
            name |= kind == KNOWN_NAME;
        }
    }
    statement_end(statement);
    known.is_plain = known.is_known && !name;
    return known;
}
