#include "indexer/content/headings.h"

#include <string.h>
#include <strings.h>

#include "indexer/base/ascii.h"
#include "indexer/base/phrases.h"
#include "indexer/content/nearest.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

static const char *const required_headings[] = {"The need", "What we did", "What changed"};

static const char *const known_headings[] = {
    PHRASE("The need"),
    PHRASE("What we did"),
    PHRASE("What changed"),
    PHRASE("How we worked together"),
    PHRASE("Why it worked, or did not"),
    PHRASE("Context that mattered"),
    PHRASE("Keep and adapt"),
    PHRASE("What it took"),
    PHRASE("What helped"),
    PHRASE("What got in the way"),
    PHRASE("What did not work"),
    PHRASE("What people said"),
    PHRASE("Keeping it going"),
    PHRASE("What we would do differently"),
};

/* What people write over the parts of a report, without the, our and a before it, and where it belongs here. */
struct other_heading {
    const char *words;
    const char *known;
};

static const struct other_heading other_headings[] = {
#include "indexer/content/headings_text.inc"
};

/* What means this only where nothing else stands in the heading. */
static const struct other_heading whole_headings[] = {
    {"How", "What we did"},
    {"Did it work", "What changed"},
    {"Has it worked", "What changed"},
    {"Who benefited", "What changed"},
    {"Who has benefited", "What changed"},
};

/* What belongs in two places, so that only a person can place it. */
static const struct {
    const char *words;
    const char *one;
    const char *other;
} mixed_headings[] = {
    {"Barriers and enablers", "What helped", "What got in the way"},
    {"Enablers and barriers", "What helped", "What got in the way"},
    {"Facilitators and barriers", "What helped", "What got in the way"},
    {"Barriers and facilitators", "What helped", "What got in the way"},
    {"Challenges and successes", "What changed", "What got in the way"},
    {"Successes and challenges", "What changed", "What got in the way"},
    {"Challenges and enablers", "What helped", "What got in the way"},
    {"Strengths and limitations", "What helped", "What did not work"},
    {"Strengths and weaknesses", "What helped", "What did not work"},
    {"What worked and what didn't", "What helped", "What did not work"},
    {"What worked and what did not", "What helped", "What did not work"},
    {"What helped and what hindered", "What helped", "What got in the way"},
};

/* What has its place in the front matter and not in the text. */
static const struct other_heading front_headings[] = {
    {"Abstract", "summary:"},
    {"At a glance", "summary:"},
    {"Executive summary", "summary:"},
    {"Overview", "summary:"},
    {"Summary", "summary:"},
    {"Contact", "contact:"},
    {"Contact details", "contact:"},
    {"Contact us", "contact:"},
    {"Contacts", "contact:"},
    {"Contact name", "contact:"},
    {"Contact person", "contact:"},
    {"Project lead", "contact:"},
    {"Lead officer", "contact:"},
    {"Name of lead", "contact:"},
    {"Submitted by", "contact:"},
    {"Name", "contact:"},
    {"Your name", "contact:"},
    {"E-mail", "contact:"},
    {"E-mail address", "contact:"},
    {"Email", "contact:"},
    {"Email address", "contact:"},
    {"Telephone", "contact:"},
    {"Telephone number", "contact:"},
    {"Phone", "contact:"},
    {"Bibliography", "sources:"},
    {"Further information", "sources:"},
    {"Further reading", "sources:"},
    {"Links", "sources:"},
    {"More information", "sources:"},
    {"References", "sources:"},
    {"Sources", "sources:"},
    {"Useful links", "resources:"},
    {"Tools", "resources:"},
    {"Conflicts of interest", "interests:"},
    {"Declarations", "interests:"},
    {"Acknowledgements", "partners:"},
    {"Acknowledgments", "partners:"},
    {"Get in touch", "contact:"},
    {"Find out more", "sources:"},
    {"Notes", "sources:"},
    {"Key contact", "contact:"},
    {"Lead contact", "contact:"},
    {"Useful resources", "resources:"},
    {"Downloads", "resources:"},
    {"Toolkit", "resources:"},
    {"Documents", "resources:"},
    {"Publications", "sources:"},
    {"Footnotes", "sources:"},
    {"Works cited", "sources:"},
    {"Declaration of interests", "interests:"},
    {"Competing interests", "interests:"},
    {"Keywords", "keywords:"},
    {"Tags", "keywords:"},
    {"Introduction and summary", "summary:"},
    {"In brief", "summary:"},
    {"In a nutshell", "summary:"},
    {"Synopsis", "summary:"},
    {"Key facts", "summary:"},
    {"Author", "sources:"},
    {"Authors", "sources:"},
    {"Start date", "start:"},
    {"Dates", "start:"},
    {"Location", "place:"},
    {"Organisations", "partners:"},
    {"Resources and links", "resources:"},
    {"Date", "published:"},
};

