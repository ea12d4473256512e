#include "indexer/content/private_numbers.h"

#include <string.h>

#include "indexer/base/ascii.h"
#include "indexer/content/private_words.h"

enum { NHS_DIGITS = 10, GROUPS_MAX = 6, BETWEEN_MAX = 3, LABEL_MAX = 40, WORD_MAX = 12, DIGITS_ROOM = 32 };

static bool is_alnum(char byte)
{
    return ascii_is_letter(byte) || ascii_is_digit(byte);
}

/* The word that ends before `at`; digits of two or fewer ("ISBN-13") are passed over. Returns where it begins. */
static size_t word_before(const char *text, size_t at, size_t *size)
{
    size_t end = at;
    size_t first = at > LABEL_MAX ? at - LABEL_MAX : 0;
    for (;;) {
        while (end > first && !is_alnum(text[end - 1]))
            end--;
        size_t start = end;
        while (start > first && is_alnum(text[start - 1]))
            start--;
        *size = end - start;
        if (!*size || *size > 2 || !ascii_is_digit(text[start]))
            return start;
        end = start;
    }
}

static bool is_labelled(const char *text, size_t at)
{
    size_t size = 0;
    size_t start = word_before(text, at, &size);
    if (private_words_have(PRIVATE_JOINING, text + start, size) &&
        !private_words_have(PRIVATE_LABELS, text + start, size))
        start = word_before(text, start, &size);
    return private_words_have(PRIVATE_LABELS, text + start, size);
}

/* A sign of money, with a blank behind it or not. */
static bool is_money(const char *text, size_t at)
{
    at -= at && text[at - 1] == ' ';
    return (at && text[at - 1] == '$') || (at > 1 && memcmp(text + at - 2, "£", 2) == 0) ||
           (at > 2 && memcmp(text + at - 3, "€", 3) == 0);
}

bool private_number_begins(const char *text, size_t at)
{
    if (!at)
        return true;
    char before = text[at - 1];
    if (is_money(text, at))
        return false;
    size_t start = at - (strchr(".:/-_=#", before) != NULL);
    if (start == at && !is_alnum(before))
        return before != ',' || at < 2 || !ascii_is_digit(text[at - 2]);
    if (!start || !is_alnum(text[start - 1]))
        return true;
    size_t word = start;
    while (word && start - word <= WORD_MAX && is_alnum(text[word - 1]))
        word--;
    return (before == ':' && ascii_is_letter(text[start - 1])) ||
           private_words_have(PRIVATE_CONTACTS, text + word, start - word);
}

/* A number as it is written: groups of digits, with a few blanks, hyphens, dots, strokes or brackets between them. */
struct groups {
    size_t count;
    size_t at[GROUPS_MAX];
    size_t size[GROUPS_MAX];
    bool strict; /* dots, strokes or commas part them, as they part dates and counts */
};

/* Bytes of a sign that parts groups; 0 when it is none. A comma does where no blank follows it. */
static size_t parting_sign(const char *text, size_t left)
{
    const struct private_words *signs = &private_words[PRIVATE_PARTING];
    if (!left || !*text)
        return 0;
    if (*text == ',')
        return left > 1 && ascii_is_digit(text[1]);
    for (size_t i = 0; i < signs->count; i++)
        if (left >= strlen(signs->words[i]) && memcmp(text, signs->words[i], strlen(signs->words[i])) == 0)
            return strlen(signs->words[i]);
    return 0;
}

static struct groups groups_at(const char *text, size_t size, size_t at)
{
    struct groups groups = {0};
    while (groups.count < GROUPS_MAX) {
        size_t end = at;
        while (end < size && ascii_is_digit(text[end]))
            end++;
        if (end == at)
            break;
        groups.at[groups.count] = at;
        groups.size[groups.count++] = end - at;
        size_t signs = 0;
        for (size_t length; signs <= BETWEEN_MAX && (length = parting_sign(text + end, size - end)); signs++) {
            groups.strict |= strchr("./,", text[end]) != NULL;
            end += length;
        }
        if (!signs || signs > BETWEEN_MAX)
            break;
        at = end;
    }
    return groups;
}

