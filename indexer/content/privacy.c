#include "indexer/content/privacy.h"

#include <string.h>
#include <strings.h>

#include "indexer/base/ascii.h"
#include "indexer/content/private_email.h"
#include "indexer/content/private_numbers.h"

static bool is_token_end(char byte)
{
    return byte == ' ' || byte == '\n' || byte == '\t' || byte == '<' || byte == '>' || byte == '"' || !byte;
}

/* Whether the sign of an address may begin here, however it is written. */
static bool may_be_sign(char byte)
{
    return byte == ' ' || byte == '@' || byte == '\n' || byte == '(' || byte == '[' || byte == '{';
}

static bool begins_doi(const char *text, size_t left, char before)
{
    return left > 7 && memcmp(text, "10.", 3) == 0 && ascii_is_digit(text[3]) && (text[7] == '/' || text[8] == '/') &&
           !ascii_is_letter(before) && !ascii_is_digit(before);
}

/* Bytes of the word with a web address or DOI in it that begins here; 0 when none does. */
static size_t address_at(const char *text, size_t size, size_t at)
{
    if (at && !is_token_end(text[at - 1]))
        return 0;
    size_t end = at;
    bool found = size - at > 4 && ascii_lower(text[at]) == 'w' && strncasecmp(text + at, "www.", 4) == 0;
    for (; end < size && !is_token_end(text[end]); end++) {
        found |= text[end] == ':' && size - end > 3 && memcmp(text + end, "://", 3) == 0;
        found |= text[end] == '1' && begins_doi(text + end, size - end, end > at ? text[end - 1] : ' ');
    }
    return found ? end - at : 0;
}

bool privacy_next(const char *text, size_t size, size_t from, struct private_find *found)
{
    for (size_t at = from; at < size;) {
        size_t on = address_at(text, size, at);
        if (!on && may_be_sign(text[at]) && private_email_around(text, size, from, at, found))
            return true;
        if (!on && ascii_is_digit(text[at]) && private_number_begins(text, at)) {
            if (private_number_at(text, size, at, found))
                return true;
            on = found->size;
        }
        at += on ? on : 1;
    }
    return false;
}
