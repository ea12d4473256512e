#include "indexer/base/phrases.h"

#include <stdlib.h>
#include <string.h>

#include "indexer/base/ascii.h"

static const struct phrases *in_use;

void phrases_use(const struct phrases *phrases)
{
    in_use = phrases && phrases->count ? phrases : NULL;
}

static int compare(const void *english, const void *item)
{
    const struct phrase *phrase = item;
    return strcmp(english, phrase->english);
}

const char *say(const char *english)
{
    if (!in_use)
        return english;
    const struct phrase *found = bsearch(english, in_use->items, in_use->count, sizeof *in_use->items, compare);
    return found ? found->said : english;
}

/* More than any phrase has. */
enum { CONVERSIONS_MAX = 16 };

/* One of a format: what stands behind the % and, where there is one, its number. */
struct conversion {
    size_t number; /* 0: it has none */
    const char *at;
    size_t size;
};

struct conversions {
    struct conversion items[CONVERSIONS_MAX];
    size_t count;
};

/* The number before a $; 0 when there is none. */
static size_t number_at(const char **at)
{
    const char *end = *at;
    size_t number = 0;
    while (ascii_is_digit(*end) && number < CONVERSIONS_MAX)
        number = number * 10 + (size_t)(*end++ - '0');
    if (*end != '$')
        return 0;
    *at = end + 1;
    return number ? number : CONVERSIONS_MAX + 1;
}

/* False when a conversion is cut off, or is of no kind that phrases have. */
static bool find_conversions(const char *format, struct conversions *found)
{
    *found = (struct conversions){0};
    while ((format = strchr(format, '%'))) {
        if (*++format == '%') {
            format++;
            continue;
        }
        size_t number = number_at(&format);
        size_t size = strspn(format, "-+#0123456789.*hlzjt");
        if (!format[size] || !strchr("diouxXcsfFeEgG", format[size]) || found->count == CONVERSIONS_MAX)
            return false;
        found->items[found->count++] = (struct conversion){number, format, ++size};
        format += size;
    }
    return true;
}

static bool same(const struct conversion *one, const struct conversion *other)
{
    return one->size == other->size && memcmp(one->at, other->at, one->size) == 0;
}

static bool fit_in_order(const struct conversions *wanted, const struct conversions *given)
{
    if (given->count != wanted->count)
        return false;
    for (size_t i = 0; i < given->count; i++)
        if (given->items[i].number || !same(&wanted->items[i], &given->items[i]))
            return false;
    return true;
}

/* A star takes an argument of its own, which no number would count. */
static bool fit_by_number(const struct conversions *wanted, const struct conversions *given)
{
    bool used[CONVERSIONS_MAX] = {false};
    if (given->count != wanted->count)
        return false;
    for (size_t i = 0; i < given->count; i++) {
        size_t number = given->items[i].number;
        if (!number || number > wanted->count || used[number - 1] ||
            !same(&wanted->items[number - 1], &given->items[i]) ||
            memchr(given->items[i].at, '*', given->items[i].size))
            return false;
        used[number - 1] = true;
    }
    return true;
}

/* Whether a per cent sign stands in it that is one to read, with a blank behind it; %% of a format is none of these. */
static bool has_plain_percent(const char *phrase)
{
    for (; (phrase = strchr(phrase, '%')); phrase += phrase[1] == '%' ? 2 : 1)
        if (phrase[1] == ' ')
            return true;
    return false;
}

bool phrases_fit(const char *english, const char *said)
{
    struct conversions wanted;
    struct conversions given;
    if (has_plain_percent(english))
        return true;
    if (!find_conversions(english, &wanted) || !find_conversions(said, &given))
        return false;
    bool by_number = given.count && given.items[0].number;
    return by_number ? fit_by_number(&wanted, &given) : fit_in_order(&wanted, &given);
}