enum { KEY_MAX = 80 };

/*
 * A heading by its words: straight apostrophes, single blanks, no quotation marks, no number before it, no stop, colon,
 * question mark or {#name} behind it.
 */
static const char *bare_heading(const char *heading, char room[KEY_MAX])
{
    static const char *const quotes[] = {"\u201c", "\u201d", "\""};
    size_t used = 0;
    const char *at = heading + strspn(heading, "0123456789.) *_");
    for (size_t i = 0; i < COUNT(quotes); i++)
        if (strncmp(at, quotes[i], strlen(quotes[i])) == 0)
            at += strlen(quotes[i]);
    for (; *at && *at != '{' && used + 1 < KEY_MAX; at++) {
        bool curly = strncmp(at, "\u2019", 3) == 0 || strncmp(at, "\u2018", 3) == 0;
        bool quote = strncmp(at, quotes[0], 3) == 0 || strncmp(at, quotes[1], 3) == 0;
        bool again = *at == ' ' && used && room[used - 1] == ' ';
        if (!quote && !again)
            room[used++] = curly ? '\'' : *at;
        at += curly || quote ? 2 : 0;
    }
    while (used && strchr(" .:?!*_\"-", room[used - 1]))
        used--;
    room[used] = '\0';
    return room;
}

static const char *without_article(const char *words)
{
    static const char *const articles[] = {"the ", "our ", "a ", "an ", "your "};
    for (size_t i = 0; i < COUNT(articles); i++)
        if (strncasecmp(words, articles[i], strlen(articles[i])) == 0)
            return words + strlen(articles[i]);
    return words;
}

const char *heading_required(size_t number)
{
    return number < COUNT(required_headings) ? required_headings[number] : NULL;
}

bool heading_is_required(const char *heading)
{
    for (size_t i = 0; i < COUNT(required_headings); i++)
        if (strcmp(required_headings[i], heading) == 0)
            return true;
    return false;
}

const char *heading_at(size_t number)
{
    return number < COUNT(known_headings) ? known_headings[number] : NULL;
}

const char *heading_known(const char *heading)
{
    char room[KEY_MAX] = "";
    const char *words = bare_heading(heading, room);
    for (size_t i = 0; i < COUNT(known_headings); i++)
        if (strcasecmp(words, known_headings[i]) == 0)
            return known_headings[i];
    return NULL;
}

static const char *find_other(const struct other_heading *others, size_t count, const char *words)
{
    for (size_t i = 0; i < count; i++)
        if (strcasecmp(words, others[i].words) == 0)
            return others[i].known;
    return NULL;
}

/* "What we did - the clinics": the heading that the longer one begins with. */
static const char *known_beginning(const char *words)
{
    for (size_t i = 0; i < COUNT(known_headings); i++) {
        size_t size = strlen(known_headings[i]);
        if (strncasecmp(words, known_headings[i], size) == 0 && words[size] && !ascii_is_letter(words[size]))
            return known_headings[i];
    }
    return NULL;
}

