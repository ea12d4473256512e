#include "indexer/content/headings.h"

#include <string.h>
#include <strings.h>

#include "indexer/base/ascii.h"
#include "indexer/content/nearest.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

/* Required ones are checked in case_check.c. */
static const char *const known_headings[] = {
    "The need",
    "What we did",
    "What changed",
    "How we worked together",
    "Why it worked, or did not",
    "Context that mattered",
    "Keep and adapt",
    "What it took",
    "What helped",
    "What got in the way",
    "What did not work",
    "What people said",
    "Keeping it going",
    "What we would do differently",
};

/* What people write over the parts of a report, without the, our and a before it, and where it belongs here. */
struct other_heading {
    const char *words;
    const char *known;
};

static const struct other_heading other_headings[] = {
    {"Achievements", "What changed"},
    {"Conclusion", "What changed"},
    {"Conclusions", "What changed"},
    {"Discussion and conclusions", "What changed"},
    {"Evaluation", "What changed"},
    {"Findings", "What changed"},
    {"Findings and conclusions", "What changed"},
    {"Impact", "What changed"},
    {"Impact and outcomes", "What changed"},
    {"Key findings", "What changed"},
    {"Outcome", "What changed"},
    {"Outcomes", "What changed"},
    {"Result", "What changed"},
    {"Results", "What changed"},
    {"What difference it made", "What changed"},
    {"What happened", "What changed"},
    {"What we achieved", "What changed"},
    {"What we found", "What changed"},
    {"Aim", "The need"},
    {"Aims", "The need"},
    {"Aims and objectives", "The need"},
    {"Background", "The need"},
    {"Background and need", "The need"},
    {"Challenge", "The need"},
    {"Goals", "The need"},
    {"Introduction", "The need"},
    {"Issue", "The need"},
    {"Need", "The need"},
    {"Needs", "The need"},
    {"Objective", "The need"},
    {"Objectives", "The need"},
    {"Problem", "The need"},
    {"Purpose", "The need"},
    {"Rationale", "The need"},
    {"Situation", "The need"},
    {"Why it was needed", "The need"},
    {"Why this matters", "The need"},
    {"Why we did it", "The need"},
    {"Context", "Context that mattered"},
    {"Local context", "Context that mattered"},
    {"Setting", "Context that mattered"},
    {"Actions", "What we did"},
    {"Activities", "What we did"},
    {"Approach", "What we did"},
    {"Delivery", "What we did"},
    {"How it works", "What we did"},
    {"How we did it", "What we did"},
    {"Implementation", "What we did"},
    {"Intervention", "What we did"},
    {"Method", "What we did"},
    {"Methodology", "What we did"},
    {"Methods", "What we did"},
    {"Model", "What we did"},
    {"Project", "What we did"},
    {"Service", "What we did"},
    {"Solution", "What we did"},
    {"What was done", "What we did"},
    {"What we do", "What we did"},
    {"Collaboration", "How we worked together"},
    {"Co-production", "How we worked together"},
    {"Partners", "How we worked together"},
    {"Partnership", "How we worked together"},
    {"Partnership working", "How we worked together"},
    {"Comments", "What people said"},
    {"Feedback", "What people said"},
    {"Quotes", "What people said"},
    {"Testimonials", "What people said"},
    {"Voices", "What people said"},
    {"Budget", "What it took"},
    {"Cost", "What it took"},
    {"Costs", "What it took"},
    {"Funding", "What it took"},
    {"Resources", "What it took"},
    {"Staffing", "What it took"},
    {"Barriers", "What got in the way"},
    {"Challenges", "What got in the way"},
    {"Difficulties", "What got in the way"},
    {"Obstacles", "What got in the way"},
    {"Enablers", "What helped"},
    {"Facilitators", "What helped"},
    {"Success factors", "What helped"},
    {"What worked", "What helped"},
    {"What worked well", "What helped"},
    {"Limitations", "What did not work"},
    {"What didn't work", "What did not work"},
    {"Future", "Keeping it going"},
    {"Future plans", "Keeping it going"},
    {"Legacy", "Keeping it going"},
    {"Looking ahead", "Keeping it going"},
    {"Next steps", "Keeping it going"},
    {"Sustainability", "Keeping it going"},
    {"What comes next", "Keeping it going"},
    {"What happens next", "Keeping it going"},
    {"What is next", "Keeping it going"},
    {"What next", "Keeping it going"},
    {"What's next", "Keeping it going"},
    {"Replicability", "Keep and adapt"},
    {"Scaling up", "Keep and adapt"},
    {"Transferability", "Keep and adapt"},
    {"Key learning", "What we would do differently"},
    {"Learning", "What we would do differently"},
    {"Learning points", "What we would do differently"},
    {"Lessons", "What we would do differently"},
    {"Lessons learned", "What we would do differently"},
    {"Lessons learnt", "What we would do differently"},
    {"Recommendations", "What we would do differently"},
    {"Reflections", "What we would do differently"},
    {"Things to do differently", "What we would do differently"},
    {"What we learned", "What we would do differently"},
    {"What we learnt", "What we would do differently"},
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
};

enum { KEY_MAX = 80 };

/* A heading by its words: straight apostrophes, no number before it, no stop, colon or question mark behind it. */
static const char *bare_heading(const char *heading, char room[KEY_MAX])
{
    size_t used = 0;
    const char *at = heading + strspn(heading, "0123456789.) *_");
    for (; *at && used + 1 < KEY_MAX; at++) {
        bool curly = strncmp(at, "\xE2\x80\x99", 3) == 0 || strncmp(at, "\xE2\x80\x98", 3) == 0;
        room[used++] = curly ? '\'' : *at;
        at += curly ? 2 : 0;
    }
    while (used && strchr(" .:?!*_", room[used - 1]))
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

const char *heading_at(size_t number)
{
    return number < COUNT(known_headings) ? known_headings[number] : NULL;
}

const char *heading_known(const char *heading)
{
    char room[KEY_MAX];
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

const char *heading_meant(const char *heading)
{
    char room[KEY_MAX];
    const char *words = bare_heading(heading, room);
    const char *known = heading_known(words);
    if (!known)
        known = find_other(other_headings, COUNT(other_headings), without_article(words));
    if (!known)
        known = known_beginning(words);
    return known ? known : nearest(words, known_headings, COUNT(known_headings));
}

const char *heading_help(struct arena *arena, const char *heading)
{
    char room[KEY_MAX];
    const char *meant = heading_meant(heading);
    const char *front = find_other(front_headings, COUNT(front_headings), without_article(bare_heading(heading, room)));
    if (front)
        return arena_format(arena, "put what stands below it under %s in the front matter", front);
    return meant ? arena_format(arena, "did you mean ## %s?", meant)
                 : "CONTRIBUTING.md lists the sections; within one, a heading is written ###";
}
