#include "catalogue/site/frame/url.h"

#include <assert.h>
#include <stddef.h>
#include <string.h>
#include <strings.h>

#include "catalogue/site/frame/paths.h"
#include "indexer/base/ascii.h"
#include "indexer/base/text.h"

static const char *const schemes[] = {"https://", "http://", "mailto:"};

static bool has_scheme(const char *address, const char *scheme)
{
    return strncasecmp(address, scheme, strlen(scheme)) == 0 && address[strlen(scheme)] != '\0';
}

/* Browsers drop or bend some bytes before they read an address, so an address that has them is not taken. */
static bool is_clean(const char *address)
{
    for (const char *at = address; *at; at++) {
        unsigned char byte = (unsigned char)*at;
        if (byte <= ' ' || byte == 0x7f || strchr("\"<>\\^`{|}", byte))
            return false;
    }
    return true;
}

bool url_allow(struct arena *arena, const char *address, struct url *url)
{
    if (!address || !is_clean(address))
        return false;
    for (size_t i = 0; i < sizeof schemes / sizeof *schemes; i++) {
        if (!has_scheme(address, schemes[i]))
            continue;
        url->address = arena_string(arena, address);
        return true;
    }
    return false;
}

const char *url_host(struct arena *arena, const char *address)
{
    const char *host = strstr(address, "://");
    if (!host)
        return "";
    host += strlen("://");
    if (strncasecmp(host, "www.", 4) == 0)
        host += 4;
    return arena_copy(arena, host, strcspn(host, "/?#"));
}

/* How many bytes of whole folders two paths share: "browse/regions/" for two pages of regions. */
static size_t shared_folders(const char *from, const char *to)
{
    size_t shared = 0;
    for (size_t i = 0; from[i] && from[i] == to[i]; i++) {
        if (from[i] == '/')
            shared = i + 1;
    }
    return shared;
}

static bool is_same_page(const char *from, const char *to)
{
    size_t length = strlen(from);
    return strncmp(from, to, length) == 0 && to[length] == '#';
}

struct url url_relative(struct arena *arena, const char *from, const char *to)
{
    assert(from[0] != '/' && to[0] != '/' && to[0] != '\0');
    if (is_same_page(from, to))
        return (struct url){arena_string(arena, to + strlen(from))};
    size_t shared = shared_folders(from, to);
    struct text address = {0};
    for (const char *at = from + shared; (at = strchr(at, '/')); at++)
        text_add(&address, "../");
    text_add(&address, to + shared);
    struct url url = {arena_string(arena, text_string(&address))};
    text_free(&address);
    return url;
}

bool url_absolute(struct arena *arena, const char *base, const char *to, struct url *url)
{
    if (!url_allow(arena, base, url) || has_scheme(base, "mailto:"))
        return false;
    bool has_slash = base[strlen(base) - 1] == '/';
    url->address = arena_format(arena, "%s%s%s", base, has_slash ? "" : "/", to);
    return true;
}

const char *url_case(struct arena *arena, const char *base, const char *id)
{
    struct url url = {path_case(arena, id)};
    url_absolute(arena, base, url.address, &url);
    return url.address;
}

static bool is_plain(char byte)
{
    return ascii_is_letter(byte) || ascii_is_digit(byte) || strchr("-._~", byte);
}

static void add_encoded(struct text *out, const char *string, const char *kept)
{
    static const char digits[] = "0123456789ABCDEF";
    for (; *string; string++) {
        const unsigned char byte = (unsigned char)*string;
        if (is_plain(*string) || strchr(kept, *string))
            text_char(out, *string);
        else
            text_append(out, (const char[]){'%', digits[byte >> 4], digits[byte & 15]}, 3);
    }
}

static struct url encoded_after(struct arena *arena, const char *before, const char *string, const char *kept)
{
    struct text address = {0};
    text_add(&address, before);
    add_encoded(&address, string, kept);
    struct url url = {arena_string(arena, text_string(&address))};
    text_free(&address);
    return url;
}

struct url url_mail(struct arena *arena, const char *mailbox)
{
    return encoded_after(arena, "mailto:", mailbox, "@+");
}

bool url_of_word(struct arena *arena, const char *word, struct url *url)
{
    const char *at = strchr(word, '@');
    if (url_allow(arena, word, url))
        return true;
    if (!at || at == word || !at[1])
        return false;
    *url = url_mail(arena, word);
    return true;
}

struct url url_doi(struct arena *arena, const char *doi)
{
    return encoded_after(arena, "https://doi.org/", doi, "/()");
}

struct url url_data(struct arena *arena, const char *text)
{
    return encoded_after(arena, "data:text/plain;charset=utf-8,", text, "=@,:/;()!*$+?");
}

struct url url_under(struct arena *arena, struct url url, const char *path)
{
    size_t length = strlen(url.address);
    while (length && url.address[length - 1] == '/')
        length--;
    return encoded_after(arena, arena_copy(arena, url.address, length), path, "/");
}

struct url url_query(struct arena *arena, struct url url, const char *key, const char *value)
{
    const char *before = arena_format(arena, "%s%c%s=", url.address, strchr(url.address, '?') ? '&' : '?', key);
    return encoded_after(arena, before, value, "");
}
