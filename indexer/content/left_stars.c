#include "indexer/content/left_stars.h"

#include <string.h>

#include "indexer/base/ascii.h"
#include "indexer/base/utf8.h"
#include "indexer/content/codes.h"

enum { INSIDE_MAX = 200 };

static const char *const kinds[] = {"**", "__", "*", "_"};

static bool is_blank(char byte)
{
    return byte == '\0' || strchr(" \t\n", byte) != NULL;
}

static bool is_word(char byte)
{
    return ascii_is_letter(byte) || ascii_is_digit(byte) || (unsigned char)byte >= 0x80;
}

/* The mark of which stars or underscores at a place are, of exactly its length; NULL for none. */
static const char *mark_at(const char *words, size_t at)
{
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        size_t size = strlen(kinds[i]);
        if (strncmp(words + at, kinds[i], size) == 0)
            return words[at + size] == *kinds[i] || (at && words[at - 1] == *kinds[i]) ? NULL : kinds[i];
    }
    return NULL;
}

/* The next of the same mark on the same line; 0 when there is none. */
static size_t closing_of(const char *words, size_t at, const char *mark)
{
    size_t from = at + strlen(mark);
    for (size_t i = from; words[i] && words[i] != '\n' && i - from < INSIDE_MAX; i++)
        if (i > from && mark_at(words, i) == mark)
            return i;
    return 0;
}

/* A pair, with the words that it is joined to. */
struct pair {
    size_t at;
    size_t closing;
    const char *mark;
    size_t start;
    size_t end;
};

static void take_neighbours(const char *words, struct pair *pair)
{
    pair->start = pair->at;
    pair->end = pair->closing + strlen(pair->mark);
    while (pair->start && is_word(words[pair->start - 1]))
        pair->start--;
    while (is_word(words[pair->end]))
        pair->end++;
}

/* The pair as it was meant: no blanks inside, and one outside where a word would join it. */
static const char *meant_of(struct arena *arena, const char *words, const struct pair *pair)
{
    size_t from = pair->at + strlen(pair->mark);
    size_t end = pair->closing;
    size_t behind = pair->closing + strlen(pair->mark);
    while (from < end && words[from] == ' ')
        from++;
    while (end > from && words[end - 1] == ' ')
        end--;
    return arena_format(arena, "%.*s%s%s%.*s%s%s%.*s", (int)(pair->at - pair->start), words + pair->start,
                        pair->start < pair->at ? " " : "", pair->mark, (int)(end - from), words + from, pair->mark,
                        behind < pair->end ? " " : "", (int)(pair->end - behind), words + behind);
}

/* Whether a pair of single marks or underscores was meant as one: around words, and not within a word or a sum. */
static bool is_meant(const char *words, size_t at, size_t closing, const char *mark)
{
    size_t size = strlen(mark);
    bool opens = (!at || !is_word(words[at - 1])) && is_word(words[at + size]);
    bool closes = !is_blank(words[closing - 1]);
    bool phrase = memchr(words + at, ' ', closing - at) || !is_word(words[closing - 1]);
    bool outside = (!at || !is_word(words[at - 1])) && !is_word(words[closing + size]);
    if (*mark == '*' && size == 2)
        return !(at && is_word(words[at - 1]) && is_blank(words[at + size]));
    return *mark == '*' ? opens && closes : (opens || size == 2) && closes && phrase && !(outside && size == 1);
}

static void tell_pair(const struct looking *looking, struct pair pair)
{
    const char *words = looking->block->words;
    take_neighbours(words, &pair);
    struct place place = left_place(looking, pair.start, pair.end - pair.start);
    const char *meant = meant_of(looking->arena, words, &pair);
    report(looking->diagnostics, CODE_LEFT_STARS, place, arena_format(looking->arena, "write %s", meant),
           "these %s are shown as they are typed", *pair.mark == '*' ? "stars" : "underscores");
    if (place.length == utf8_length(words + pair.start, pair.end - pair.start))
        diagnostics_fix(looking->diagnostics, place, meant, true);
}

/* "0.01**" and "**p < 0.01" are how papers mark their figures. */
static bool marks_a_figure(const char *words, size_t at)
{
    return (at && ascii_is_digit(words[at - 1])) ||
           (words[at + 2] == 'p' && words[at + 3] && strchr(" <=", words[at + 3]));
}

static void tell_single(const struct looking *looking, size_t at)
{
    report(looking->diagnostics, CODE_LEFT_STARS, left_place(looking, at, 2),
           "put ** right at the first and right at the last letter of what is to be bold, or take them out",
           "these stars are shown as they are typed");
}

void left_stars(const struct looking *looking)
{
    const char *words = looking->block->words;
    for (size_t at = 0; words[at]; at++) {
        const char *mark = words[at] == '*' || words[at] == '_' ? mark_at(words, at) : NULL;
        if (!mark || !left_may_look(looking) || !markdown_was_typed(looking->body, looking->block, at, mark))
            continue;
        size_t closing = closing_of(words, at, mark);
        if (closing && is_meant(words, at, closing, mark)) {
            tell_pair(looking, (struct pair){at, closing, mark, at, closing});
            at = closing + strlen(mark) - 1;
        } else if (*mark == '*' && mark[1] && !marks_a_figure(words, at)) {
            tell_single(looking, at);
            at += strcspn(words + at, "\n") - 1; /* one is enough for a line */
        }
    }
}
