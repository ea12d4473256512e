#include "catalogue/site/theme/remote.h"

#include <string.h>
#include <strings.h>

#include "indexer/base/ascii.h"

static bool begins(const char *css, size_t size, const char *word)
{
    size_t length = strlen(word);
    return size >= length && strncasecmp(css, word, length) == 0;
}

static bool is_blank(char byte)
{
    return byte == ' ' || (byte >= '\t' && byte <= '\r');
}

/* Behind the end of a comment, a statement …, or the end of all. */
static size_t behind(const char *css, size_t size, size_t at, const char *end)
{
    while (at < size && !begins(css + at, size - at, end))
        at++;
    return at < size ? at + strlen(end) : size;
}

/* The mark that closes a string that begins at `at`, a line end, or the end of all. */
static size_t string_end(const char *css, size_t size, size_t at, char mark)
{
    while (at < size && css[at] != mark && css[at] != '\n')
        at += css[at] == '\\' && at + 1 < size ? 2 : 1;
    return at;
}

static bool is_remote(const char *address, size_t size)
{
    size_t scheme = begins(address, size, "https:") ? 6 : begins(address, size, "http:") ? 5 : 0;
    return size > scheme + 2 && address[scheme] == '/' && address[scheme + 1] == '/' &&
           (ascii_is_letter(address[scheme + 2]) || ascii_is_digit(address[scheme + 2]) || address[scheme + 2] == '[');
}

/* Where an address without quotation marks ends. */
static size_t address_end(const char *css, size_t size, size_t at)
{
    while (at < size && css[at] != ')' && !is_blank(css[at]))
        at++;
    return at;
}

/* Goes past what stands at `next`; `length` is that of an address there, or 0. */
static void step(const char *css, size_t size, struct remote *remote)
{
    size_t at = remote->next;
    remote->at = at;
    remote->length = 0;
    if (begins(css + at, size - at, "/*")) {
        remote->next = behind(css, size, at + 2, "*/");
    } else if (begins(css + at, size - at, "@namespace")) { /* a name, which nobody fetches */
        remote->next = behind(css, size, at, ";");
    } else if (css[at] == '"' || css[at] == '\'') {
        size_t end = string_end(css, size, at + 1, css[at]);
        *remote = (struct remote){at + 1, end - at - 1, end < size ? end + 1 : size};
    } else if (begins(css + at, size - at, "url(")) {
        for (at += 4; at < size && is_blank(css[at]);)
            at++;
        size_t end = at < size && (css[at] == '"' || css[at] == '\'') ? at : address_end(css, size, at);
        *remote = (struct remote){at, end - at, end};
    } else {
        remote->next++;
    }
}

bool remote_next(const char *css, size_t size, struct remote *remote)
{
    while (remote->next < size) {
        step(css, size, remote);
        if (is_remote(css + remote->at, remote->length))
            return true;
    }
    return false;
}
