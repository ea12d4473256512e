#include "indexer/content/scalars.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "indexer/base/ascii.h"
#include "indexer/base/normalise.h"
#include "indexer/base/utf8.h"
#include "indexer/content/taken_names.h"

enum { CASE_ID_MAX = 64 };

static bool digits(const char *text, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (!ascii_is_digit(text[i]))
            return false;
    return true;
}

bool scalar_number(const char *text, double *number)
{
    const char *at = text + (*text == '-');
    size_t whole = strspn(at, "0123456789");
    if (!whole || whole > 15)
        return false;
    at += whole;
    if (*at == '.') {
        size_t fraction = strspn(at + 1, "0123456789");
        if (!fraction || fraction > 15)
            return false;
        at += 1 + fraction;
    }
    if (*at)
        return false;
    *number = strtod(text, NULL);
    return true;
}

/* The value of `count` digits that were looked at before. */
static int number_of(const char *text, size_t count)
{
    int number = 0;
    for (size_t i = 0; i < count; i++)
        number = number * 10 + (text[i] - '0');
    return number;
}

int scalar_days_in(int year, int month)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return days[month - 1] + (month == 2 && leap);
}

static bool real_date(int year, int month, int day)
{
    return year >= 1800 && year <= 2199 && month >= 1 && month <= 12 && day >= 1 && day <= scalar_days_in(year, month);
}

bool scalar_date(const char *text)
{
    size_t length = strlen(text);
    if ((length != 4 && length != 7 && length != 10) || !digits(text, 4))
        return false;
    if (length >= 7 && (text[4] != '-' || !digits(text + 5, 2)))
        return false;
    if (length == 10 && (text[7] != '-' || !digits(text + 8, 2)))
        return false;
    return real_date(number_of(text, 4), length >= 7 ? number_of(text + 5, 2) : 1,
                     length == 10 ? number_of(text + 8, 2) : 1);
}

int scalar_compare_dates(const char *a, const char *b)
{
    size_t length = strlen(a) < strlen(b) ? strlen(a) : strlen(b);
    return memcmp(a, b, length);
}

double scalar_years_between(const char *from, const char *to)
{
    int from_month = strlen(from) >= 7 ? number_of(from + 5, 2) : 1;
    int to_month = strlen(to) >= 7 ? number_of(to + 5, 2) : 1;
    return number_of(to, 4) - number_of(from, 4) + (to_month - from_month) / 12.0;
}

bool scalar_yes_no(const char *text, bool *truth)
{
    *truth = strcasecmp(text, "yes") == 0 || strcasecmp(text, "true") == 0;
    return *truth || strcasecmp(text, "no") == 0 || strcasecmp(text, "false") == 0;
}

static bool only_address_bytes(const char *text)
{
    for (; *text; text++)
        if ((unsigned char)*text <= ' ' || strchr("\"<>\\^`{|}", *text) || *text == 0x7F)
            return false;
    return true;
}

/* All of it is UTF-8, and nothing in it steers or is invisible. */
static bool can_be_seen(const char *text)
{
    size_t size = strlen(text);
    for (size_t at = 0; at < size;) {
        uint32_t point = 0;
        size_t length = utf8_decode(text + at, size - at, &point);
        if (!length || utf8_is_control(point))
            return false;
        at += length;
    }
    return !normalise_unseen_in(text, size).count;
}

const char *scalar_url_fault(const char *text)
{
    size_t scheme = strncmp(text, "https://", 8) == 0 ? 8 : strncmp(text, "http://", 7) == 0 ? 7 : 0;
    size_t host = strcspn(text + scheme, "/?#");
    if (!scheme)
        return "it begins with neither https:// nor http://";
    if (strlen(text) > 2000)
        return "it is longer than 2,000 characters";
    if (strpbrk(text, " \t"))
        return "it has a blank in it; write %20 where one is meant";
    if (!only_address_bytes(text))
        return "it has a sign that no address may have";
    if (!can_be_seen(text))
        return "it has a character that nobody sees";
    if (memchr(text + scheme, '@', host))
        return "it names a user before the host";
    return isalnum((unsigned char)text[scheme]) ? NULL : "it names no host";
}

bool scalar_url(const char *text)
{
    return !scalar_url_fault(text);
}

bool scalar_colour(const char *text, unsigned parts[3])
{
    static const char digits[] = "0123456789abcdef";
    text += *text == '#';
    size_t each = strlen(text) / 3;
    if (!each || each > 2 || strlen(text) != each * 3)
        return false;
    for (size_t i = 0; i < 3; i++) {
        const char *high = strchr(digits, ascii_lower(text[i * each]));
        const char *low = strchr(digits, ascii_lower(text[i * each + each - 1]));
        if (!high || !low)
            return false;
        parts[i] = (unsigned)(high - digits) * 16 + (unsigned)(low - digits);
    }
    return true;
}

bool scalar_email(const char *text)
{
    const char *at = strchr(text, '@');
    const char *dot = at ? strchr(at, '.') : NULL;
    return at && at != text && !strpbrk(text, ":,;()") && !strchr(at + 1, '@') && dot && dot != at + 1 && dot[1] &&
           only_address_bytes(text);
}

/* Behind the slash nearly everything occurs: old ones of journals have < > ( ) ; in them. */
bool scalar_doi(const char *text)
{
    const char *slash = strchr(text, '/');
    size_t registrant = strncmp(text, "10.", 3) == 0 ? strspn(text + 3, "0123456789.") : 0;
    if (registrant < 3 || slash != text + 3 + registrant || !slash[1])
        return false;
    for (const char *at = slash + 1; *at; at++)
        if ((unsigned char)*at <= ' ' || strchr("\"\\^`{|}", *at) || *at == 0x7F)
            return false;
    return true;
}

bool scalar_case_id(const char *id)
{
    size_t length = strlen(id);
    if (!length || length > CASE_ID_MAX || strspn(id, "abcdefghijklmnopqrstuvwxyz0123456789-") != length)
        return false;
    if (id[0] == '-' || id[length - 1] == '-' || strstr(id, "--"))
        return false;
    return !taken_file_name(id);
}
