#include "indexer/content/meant_number.h"

#include <string.h>
#include <strings.h>

#include "indexer/base/ascii.h"
#include "indexer/content/scalars.h"

enum { DIGITS_ROOM = 32 };

/* What may stand before or behind the digits. */
struct sign {
    const char *word;
    double times;
    bool percent;
    bool loses; /* it says something that the number alone does not */
};

static const struct sign before[] = {
    {"£", 1, false, false},       {"gbp", 1, false, false},    {"€", 1, false, true},
    {"eur", 1, false, true},      {"$", 1, false, true},       {"~", 1, false, true},
    {"about ", 1, false, true},   {"around ", 1, false, true}, {"approximately ", 1, false, true},
    {"approx. ", 1, false, true}, {"approx ", 1, false, true}, {"circa ", 1, false, true},
    {"c. ", 1, false, true},      {"some ", 1, false, true},   {"n=", 1, false, false},
    {"n = ", 1, false, false},
};

static const struct sign behind_words[] = {
    {"million", 1e6, false, false},
    {"mn", 1e6, false, false},
    {"m", 1e6, false, false},
    {"thousand", 1e3, false, false},
    {"k", 1e3, false, false},
    {"billion", 1e9, false, false},
    {"bn", 1e9, false, false},
    {"%", 1, true, false},
    {"per cent", 1, true, false},
    {"percent", 1, true, false},
    {"gbp", 1, false, false},
    {"pounds", 1, false, false},
    {"£", 1, false, false},
    {"euros", 1, false, true},
    {"eur", 1, false, true},
    {"€", 1, false, true},
    {"million pounds", 1e6, false, false},
    {".", 1, false, false},
    {"", 1, false, false},
};

#define COUNT(table) (sizeof(table) / sizeof *(table))

static size_t count_digits(const char *text)
{
    return strspn(text, "0123456789");
}

/* What stands before the number: passes it, and tells whether that is a loss. False where it is something else. */
static bool pass_before(const char **text, bool *loses)
{
    while (!ascii_is_digit(**text) && **text != '-') {
        size_t i = 0;
        while (i < COUNT(before) && strncasecmp(*text, before[i].word, strlen(before[i].word)) != 0)
            i++;
        if (i == COUNT(before))
            return false;
        *loses = *loses || before[i].loses;
        *text += strlen(before[i].word);
        *text += strspn(*text, " ");
    }
    return true;
}

/* A comma with one or two digits behind it, and nothing else that parts digits: a point, on the Continent. */
static bool is_decimal_comma(const char *comma)
{
    size_t size = count_digits(comma + 1);
    return (size == 1 || size == 2) && !strpbrk(comma + 1, ",.");
}

/* A plain number that is written while another text is read. */
struct plain {
    char digits[DIGITS_ROOM];
    size_t size;
    bool point; /* a comma was taken for one */
};

/* Takes so many bytes over; false where there is no room for them. */
static bool take(struct plain *plain, const char **text, size_t size)
{
    if (plain->size + size >= DIGITS_ROOM / 2)
        return false;
    memcpy(plain->digits + plain->size, *text, size);
    plain->size += size;
    *text += size;
    return true;
}

/* Further groups of three, each behind the same sign. */
static bool take_thousands(struct plain *plain, const char **text, size_t leading, bool zero)
{
    char between = **text;
    if (zero || (between != ',' && between != ' '))
        return true;
    while (**text == between && ascii_is_digit((*text)[1])) {
        if (count_digits(*text + 1) != 3 || leading > 3)
            return false;
        ++*text;
        if (!take(plain, text, 3))
            return false;
    }
    return true;
}

/* The digits without what parts their thousands, and the decimals. What comes after them, or NULL where that is not clear. */
static const char *read_digits(const char *text, struct plain *plain)
{
    *plain = (struct plain){.size = 0};
    if (*text == '-')
        take(plain, &text, 1);
    size_t leading = count_digits(text);
    bool zero = *text == '0';
    if (!leading || !take(plain, &text, leading))
        return NULL;
    if (*text == ',' && is_decimal_comma(text)) {
        plain->point = true;
        plain->digits[plain->size++] = '.';
        text++;
        return take(plain, &text, count_digits(text)) ? text : NULL;
    }
    if (!take_thousands(plain, &text, leading, zero))
        return NULL;
    bool decimals = *text == '.' && ascii_is_digit(text[1]);
    return !decimals || take(plain, &text, 1 + count_digits(text + 1)) ? text : NULL;
}

static const struct sign *find_behind(const char *rest)
{
    rest += strspn(rest, " ");
    for (size_t i = 0; i < COUNT(behind_words); i++)
        if (strcasecmp(rest, behind_words[i].word) == 0)
            return &behind_words[i];
    return NULL;
}

struct meant_number meant_number(struct arena *arena, const char *text)
{
    static const char question[] =
        "what is the figure, in digits only, with a point before decimals? What the words say "
        "belongs to another answer";
    static const char comma[] =
        "does the comma part thousands, or is it a point? Write digits only, with a point before "
        "decimals";
    struct meant_number none = {{NULL, false, strchr(text, ',') ? comma : question}, false};
    struct plain plain;
    double number = 0;
    bool loses = false;
    if (!pass_before(&text, &loses)) {
        none.meant.remark = question;
        return none;
    }
    const char *rest = read_digits(text, &plain);
    if (!rest || *rest == ',')
        return none;
    none.meant.remark = question;
    const struct sign *sign = find_behind(rest);
    if (!sign || !scalar_number(plain.digits, &number))
        return none;
    const char *meant =
        sign->times > 1 ? arena_format(arena, "%.12g", number * sign->times) : arena_string(arena, plain.digits);
    if (!scalar_number(meant, &number)) /* with an exponent */
        return none;
    loses = loses || sign->loses;
    return (struct meant_number){{meant, !loses && !plain.point,
                                  plain.point ? "if the comma stands for a point"
                                  : loses     ? "the rest of what was written belongs to another answer"
                                              : NULL},
                                 sign->percent};
}
