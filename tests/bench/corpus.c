/*
 * Writes a catalogue of N invented case studies, the same for the same N, for
 * measuring. The words are made up, with the frequencies of natural text
 * (Zipf's law), except for a few that the queries of tests/bench/run ask for:
 *
 *   zymurgia   in every 997th text      commonia   in 45 of 100
 *   midaria, midbria   each in 10 of 100, one in a hundred has both
 *   alphoria betoria   next to each other in 1 of 100
 *   prefoba, prefobe …  200 words that begin with prefo
 */

#include <inttypes.h>
#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "indexer/base/file.h"
#include "indexer/base/file_write.h"
#include "indexer/base/text.h"

enum { WORDS = 30000, BODY_WORDS = 260, WORD_SIZE = 24 };

static uint64_t seed = 42;

/* xorshift64* (Marsaglia, Vigna): enough for text that nobody reads. */
static uint64_t next_random(void)
{
    seed ^= seed >> 12;
    seed ^= seed << 25;
    seed ^= seed >> 27;
    return seed * UINT64_C(2685821657736338717);
}

static bool one_in(uint64_t n)
{
    return next_random() % n == 0;
}

/* Word number n, from syllables, so that every number has a word of its own. */
static void add_word(struct text *out, size_t n)
{
    static const char *const syllables[] = {"ba", "ke", "li",  "mo",  "nu",  "ra",  "se",  "ti",
                                            "vo", "zu", "dra", "ple", "gri", "sto", "clu", "fen"};
    do {
        text_add(out, syllables[n % 16]);
        n /= 16;
    } while (n);
}

static void add_zipf_word(struct text *out)
{
    double even = (double)(next_random() >> 11) / 9007199254740992.0;
    add_word(out, (size_t)exp(even * log(WORDS)));
}

static void add_words(struct text *out, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        add_zipf_word(out);
        text_add(out, i + 1 == count ? "" : i % 12 == 11 ? ". " : " ");
    }
}

static void add_planted(struct text *out, size_t number)
{
    if (number % 997 == 0)
        text_add(out, " zymurgia");
    if (next_random() % 100 < 45)
        text_add(out, " commonia");
    if (one_in(10))
        text_add(out, " midaria");
    if (one_in(10))
        text_add(out, " midbria");
    if (one_in(100))
        text_add(out, " alphoria betoria");
    if (one_in(20)) {
        text_add(out, " prefo");
        add_word(out, next_random() % 200);
    }
}

/* A number of words between two bounds, small ones more often: texts differ in length. */
static size_t some(size_t least, size_t most)
{
    double even = (double)(next_random() >> 11) / 9007199254740992.0;
    return least + (size_t)(even * even * (double)(most - least));
}

static void add_case(struct text *out, size_t number)
{
    static const char *const areas[] = {"cvd",    "mental-health", "maternity", "respiratory",
                                        "cancer", "housing",       "food",      "work"};
    static const char *const regions[] = {"london", "north-west", "north-east", "wales", "scotland"};
    text_format(out, "---\ntitle: Case %zu ", number);
    add_words(out, some(4, 9));
    text_add(out, "\nsummary: Invented, ");
    add_words(out, some(12, 22));
    text_format(out, "\nregions: [%s]\npartners:\n  - name: Invented Council\n    type: local-authority\n",
                regions[next_random() % 5]);
    text_format(out, "priority_areas: [%s]\ndeprivation_focus: [core20]\nactions: [outreach]\nstage: live\n",
                areas[next_random() % 8]);
    text_format(out, "result: positive\nevaluation: none\npublished: 20%02u-%02u-01\n---\n## The need\n\n",
                (unsigned)(next_random() % 25), (unsigned)(next_random() % 12 + 1));
    add_words(out, some(20, BODY_WORDS));
    text_add(out, "\n\n## What we did\n\n");
    add_words(out, some(20, BODY_WORDS));
    add_planted(out, number);
    text_add(out, "\n\n## What changed\n\n");
    add_words(out, some(20, BODY_WORDS));
    text_char(out, '\n');
}

int main(int count, char **words)
{
    size_t cases = count == 3 ? strtoul(words[2], NULL, 10) : 0;
    struct arena arena = {0};
    struct text out = {0};
    int reason = 0;
    if (!cases) {
        fprintf(stderr, "usage: corpus ROOT N\n");
        return 2;
    }
    const char *folder = file_join(&arena, words[1], "content/case-studies");
    bool done = file_make_folders(folder, &reason);
    for (size_t i = 0; done && i < cases; i++) {
        char path[4096];
        text_clear(&out);
        add_case(&out, i);
        snprintf(path, sizeof path, "%s/case-%06zu.md", folder, i);
        done = file_write(path, text_string(&out), out.size, NULL, &reason);
    }
    if (!done)
        fprintf(stderr, "corpus: %s\n", strerror(reason));
    text_free(&out);
    arena_free(&arena);
    return done ? 0 : 2;
}
