#include "indexer/content/absence.h"

#include <stdbool.h>
#include <stddef.h>
#include <string.h>
#include <strings.h>

#include "indexer/base/ascii.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

enum { WORDS_BACK = 6, NEAR = 3, WORDS_AHEAD = 4 };

struct word {
    const char *text;
    size_t size;
};

/* The words of a sentence that were passed, the last first, and where the text stands. */
struct passed {
    struct word words[WORDS_BACK];
    size_t count;
    struct word now;
};

/* What can be published or found by those who look; a result is not among them. */
static const char *const things[] = {"figure",   "figures",     "number",     "numbers",     "result",  "results",
                                     "report",   "reports",     "evaluation", "evaluations", "data",    "study",
                                     "studies",  "publication", "guide",      "paper",       "papers",  "account",
                                     "accounts", "record",      "records",    "source",      "sources", "cost",
                                     "costs",    "page",        "pages",      "information"};
static const char *const near_denials[] = {"not", "never", "cannot"};
static const char *const far_denials[] = {"no", "none", "nothing"};
static const char *const passive[] = {"was", "were", "be", "been"};

static bool is_letter(char byte)
{
    return ascii_is_letter(byte) || byte == '\'' || (unsigned char)byte >= 0x80;
}

static struct word word_at(const char *text)
{
    struct word word = {text, 0};
    while (is_letter(text[word.size]))
        word.size++;
    return word;
}

static bool is(struct word word, const char *wanted)
{
    return ascii_lower(*word.text) == ascii_lower(*wanted) && strlen(wanted) == word.size &&
           strncasecmp(word.text, wanted, word.size) == 0;
}

static bool is_one_of(struct word word, const char *const *wanted, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (is(word, wanted[i]))
            return true;
    return false;
}

/* Whether any of the words was among the last `most`. */
static bool has_passed(const struct passed *passed, size_t most, const char *const *wanted, size_t count)
{
    for (size_t i = 0; i < passed->count && i < most; i++)
        if (is_one_of(passed->words[i], wanted, count))
            return true;
    return false;
}

static bool ends_sentence(char byte)
{
    return !byte || strchr(".;:!?", byte);
}

/* Whether one of the things comes within the next few words of the sentence. */
static bool is_before_a_thing(const struct passed *passed)
{
    const char *text = passed->now.text + passed->now.size;
    for (size_t i = 0; i < WORDS_AHEAD && !ends_sentence(*text);) {
        struct word word = word_at(text);
        if (is_one_of(word, things, COUNT(things)))
            return true;
        i += word.size > 0;
        text += word.size ? word.size : 1;
    }
    return false;
}

static bool is_after_a_thing(const struct passed *passed)
{
    return has_passed(passed, WORDS_BACK, things, COUNT(things));
}

/* "not yet published", "no figures were published"; but not "must not be published". */
static bool is_unpublished(const struct passed *passed)
{
    static const char *const rules[] = {"must", "should", "may", "will", "to"};
    static const char *const yet[] = {"yet"};
    if (has_passed(passed, NEAR, yet, COUNT(yet)))
        return true;
    return !has_passed(passed, NEAR + 1, rules, COUNT(rules)) &&
           (has_passed(passed, NEAR, near_denials, COUNT(near_denials)) ||
            has_passed(passed, WORDS_BACK, far_denials, COUNT(far_denials)));
}

/* "no report was found"; but not "no difference was found", which is a result, nor "was not found to help". */
static bool is_unfound(const struct passed *passed)
{
    static const char *const rules[] = {"must", "should", "may", "will", "to"};
    static const char *const of_word[] = {"error"}; /* "Error! Reference source not found" is told as what it is */
    if (has_passed(passed, WORDS_BACK, of_word, COUNT(of_word)) ||
        strncasecmp(passed->now.text + passed->now.size, " to ", 4) == 0 ||
        has_passed(passed, NEAR + 1, rules, COUNT(rules)))
        return false;
    return has_passed(passed, NEAR, near_denials, COUNT(near_denials)) ||
           (has_passed(passed, WORDS_BACK, far_denials, COUNT(far_denials)) &&
            has_passed(passed, 1, passive, COUNT(passive)) && is_after_a_thing(passed));
}

/* "we could not find a report"; but not "could not find the time". */
static bool is_looked_for(const struct passed *passed)
{
    return has_passed(passed, NEAR, near_denials, COUNT(near_denials)) && is_before_a_thing(passed);
}

/* "a search found nothing."; but not "found nothing wrong". */
static bool is_found_nothing(const struct passed *passed)
{
    static const char *const found[] = {"found", "find", "finds"};
    return has_passed(passed, 1, found, COUNT(found)) && ends_sentence(passed->now.text[passed->now.size]);
}

/* "no evaluation exists", "the data are not available"; but not "no appointments were available". */
static bool is_not_there(const struct passed *passed)
{
    return is_after_a_thing(passed) && (has_passed(passed, NEAR, near_denials, COUNT(near_denials)) ||
                                        has_passed(passed, WORDS_BACK, far_denials, COUNT(far_denials)));
}

/* "the results are unpublished"; but not "unpublished work was used". */
static bool is_called_unpublished(const struct passed *passed)
{
    static const char *const being[] = {"is", "are", "was", "were", "remain", "remains", "still"};
    return has_passed(passed, 1, being, COUNT(being));
}

/* A word with which absence is told, and when it is. */
static const struct {
    const char *word;
    bool (*denies)(const struct passed *passed);
} tellings[] = {
    {"published", is_unpublished}, {"found", is_unfound},         {"find", is_looked_for},
    {"locate", is_looked_for},     {"nothing", is_found_nothing}, {"exist", is_not_there},
    {"exists", is_not_there},      {"available", is_not_there},   {"unpublished", is_called_unpublished},
};

static bool denies(const struct passed *passed)
{
    for (size_t i = 0; i < COUNT(tellings); i++)
        if (is(passed->now, tellings[i].word) && tellings[i].denies(passed))
            return true;
    return false;
}

static void pass(struct passed *passed)
{
    size_t kept = passed->count < WORDS_BACK ? passed->count : WORDS_BACK - 1;
    memmove(passed->words + 1, passed->words, kept * sizeof *passed->words);
    passed->words[0] = passed->now;
    passed->count = kept + 1;
}

const char *absence_claimed(const char *text)
{
    struct passed passed = {0};
    while (*text) {
        passed.now = word_at(text);
        if (!passed.now.size) {
            if (ends_sentence(*text))
                passed.count = 0;
            text++;
            continue;
        }
        if (denies(&passed))
            return text;
        pass(&passed);
        text += passed.now.size;
    }
    return NULL;
}
