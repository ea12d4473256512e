#include "indexer/content/meant_address.h"

#include <string.h>
#include <strings.h>

#include "indexer/base/slug.h"
#include "indexer/base/text.h"
#include "indexer/content/scalars.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

static bool begins(const char *text, const char *beginning)
{
    return strncasecmp(text, beginning, strlen(beginning)) == 0;
}

static const char *after(const char *text, const char *beginning)
{
    return begins(text, beginning) ? text + strlen(beginning) : text;
}

/* Without < and > around it, and without one of the beginnings. */
static const char *bare(struct arena *arena, const char *text, const char *const *beginnings, size_t count)
{
    size_t size = strlen(text);
    if (size > 2 && text[0] == '<' && text[size - 1] == '>')
        text = arena_copy(arena, text + 1, size - 2);
    for (size_t i = 0; i < count; i++)
        text = after(text, beginnings[i]);
    return text + strspn(text, " ");
}

/* How an address begins that was meant to begin with https:// or http://. */
struct beginning {
    const char *written;
    const char *meant;
    bool safe;
};

struct meant meant_url(struct arena *arena, const char *text)
{
    static const struct beginning beginnings[] = {
        {"https://", "https://", true},    {"http://", "http://", true},   {"https:/", "https://", false},
        {"http:/", "http://", false},      {"https//", "https://", false}, {"http//", "http://", false},
        {"https:\\\\", "https://", false}, {"htps://", "https://", false}, {"htttps://", "https://", false},
        {"www.", "https://www.", true},
    };
    const char *address = bare(arena, text, NULL, 0);
    for (size_t i = 0; i < COUNT(beginnings); i++) {
        if (!begins(address, beginnings[i].written))
            continue;
        const char *meant = arena_format(arena, "%s%s", beginnings[i].meant, address + strlen(beginnings[i].written));
        if (scalar_url(meant))
            return (struct meant){meant, beginnings[i].safe, NULL};
    }
    return (struct meant){NULL, false,
                          "what is the whole address, from https:// on? Copy it from the browser, without blanks"};
}

/* " [at] " and " (at) " as people hide addresses. */
static const char *unhidden(struct arena *arena, const char *text)
{
    static const char *const hidden[] = {" [at] ", "[at]", " (at) ", "(at)", " at ", " @ "};
    for (size_t i = 0; i < COUNT(hidden); i++) {
        const char *at = strstr(text, hidden[i]);
        if (at)
            return arena_format(arena, "%.*s@%s", (int)(at - text), text, at + strlen(hidden[i]));
    }
    return text;
}

struct meant meant_email(struct arena *arena, const char *text)
{
    static const char *const beginnings[] = {"mailto:", "e-mail:", "email:"};
    const char *address = bare(arena, text, beginnings, COUNT(beginnings));
    if (scalar_email(address))
        return (struct meant){address, true, NULL};
    address = unhidden(arena, address);
    if (scalar_email(address))
        return (struct meant){address, false, NULL};
    return (struct meant){NULL, false, "which shared address is it? One address with an @, without blanks"};
}

struct meant meant_doi(struct arena *arena, const char *text)
{
    static const char *const beginnings[] = {"https://", "http://", "www.", "dx.", "doi.org/", "doi:", "doi"};
    const char *doi = bare(arena, text, beginnings, COUNT(beginnings));
    if (scalar_doi(doi))
        return (struct meant){doi, true, NULL};
    return (struct meant){NULL, false, "which is it? A DOI is written from 10. on, without the address before it"};
}

struct meant meant_case_id(struct arena *arena, const char *text)
{
    const char *name = strrchr(text, '/');
    name = name ? name + 1 : text;
    size_t size = strcspn(name, "#?");
    if (size > 3 && strncasecmp(name + size - 3, ".md", 3) == 0)
        size -= 3;
    else if (size > 5 && strncasecmp(name + size - 5, ".html", 5) == 0)
        size -= 5;
    const char *id = arena_copy(arena, name, size);
    if (scalar_case_id(id))
        return (struct meant){id, true, NULL};
    id = slug_of(arena, id);
    if (id[1] && scalar_case_id(id))
        return (struct meant){id, false, "if that is the name of its file"};
    return (struct meant){NULL, false,
                          "what is its name? Lower-case words with single hyphens, as a file is named, without .md"};
}

struct meant meant_yes_no(struct arena *arena, const char *text)
{
    static const char *const words[] = {"y", "n", "yes.", "no.", "on", "off", "1", "0", "true.", "false."};
    (void)arena;
    for (size_t i = 0; i < COUNT(words); i++)
        if (strcasecmp(text, words[i]) == 0)
            return (struct meant){i % 2 ? "no" : "yes", i < 4, NULL};
    return (struct meant){NULL, false, "which is it: yes or no?"};
}
