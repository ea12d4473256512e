#include "indexer/content/personal.h"

#include <string.h>

#include "indexer/base/ascii.h"
#include "indexer/base/word_find.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

enum { POSTCODE_NEAR = 60, NUMBER_DIGITS = 6, LETTERS_MAX = 60, DOTS_MAX = 6 };

static bool is_word(char byte)
{
    return ascii_is_letter(byte) || ascii_is_digit(byte);
}

static size_t digits(const char *text)
{
    return strspn(text, "0123456789");
}

static size_t letters(const char *text)
{
    size_t size = 0;
    while (size < LETTERS_MAX &&
           (ascii_is_letter(text[size]) || ((unsigned char)text[size] & 0x80) || text[size] == '\''))
        size++;
    return size;
}

/* "Mrs Whitfield" */
static size_t titled_name(const char *text)
{
    static const char *const titles[] = {"Dr", "Mr", "Mrs", "Ms", "Miss", "Mx"};
    static _Thread_local struct word_list list = WORD_LIST(titles);
    static const char *const no_names[] = {"they", "it", "the", "he", "she", "we", "in", "there", "this", "and", "or"};
    for (size_t i = words_with(&list, *text); i < COUNT(titles) && *titles[i] == *text; i++) {
        size_t size = strlen(titles[i]);
        if (strncmp(text, titles[i], size) != 0)
            continue;
        size += text[size] == '.';
        if (text[size] == ' ' && ascii_is_capital(text[size + 1]) && !ascii_is_capital(text[size + 2]) &&
            letters(text + size + 1) > 1 &&
            !ascii_is_one_of(text + size + 1, letters(text + size + 1), no_names, COUNT(no_names)))
            return size + 1 + letters(text + size + 1);
    }
    return 0;
}

/* "QQ 12 34 56 C" */
static size_t insurance_number(const char *text)
{
    size_t at = 2;
    if (!ascii_is_capital(text[0]) || !ascii_is_capital(text[1]))
        return 0;
    for (size_t count = 0; count < NUMBER_DIGITS; count++, at++) {
        at += text[at] == ' ';
        if (!ascii_is_digit(text[at]))
            return 0;
    }
    at += text[at] == ' ';
    return text[at] >= 'A' && text[at] <= 'D' && !is_word(text[at + 1]) ? at + 1 : 0;
}

/* "12/03/1957", "12 March 1957", "12th of March" */
static size_t day(const char *text)
{
    static const char *const months[] = {"jan", "feb", "mar", "apr", "may", "jun",
                                         "jul", "aug", "sep", "oct", "nov", "dec"};
    size_t size = digits(text);
    if (!size || size > 2)
        return 0;
    if (strchr("/.-", text[size]) && digits(text + size + 1) >= 1 && digits(text + size + 1) <= 2)
        return size + 1 + strspn(text + size + 1, "0123456789/.-");
    size += strncmp(text + size, "st", 2) == 0 || strncmp(text + size, "nd", 2) == 0 ||
                    strncmp(text + size, "rd", 2) == 0 || strncmp(text + size, "th", 2) == 0
                ? 2
                : 0;
    size += strncmp(text + size, " of", 3) == 0 ? 3 : 0;
    return text[size] == ' ' &&
                   ascii_is_one_of(text + size + 1, letters(text + size + 1) < 3 ? 0 : 3, months, COUNT(months))
               ? size + 1 + letters(text + size + 1)
               : 0;
}

static size_t birthday(const char *text)
{
    static const char *const before[] = {
        "born on: ", "date of birth: ", "date of birth ", "date of birth was ", "DOB: ",
        "DOB ",      "D.O.B. ",         "d.o.b. ",        "was born on ",       "was born "};
    static _Thread_local struct word_list list = WORD_LIST(before);
    for (size_t i = words_with(&list, *text); i < COUNT(before) && ascii_lower(*before[i]) == ascii_lower(*text); i++) {
        size_t size = strlen(before[i]);
        size_t behind = strncmp(text, before[i], size) == 0 ? day(text + size) : 0;
        if (behind)
            return size + behind;
    }
    return 0;
}

/* "HU6 8AA" */
static size_t postcode(const char *text)
{
    size_t at = 0;
    while (at < 2 && ascii_is_capital(text[at]))
        at++;
    if (!at || !ascii_is_digit(text[at]))
        return 0;
    at++;
    at += ascii_is_digit(text[at]) || ascii_is_capital(text[at]);
    if (text[at] != ' ' || !ascii_is_digit(text[at + 1]) || !ascii_is_capital(text[at + 2]) ||
        !ascii_is_capital(text[at + 3]) || is_word(text[at + 4]))
        return 0;
    return at + 4;
}

/* "12 Elm Street, Hull HU6 8AA": a number, a name of a street, and a whole postcode soon behind it. */
static size_t street(const char *text)
{
    static const char *const kinds[] = {"street", "road",  "avenue",  "lane",     "close",   "drive",
                                        "way",    "court", "gardens", "crescent", "terrace", "place",
                                        "grove",  "walk",  "square",  "hill",     "row",     "mews"};
    size_t at = ascii_is_digit(*text) ? digits(text) : 0;
    if (!at || at > 4)
        return 0;
    at += ascii_is_letter(text[at]) && text[at + 1] == ' ';
    for (size_t words = 0; words < 4 && text[at] == ' ' && ascii_is_capital(text[at + 1]); words++) {
        size_t size = letters(text + at + 1);
        bool is_street = words && ascii_is_one_of(text + at + 1, size, kinds, COUNT(kinds));
        at += 1 + size;
        for (size_t near = 0; is_street && near < POSTCODE_NEAR && text[at + near]; near++)
            if (!is_word(text[at + near]) && postcode(text + at + near + 1))
                return at + near + 1 + postcode(text + at + near + 1);
    }
    return 0;
}

/* "jane dot doe at council dot example" */
static size_t spelt_address(const char *text)
{
    size_t at = letters(text);
    for (size_t dots = 0; at && dots < DOTS_MAX && strncmp(text + at, " dot ", 5) == 0 && letters(text + at + 5);
         dots++)
        at += 5 + letters(text + at + 5);
    if (!at || strncmp(text + at, " at ", 4) != 0)
        return 0;
    at += 4;
    size_t dots = 0;
    for (size_t size; dots < DOTS_MAX && (size = letters(text + at)) != 0; dots++) {
        at += size;
        if (strncmp(text + at, " dot ", 5) != 0)
            break;
        at += 5;
    }
    return dots ? at : 0;
}

struct kind {
    size_t (*size)(const char *text);
    const char *what;
};

static const struct kind kinds[] = {
    {titled_name, "a person's name"},
    {insurance_number, "a National Insurance number"},
    {birthday, "somebody's day of birth"},
    {street, "the address of a house"},
    {spelt_address, "an e-mail address in words"},
};

bool personal_next(const char *text, size_t from, struct personal_find *found)
{
    for (size_t at = from; text[at]; at++) {
        if (at && (is_word(text[at - 1]) || (unsigned char)text[at - 1] >= 0x80 || !is_word(text[at])))
            continue;
        for (size_t i = 0; i < COUNT(kinds); i++) {
            size_t size = kinds[i].size(text + at);
            if (!size)
                continue;
            *found = (struct personal_find){at, size, kinds[i].what};
            return true;
        }
    }
    return false;
}
