#include "search-cli/stop_words.h"

#include <stdlib.h>
#include <string.h>

#define COUNT(table) (sizeof(table) / sizeof *(table))

/* Both lists are in byte order. Adding a word changes what is found: measure with `make bench-relevance`. */

/* The small words: articles, pronouns, prepositions, auxiliaries. */
static const char *const small_words[] = {
    "a",       "about", "above",  "after",   "again",  "against", "all",   "also",   "am",    "an",      "and",
    "any",     "are",   "as",     "at",      "be",     "because", "been",  "before", "being", "below",   "between",
    "both",    "but",   "by",     "can",     "cannot", "could",   "did",   "do",     "does",  "doing",   "down",
    "during",  "each",  "either", "else",    "etc",    "ever",    "few",   "for",    "from",  "further", "had",
    "has",     "have",  "having", "he",      "her",    "here",    "hers",  "him",    "his",   "how",     "however",
    "i",       "if",    "in",     "into",    "is",     "it",      "its",   "itself", "just",  "like",    "me",
    "more",    "most",  "my",     "no",      "nor",    "not",     "of",    "off",    "on",    "once",    "only",
    "or",      "other", "our",    "out",     "over",   "own",     "per",   "please", "same",  "she",     "should",
    "so",      "some",  "such",   "than",    "that",   "the",     "their", "them",   "then",  "there",   "these",
    "they",    "this",  "those",  "through", "to",     "too",     "under", "until",  "up",    "upon",    "us",
    "use",     "used",  "using",  "very",    "via",    "was",     "we",    "were",   "what",  "when",    "where",
    "whether", "which", "while",  "who",     "whom",   "whose",   "why",   "will",   "with",  "within",  "without",
    "would",   "you",   "your",
};

/* The asking words: what stands around the question, also in full sentences. */
static const char *const asking_words[] = {
    "anybody",    "anyone",      "anything",   "article",  "articles",     "available", "come",     "coming",
    "concerning", "dealing",     "deals",      "describe", "describing",   "discuss",   "document", "documents",
    "done",       "especially",  "everyone",   "find",     "get",          "getting",   "give",     "got",
    "grateful",   "information", "interested", "many",     "much",         "paper",     "papers",   "receive",
    "regarding",  "related",     "relating",   "relation", "relationship", "several",   "somebody", "someone",
    "something",  "tell",        "various",    "wish",
};

static int compare(const void *word, const void *entry)
{
    return strcmp(word, *(const char *const *)entry);
}

static bool is_in(const char *word, const char *const *words, size_t count)
{
    return bsearch(word, words, count, sizeof *words, compare) != NULL;
}

bool stop_word(const char *word)
{
    return is_in(word, small_words, COUNT(small_words)) || is_in(word, asking_words, COUNT(asking_words));
}

const char *stop_word_at(size_t number)
{
    if (number < COUNT(small_words))
        return small_words[number];
    number -= COUNT(small_words);
    return number < COUNT(asking_words) ? asking_words[number] : NULL;
}
