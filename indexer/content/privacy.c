#include "indexer/content/privacy.h"

#include <string.h>
#include <strings.h>

#include "indexer/base/ascii.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

enum { NHS_DIGITS = 10, GROUPS_MAX = 6, BETWEEN_MAX = 3, ADDRESS_MAX = 254, LABEL_MAX = 40, WORD_MAX = 12 };

static bool is_alnum(char byte)
{
    return ascii_is_letter(byte) || ascii_is_digit(byte);
}

static bool is_in(const char *word, size_t size, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (strlen(words[i]) == size && strncasecmp(words[i], word, size) == 0)
            return true;
    return false;
}

/* What stands before a number that is somebody's, and may be joined to it ("tel0113 496 0000"). */
static const char *const contact_words[] = {"tel", "telephone", "phone", "ph",      "mob",   "mobile",
                                            "fax", "call",      "ring",  "contact", "on",    "text",
                                            "t",   "m",         "nhs",   "no",      "number"};

/* What stands before a number of a book, a paper, a grant or a version. */
static const char *const label_words[] = {"isbn",       "issn",    "isrctn",  "nct",     "doi",       "pmid",
                                          "pmc",        "grant",   "award",   "ref",     "reference", "version",
                                          "registered", "charity", "project", "licence", "order",     "patent",
                                          "eudract",    "orcid",   "scopus"};

static const char *const joining_words[] = {"number", "no",        "nos", "id",  "code",
                                            "ref",    "reference", "is",  "was", "registration"};

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
    if (is_in(text + start, size, joining_words, COUNT(joining_words)) &&
        !is_in(text + start, size, label_words, COUNT(label_words)))
        start = word_before(text, start, &size);
    return is_in(text + start, size, label_words, COUNT(label_words));
}

/* Whether a number of its own begins here, and not the rest of a longer one, a code or a word. */
static bool begins_number(const char *text, size_t at)
{
    if (!at)
        return true;
    char before = text[at - 1];
    if (before == '$' || (at > 1 && memcmp(text + at - 2, "£", 2) == 0) ||
        (at > 2 && memcmp(text + at - 3, "€", 3) == 0))
        return false;
    size_t start = at - (strchr(".:/-_=", before) != NULL);
    if (start == at && !is_alnum(before))
        return before != ',' || at < 2 || !ascii_is_digit(text[at - 2]);
    if (!start || !is_alnum(text[start - 1]))
        return true;
    size_t word = start;
    while (word && start - word <= WORD_MAX && is_alnum(text[word - 1]))
        word--;
    return (before == ':' && ascii_is_letter(text[start - 1])) ||
           is_in(text + word, start - word, contact_words, COUNT(contact_words));
}

/* A number as it is written: groups of digits, with a few blanks, hyphens, dots, strokes or brackets between them. */
struct groups {
    size_t count;
    size_t at[GROUPS_MAX];
    size_t size[GROUPS_MAX];
    bool strict; /* dots or strokes part them, as they part dates */
};

/* Bytes of a sign that parts groups; 0 when it is none. */
static size_t parting_sign(const char *text, size_t left)
{
    static const char *const dashes[] = {"\xE2\x80\x92", "\xE2\x80\x93", "\xE2\x88\x92"};
    if (left && strchr(" \t\n-./()", *text) && *text)
        return 1;
    for (size_t i = 0; i < COUNT(dashes); i++)
        if (left >= 3 && memcmp(text, dashes[i], 3) == 0)
            return 3;
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
            groups.strict |= text[end] == '.' || text[end] == '/';
            end += length;
        }
        if (!signs || signs > BETWEEN_MAX)
            break;
        at = end;
    }
    return groups;
}

