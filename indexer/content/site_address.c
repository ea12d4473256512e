#include "indexer/content/site_address.h"

#include <string.h>
#include <strings.h>

#define COUNT(table) (sizeof(table) / sizeof *(table))

static bool ends_in(const char *text, size_t size, const char *end)
{
    size_t length = strlen(end);
    return size > length && strncasecmp(text + size - length, end, length) == 0;
}

/* Where the path begins: behind the host. */
static size_t host_end(const char *text)
{
    const char *scheme = strstr(text, "://");
    size_t start = scheme ? (size_t)(scheme - text) + 3 : 0;
    return start + strcspn(text + start, "/?#");
}

const char *site_address_folder(struct arena *arena, const char *text)
{
    static const char *const pages[] = {".html", ".htm", ".php", ".aspx"};
    size_t size = strcspn(text, "?#");
    for (size_t i = 0; i < COUNT(pages); i++) {
        if (!ends_in(text, size, pages[i]) || size <= host_end(text))
            continue;
        while (text[size - 1] != '/')
            size--;
    }
    return text[size] ? arena_copy(arena, text, size) : text;
}

const char *site_address_repository(struct arena *arena, const char *text)
{
    static const char *const places[] = {"/tree/", "/blob/", "/-/",   "/issues", "/pulls",
                                         "/pull/", "/edit/", "/wiki", "/src/"};
    size_t size = strcspn(text, "?#");
    size_t host = host_end(text);
    for (size_t i = 0; i < COUNT(places); i++) {
        const char *found = strstr(text + host, places[i]);
        if (found && (size_t)(found - text) < size && found > text + host)
            size = (size_t)(found - text);
    }
    while (size > host && text[size - 1] == '/')
        size--;
    if (ends_in(text, size, ".git"))
        size -= strlen(".git");
    return text[size] && strcmp(text + size, "/") != 0 ? arena_copy(arena, text, size) : text;
}