/* Whether a text begins (or ends) with a phrase of whole words. */
static bool has_at_start(const char *words, const char *phrase)
{
    size_t size = strlen(phrase);
    return strncasecmp(words, phrase, size) == 0 && !ascii_is_letter(words[size]);
}

static bool has_at_end(const char *words, const char *phrase)
{
    size_t length = strlen(words);
    size_t size = strlen(phrase);
    return length > size && words[length - size - 1] == ' ' && strcasecmp(words + length - size, phrase) == 0;
}

/* The row whose words a heading begins with, else the one it ends with, the longest of them: "Results so far", "Main results". */
static const char *find_part(const struct other_heading *others, size_t count, const char *words,
                             bool (*has)(const char *, const char *))
{
    const struct other_heading *best = NULL;
    for (size_t i = 0; i < count; i++)
        if (has(words, others[i].words) && (!best || strlen(others[i].words) > strlen(best->words)))
            best = &others[i];
    return best ? best->known : NULL;
}

/* The part of the front matter that a heading stands for, or NULL. */
static const char *front_meant(const char *words)
{
    return find_other(front_headings, COUNT(front_headings), words);
}

const char *heading_front(const char *heading)
{
    char room[KEY_MAX] = "";
    return front_meant(without_article(bare_heading(heading, room)));
}

bool heading_is_usual(const char *words)
{
    char room[KEY_MAX] = "";
    const char *plain = without_article(bare_heading(words, room));
    const char *one = NULL;
    const char *two = NULL;
    return heading_known(words) || front_meant(plain) || heading_mixed(words, &one, &two) ||
           find_other(other_headings, COUNT(other_headings), plain);
}

bool heading_mixed(const char *heading, const char **one, const char **other)
{
    char room[KEY_MAX] = "";
    const char *plain = without_article(bare_heading(heading, room));
    for (size_t i = 0; i < COUNT(mixed_headings); i++)
        if (strcasecmp(plain, mixed_headings[i].words) == 0) {
            *one = mixed_headings[i].one;
            *other = mixed_headings[i].other;
            return true;
        }
    return false;
}

const char *heading_meant(const char *heading)
{
    const char *one = NULL;
    const char *two = NULL;
    char room[KEY_MAX] = "";
    const char *words = bare_heading(heading, room);
    const char *plain = without_article(words);
    const char *known = heading_known(words);
    if (!known)
        known = find_other(other_headings, COUNT(other_headings), plain);
    if (!known)
        known = find_other(whole_headings, COUNT(whole_headings), plain);
    if (!known && (front_meant(plain) || heading_mixed(heading, &one, &two)))
        return NULL;
    if (!known)
        known = known_beginning(words);
    if (!known)
        known = nearest(words, known_headings, COUNT(known_headings));
    if (!known)
        known = find_part(other_headings, COUNT(other_headings), plain, has_at_start);
    return known ? known : find_part(other_headings, COUNT(other_headings), plain, has_at_end);
}

const char *heading_help(struct arena *arena, const char *heading, bool is_taken)
{
    char room[KEY_MAX] = "";
    const char *words = bare_heading(heading, room);
    const char *meant = heading_meant(heading);
    const char *front = front_meant(without_article(words));
    const char *one = NULL;
    const char *other = NULL;
    if (heading_mixed(heading, &one, &other))
        return arena_format(arena, "split it in two, ## %s and ## %s", one, other);
    if (front)
        return arena_format(arena, "put what stands below it under %s in the front matter", front);
    if (meant && is_taken)
        return arena_format(arena, "did you mean ## %s? That is there already: put the text below it, or write ### %s",
                            meant, heading);
    return meant ? arena_format(arena, "did you mean ## %s?", meant)
                 : arena_format(arena, "write ### %s, within the section that it belongs to", heading);
}
