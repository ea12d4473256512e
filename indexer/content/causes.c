#include "indexer/content/causes.h"

#include <string.h>

#include "indexer/base/word_find.h"
#include "indexer/content/codes.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

enum { LEVEL_COMPARED = 3, SENTENCE_MAX = 600 };

/* What claims an effect by itself. */
static const char *const claim_words[] = {"because of the project",
                                          "because of the programme",
                                          "has proved",
                                          "have proved",
                                          "proved that",
                                          "proves that",
                                          "saved lives",
                                          "saves lives",
                                          "saved many lives",
                                          "saved a life",
                                          "thanks to the project",
                                          "thanks to the programme",
                                          "thanks to the work",
                                          "thanks to the service",
                                          "thanks to this",
                                          "thanks to our"};

/* … and what does with a change behind it. */
static const char *const verb_words[] = {"brought about", "caused", "has led to", "led to", "produced", "resulted in"};
static const char *const change_words[] = {
    "a fall",    "a rise",    "a drop",       "a reduction", "a decrease", "an increase", "an improvement",
    "a decline", "a better",  "a lower",      "a higher",    "better",     "fewer",       "higher",
    "improved",  "increased", "improvements", "lower",       "less",       "reduced",     "reductions"};
static _Thread_local struct word_list claims = WORD_LIST(claim_words);
static _Thread_local struct word_list verbs = WORD_LIST(verb_words);
static _Thread_local struct word_list changes = WORD_LIST(change_words);
static const char *const denials[] = {"not",      "no",        "nothing",   "cannot", "never",
                                      "whether",  "may",       "might",     "could",  "would",
                                      "expected", "predicted", "estimated", "model",  "modelled"};

/* Whether the sentence around a place, or what is near in a long one, has a denial. */
static bool is_denied(const char *text, const char *at)
{
    char sentence[SENTENCE_MAX];
    const char *from = at;
    while (from > text && at - from < SENTENCE_MAX / 2 && !strchr(".!?", from[-1]))
        from--;
    size_t size = (size_t)(at - from) + strcspn(at, ".!?");
    size = size < sizeof sentence ? size : sizeof sentence - 1;
    memcpy(sentence, from, size);
    sentence[size] = '\0';
    return word_find_any(sentence, denials, COUNT(denials));
}

static bool has_change_behind(const char *at)
{
    at += strspn(at, " \n");
    size_t which;
    return word_find_first(at, at, &changes, &which) == at;
}

/* Where an effect is claimed in a text, with the bytes of the words, or NULL. */
static const char *claim_in(const char *text, size_t *size)
{
    size_t which;
    const char *found = word_find_first(text, text, &claims, &which);
    while (found && is_denied(text, found))
        found = word_find_first(text, found + 1, &claims, &which);
    *size = found ? strlen(claim_words[which]) : 0;
    for (const char *at = text; (at = word_find_first(text, at, &verbs, &which)) != NULL; at++) {
        if ((found && found < at) || !has_change_behind(word_behind(text, at, verb_words[which])) ||
            is_denied(text, at))
            continue;
        *size = strlen(verb_words[which]);
        return at;
    }
    return found;
}

static void tell(struct diagnostics *diagnostics, struct place place, const char *words, size_t size)
{
    report(diagnostics, CODE_CAUSE, place,
           "tell what happened, and after what: \"checks rose after the barbers began\"; or give the comparison under "
           "outcomes:",
           "\"%.*s\" makes the work the cause, and nothing was compared", (int)size, words);
}

void causes_check(const struct case_study *study, struct diagnostics *diagnostics)
{
    size_t size = 0;
    if (!study->complete_front || study->evidence.level >= LEVEL_COMPARED)
        return;
    const char *found = claim_in(case_text(study, CASE_SUMMARY, ""), &size);
    if (found) {
        tell(diagnostics, study->fields[CASE_SUMMARY].place, found, size);
        return;
    }
    for (size_t i = 0; i < study->body.block_count; i++) {
        const struct markdown_block *block = &study->body.blocks[i];
        if (block->quoted || (found = claim_in(block->words, &size)) == NULL)
            continue;
        tell(diagnostics, markdown_place_in(&study->body, block, (size_t)(found - block->words), size), found, size);
        return;
    }
}
