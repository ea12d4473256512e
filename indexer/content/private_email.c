#include "indexer/content/private_email.h"

#include <string.h>
#include <strings.h>

#include "indexer/base/ascii.h"
#include "indexer/content/private_words.h"

enum { ADDRESS_MAX = 254 };

/* Letters beyond ASCII are welcome, and not the quotation marks and dashes, which begin with these bytes. */
static bool is_host_byte(char byte)
{
    return ascii_is_letter(byte) || ascii_is_digit(byte) || byte == '-' ||
           ((unsigned char)byte >= 0x80 && byte != '\xE2' && byte != '\xC2');
}

static bool is_name_byte(char byte)
{
    return is_host_byte(byte) || (byte && strchr("._%+'", byte));
}

/* Bytes of the dot at a place; 0 when a label of the host does not go on behind it. */
static size_t dot_at(const char *text, size_t left)
{
    const struct private_words *dots = &private_words[PRIVATE_DOTS];
    for (size_t i = 0; i < dots->count; i++) {
        size_t size = strlen(dots->words[i]);
        if (left > size && strncasecmp(text, dots->words[i], size) == 0 && is_host_byte(text[size]) &&
            text[size] != '-')
            return size;
    }
    return 0;
}

/* Whether the last part of a host can be one: no file's, and a known one where the sign was spelled out. */
static bool is_host_end(const char *end, size_t size, bool spelled)
{
    for (size_t i = 0; i < size; i++)
        if (!ascii_is_letter(end[i]))
            return false;
    return size > 1 && !private_words_have(PRIVATE_FILES, end, size) &&
           (!spelled || private_words_have(PRIVATE_HOST_ENDS, end, size));
}

/* "2x" and "1.5x" before the kind of a picture say how large it is. */
static bool is_picture_size(const char *host)
{
    size_t digits = strspn(host, "0123456789.");
    return digits && host[digits] == 'x' && host[digits + 1] == '.';
}

/* Bytes of the host that begins here; 0 when it is none. */
static size_t host_at(const char *text, size_t size, size_t at, bool spelled)
{
    size_t end = at;
    size_t last = at; /* where the last part begins */
    if (at >= size || !is_host_byte(text[at]) || text[at] == '-' || is_picture_size(text + at))
        return 0;
    while (end < size && is_host_byte(text[end])) {
        size_t dot = 0;
        for (last = end; end < size && is_host_byte(text[end]);)
            end++;
        if (!(dot = dot_at(text + end, size - end)))
            break;
        end += dot;
    }
    while (end > last && text[end - 1] == '-')
        end--;
    return last > at && is_host_end(text + last, end - last, spelled) ? end - at : 0;
}

static bool has_inner_dot(const char *name, size_t size)
{
    for (size_t i = 2; i + 2 < size; i++)
        if (strchr("._-", name[i]) && ascii_is_letter(name[i - 1]) && is_host_byte(name[i + 1]))
            return true;
    return false;
}

/* Whether a text begins with a sign, in any case, and goes on behind it. Nearly all are found wrong by their first bytes. */
static bool begins(const char *text, const char *sign, size_t left)
{
    while (left && *sign && ascii_lower(*text) == *sign)
        text++, sign++, left--;
    return left && !*sign;
}

static const struct private_at *sign_at(const char *text, size_t left)
{
    for (size_t i = 0; i < private_at_count; i++)
        if (*text == *private_ats[i].text && begins(text, private_ats[i].text, left))
            return &private_ats[i];
    return NULL;
}

bool private_email_around(const char *text, size_t size, size_t from, size_t at, struct private_find *found)
{
    const struct private_at *sign = sign_at(text + at, size - at);
    size_t start = at;
    if (!sign)
        return false;
    while (start > from && at - start < ADDRESS_MAX && is_name_byte(text[start - 1]))
        start--;
    while (start < at && (!is_host_byte(text[start]) || ((unsigned char)text[start] & 0xC0) == 0x80))
        start++;
    bool named = start < at && !(sign->dotted && !has_inner_dot(text + start, at - start)) &&
                 !(at - start == 3 && strncmp(text + start, "git", 3) == 0);
    size_t behind = at + strlen(sign->text);
    size_t host = named ? host_at(text, size, behind, sign->spelled) : 0;
    *found = (struct private_find){PRIVATE_EMAIL, start, behind + host - start};
    return host > 0 && found->size <= ADDRESS_MAX;
}
