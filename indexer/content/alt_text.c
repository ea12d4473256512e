#include "indexer/content/alt_text.h"

#include <string.h>
#include <strings.h>

#include "indexer/base/ascii.h"
#include "indexer/base/normalise.h"
#include "indexer/content/placeholders.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

static const char *const kinds[] = {"image",         "picture",
                                    "photo",         "photograph",
                                    "graphic",       "logo",
                                    "chart",         "graph",
                                    "figure",        "fig",
                                    "icon",          "screenshot",
                                    "diagram",       "img",
                                    "pic",           "alt",
                                    "untitled",      "placeholder",
                                    "alt text",      "description",
                                    "alt text here", "image description",
                                    "banner",        "header",
                                    "header image",  "hero image",
                                    "decorative",    "decoration",
                                    "blank",         "null",
                                    "undefined",     "caption",
                                    "illustration",  "infographic",
                                    "map",           "table",
                                    "thumbnail",     "cover",
                                    "dsc",           "dscn",
                                    "dcim",          "scan",
                                    "slide",         "whatsapp image",
                                    "poster",        "drawing"};

static const char *const files[] = {".png", ".jpg", ".jpeg", ".webp", ".gif", ".svg", ".bmp", ".tif", ".heic"};

/* How programs that look at pictures begin or end. */
static const char *const of_programs[] = {"automatically generated", "image result for",   "graphical user interface",
                                          "a picture containing",    "may be an image of", "no photo description"};

static bool is_one_of(const char *words, size_t size, const char *const *list, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (strlen(list[i]) == size && strncasecmp(list[i], words, size) == 0)
            return true;
    return false;
}

/* The words without an article before them, and without "of", a number, a date or stops behind them. */
static const char *bare(const char *words, size_t *size)
{
    static const char *const articles[] = {"a ", "an ", "the ", "our ", "this "};
    for (size_t i = 0; i < COUNT(articles); i++)
        if (strncasecmp(words, articles[i], strlen(articles[i])) == 0)
            words += strlen(articles[i]);
    *size = strlen(words);
    while (*size && strchr(" 0123456789_-.,:()", words[*size - 1]))
        --*size;
    if (*size > 3 && strncasecmp(words + *size - 3, " of", 3) == 0)
        *size -= 3;
    return words;
}

static bool is_file(const char *words)
{
    for (size_t i = 0; i < COUNT(files); i++) {
        size_t size = strlen(words);
        size_t end = strlen(files[i]);
        if (size > end && strcasecmp(words + size - end, files[i]) == 0 && !strchr(words, ' '))
            return true;
    }
    return false;
}

static bool is_of_a_program(const char *words)
{
    for (size_t i = 0; i < COUNT(of_programs); i++)
        for (const char *at = words; *at; at++)
            if (strncasecmp(at, of_programs[i], strlen(of_programs[i])) == 0)
                return true;
    return false;
}

static bool has_letters(const char *words)
{
    size_t letters = 0;
    for (; *words; words++)
        letters += ascii_is_letter(*words) || (unsigned char)*words >= 0xC3;
    return letters > 1;
}

bool alt_text_says_something(struct arena *arena, const char *words, const char *name)
{
    size_t size = 0;
    size_t at = 0;
    words = normalise_trimmed(arena, words);
    const char *plain = bare(words, &size);
    return has_letters(words) && !is_one_of(plain, size, kinds, COUNT(kinds)) && !is_file(words) &&
           !is_of_a_program(words) && !placeholder_whole(words) && !placeholder_in(words, &at) &&
           strncmp(words, name, strlen(words)) != 0;
}