static size_t digits_of(const char *text, const struct groups *groups, size_t count, char digits[32])
{
    size_t used = 0;
    for (size_t i = 0; i < count; i++)
        for (size_t j = 0; j < groups->size[i] && used < 31; j++)
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

/* 943 476 5919 or 9434765919; ten digits in other groups are years and counts side by side. Returns its groups. */
static size_t nhs_groups(const char *text, const struct groups *groups)
{
    char digits[32];
    bool parted =
        groups->count >= 3 && groups->size[0] == 3 && groups->size[1] == 3 && groups->size[2] == NHS_DIGITS - 6;
    size_t count = groups->size[0] == NHS_DIGITS ? 1 : parted ? 3 : 0;
    return count && digits_of(text, groups, count, digits) == NHS_DIGITS && is_nhs_number(digits) ? count : 0;
}

/* The forms of a British number: an area code of three digits or more, then groups of two or more. */
static bool is_local_form(const struct groups *groups, size_t count, const char *digits)
{
    if (digits[0] != '0' || !strchr("123578", digits[1]) || groups->size[0] < 3)
        return false;
    for (size_t i = 1; i < count; i++)
        if (groups->size[i] < (groups->strict ? 3 : 2))
            return false;
    return count < 2 || groups->size[count - 1] >= 3 || groups->size[1] == 2;
}

/* How many of the groups make a phone number, 0 when none do. */
static size_t phone_groups(const char *text, const struct groups *groups, bool plus)
{
    char digits[32];
    for (size_t count = groups->count; count; count--) {
        size_t used = digits_of(text, groups, count, digits);
        bool abroad = strncmp(digits, "00", 2) == 0 && digits[2] > '0' && used >= 12 && used <= 17;
        if (plus ? used >= 10 && used <= 15
                 : abroad || (used >= 10 && used <= 11 && is_local_form(groups, count, digits)))
            return count;
    }
    return 0;
}

/* The number that begins here, if it is somebody's. Otherwise *size is how far to go on. */
static bool number_at(const char *text, size_t size, size_t at, struct private_find *found)
{
    struct groups groups = groups_at(text, size, at);
    bool plus = at && text[at - 1] == '+';
    found->at = at;
    found->size = groups.size[0];
    if (is_labelled(text, at))
        return false;
    size_t count = nhs_groups(text, &groups);
    found->kind = count ? PRIVATE_NHS_NUMBER : PRIVATE_PHONE;
    if (!count)
        count = phone_groups(text, &groups, plus);
    if (count)
        found->size = groups.at[count - 1] + groups.size[count - 1] - at;
    return count > 0;
}

static bool is_local_byte(char byte)
{
    return is_alnum(byte) || (byte && strchr("._%+-'", byte)) || (unsigned char)byte >= 0x80;
}

/* Bytes of the host that begins here; 0 when it is none: what ends in digits or as a picture is a file or a version. */
static size_t host_at(const char *text, size_t size, size_t at, bool known_end)
{
    static const char *const files[] = {"png", "jpg", "jpeg", "gif", "svg", "webp", "pdf", "md", "js", "css"};
    static const char *const ends[] = {"uk", "org",  "com",   "net",  "example", "gov",
                                       "eu", "info", "wales", "scot", "london"};
    size_t end = at;
    while (end < size && (is_alnum(text[end]) || text[end] == '.' || text[end] == '-'))
        end++;
    while (end > at && !is_alnum(text[end - 1]))
        end--;
    size_t last = end;
    while (last > at && ascii_is_letter(text[last - 1]))
        last--;
    if (last <= at + 1 || text[last - 1] != '.' || end - last < 2 || !is_alnum(text[at]) ||
        strstr(text + at, "..") == text + at)
        return 0;
    if (is_in(text + last, end - last, files, COUNT(files)))
        return 0;
    return known_end && !is_in(text + last, end - last, ends, COUNT(ends)) ? 0 : end - at;
}

/* Bytes of "@", " @ ", "[at]" or "(at)" at a place; 0 when it is none. */
static size_t at_sign(const char *text, size_t left, bool *spelled)
{
    static const char *const spellings[] = {" @ ", "[at]", "(at)", " [at] ", " (at) "};
    *spelled = true;
    for (size_t i = 0; i < COUNT(spellings); i++)
        if (left > strlen(spellings[i]) && strncasecmp(text, spellings[i], strlen(spellings[i])) == 0)
            return strlen(spellings[i]);
    *spelled = false;
    return left && *text == '@';
}

static bool email_around(const char *text, size_t size, size_t from, size_t at, struct private_find *found)
{
    bool spelled = false;
    size_t sign = at_sign(text + at, size - at, &spelled);
    size_t start = at;
    while (sign && start > from && is_local_byte(text[start - 1]))
        start--;
    while (start < at && !is_alnum(text[start]) && (unsigned char)text[start] < 0x80)
        start++;
    size_t host = start < at ? host_at(text, size, at + sign, spelled) : 0;
    *found = (struct private_find){PRIVATE_EMAIL, start, at + sign + host - start};
    return host > 0 && found->size <= ADDRESS_MAX;
}

static bool is_token_end(char byte)
{
    return strchr(" \t\n<>\"", byte) != NULL;
}

/* Bytes of the word with a web address or DOI in it that begins here; 0 when none does. */
static size_t address_at(const char *text, size_t size, size_t at)
{
    if (at && !is_token_end(text[at - 1]))
        return 0;
    size_t end = at;
    bool found = size - at > 4 && strncasecmp(text + at, "www.", 4) == 0;
    for (; end < size && !is_token_end(text[end]); end++) {
        found |= size - end > 3 && memcmp(text + end, "://", 3) == 0;
        found |= size - end > 7 && memcmp(text + end, "10.", 3) == 0 && ascii_is_digit(text[end + 3]) &&
                 (text[end + 7] == '/' || text[end + 8] == '/') && (end == at || !is_alnum(text[end - 1]));
    }
    return found ? end - at : 0;
}

bool privacy_next(const char *text, size_t size, size_t from, struct private_find *found)
{
    for (size_t at = from; at < size;) {
        size_t on = address_at(text, size, at);
        if (!on && strchr("@ [(", text[at]) && email_around(text, size, from, at, found))
            return true;
        if (!on && ascii_is_digit(text[at]) && begins_number(text, at)) {
            if (number_at(text, size, at, found))
                return true;
            on = found->size;
        }
        at += on ? on : 1;
    }
    return false;
}