static size_t digits_of(const char *text, const struct groups *groups, size_t count, char digits[DIGITS_ROOM])
{
    size_t used = 0;
    for (size_t i = 0; i < count; i++)
        for (size_t j = 0; j < groups->size[i] && used < DIGITS_ROOM - 1; j++)
            digits[used++] = text[groups->at[i] + j];
    digits[used] = '\0';
    return used;
}

/* The NHS number's own check: weights 10 to 2, modulo 11. */
static bool is_nhs_number(const char *digits)
{
    int sum = 0;
    for (int i = 0; i < NHS_DIGITS - 1; i++)
        sum += (digits[i] - '0') * (10 - i);
    int check = 11 - sum % 11;
    return check != 10 && digits[NHS_DIGITS - 1] - '0' == check % 11;
}

/* 943 476 5919, 943 4765919 or 9434765919; other groups are years and counts side by side. Returns how many. */
static size_t nhs_groups(const char *text, const struct groups *groups)
{
    char digits[DIGITS_ROOM];
    size_t first = groups->size[0];
    bool parted = groups->count >= 3 && first == 3 && groups->size[1] == 3 && groups->size[2] == NHS_DIGITS - 6;
    bool halved = groups->count >= 2 && first == 3 && groups->size[1] == NHS_DIGITS - 3;
    size_t count = first == NHS_DIGITS ? 1 : parted ? 3 : halved ? 2 : 0;
    return count && digits_of(text, groups, count, digits) == NHS_DIGITS && is_nhs_number(digits) ? count : 0;
}

/* British numbers have eleven digits; ten only in some places and where they are free of charge. */
static bool is_british(const char *digits, size_t used)
{
    if (used == 10)
        return strncmp(digits, "01", 2) == 0 || strncmp(digits, "0800", 4) == 0 || strncmp(digits, "0500", 4) == 0;
    return used == 11 && digits[0] == '0' && strchr("123578", digits[1]);
}

/* The forms of a British number: an area code of three digits or more, then groups of two or more. */
static bool is_british_form(const struct groups *groups, size_t first, size_t count)
{
    if (groups->size[first] + first < 3)
        return false;
    for (size_t i = first + 1; i < count; i++)
        if (groups->size[i] < (groups->strict ? 3 : 2))
            return false;
    return count < first + 2 || groups->size[count - 1] >= 3 || groups->size[first + 1] == 2;
}

/* A place on the map of Britain: two capital letters before five and five digits. */
static bool is_grid_reference(const char *text, const struct groups *groups)
{
    size_t size = 0;
    size_t start = word_before(text, groups->at[0], &size);
    return size == 2 && strchr("HJNOST", text[start]) && ascii_is_capital(text[start + 1]) && groups->size[0] == 5 &&
           groups->count > 1 && groups->size[1] == 5 && !private_words_have(PRIVATE_CONTACTS, text + start, size);
}

/* How many of the groups make a phone number, 0 when none do. */
static size_t phone_groups(const char *text, const struct groups *groups)
{
    char digits[DIGITS_ROOM];
    size_t at = groups->at[0];
    bool plus = at && (text[at - 1] == '+' || (at > 1 && text[at - 1] == '(' && text[at - 2] == '+'));
    /* (0)113 496 0000: the 0 is a group of its own */
    size_t first = groups->count > 1 && groups->size[0] == 1 && at && text[at - 1] == '(' && text[at + 1] == ')';
    if (is_grid_reference(text, groups))
        return 0;
    for (size_t count = groups->count; count > first; count--) {
        size_t used = digits_of(text, groups, count, digits);
        bool abroad = strncmp(digits, "00", 2) == 0 && digits[2] > '0' && used >= 12 && used <= 17;
        if (plus ? used >= 10 && used <= 15
                 : abroad || (is_british(digits, used) && is_british_form(groups, first, count)))
            return count;
    }
    return 0;
}

bool private_number_at(const char *text, size_t size, size_t at, struct private_find *found)
{
    struct groups groups = groups_at(text, size, at);
    found->at = at;
    found->size = groups.size[0];
    if (is_labelled(text, at))
        return false;
    size_t count = nhs_groups(text, &groups);
    found->kind = count ? PRIVATE_NHS_NUMBER : PRIVATE_PHONE;
    if (!count)
        count = phone_groups(text, &groups);
    if (count)
        found->size = groups.at[count - 1] + groups.size[count - 1] - at;
    return count > 0;
}
