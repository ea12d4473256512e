#include "indexer/content/person.h"

#include <string.h>
#include <strings.h>

#include "indexer/base/ascii.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

static const char *const titles[] = {"dr",        "mr",  "mrs",  "ms",   "miss",       "mx", "prof",
                                     "professor", "sir", "dame", "cllr", "councillor", "rev"};

/* Given names that are common in Britain. Names that are words or places as well (Grace, Jordan, Faith) are left out. */
static const char *const given_names[] = {
    "aisha",       "alan",      "alexander", "alice",   "ali",        "alison",    "amanda",    "amina",    "amy",
    "andrea",      "andrew",    "angela",    "ann",     "anna",       "anne",      "anthony",   "asif",     "barbara",
    "ben",         "benjamin",  "bilal",     "brian",   "caroline",   "catherine", "charlotte", "chris",    "christine",
    "christopher", "claire",    "clare",     "colin",   "daniel",     "david",     "deborah",   "debbie",   "denise",
    "diane",       "donna",     "edward",    "elaine",  "eleanor",    "elizabeth", "emily",     "emma",     "fatima",
    "fiona",       "gareth",    "gary",      "george",  "gillian",    "hannah",    "harriet",   "heather",  "helen",
    "ian",         "imran",     "jack",      "jackie",  "jacqueline", "james",     "jane",      "janet",    "jason",
    "jean",        "jennifer",  "jenny",     "jessica", "jo",         "joan",      "joanna",    "joanne",   "john",
    "jonathan",    "joseph",    "joshua",    "judith",  "julia",      "julie",     "karen",     "kate",     "katherine",
    "kathryn",     "katie",     "keith",     "kelly",   "kevin",      "kim",       "laura",     "lauren",   "leanne",
    "lesley",      "linda",     "lisa",      "louise",  "lucy",       "lynn",      "margaret",  "maria",    "marie",
    "martin",      "mary",      "matthew",   "michael", "michelle",   "mohammed",  "muhammad",  "naomi",    "natalie",
    "natasha",     "neil",      "nicholas",  "nicola",  "nigel",      "olivia",    "pamela",    "patricia", "paul",
    "paula",       "pauline",   "peter",     "philip",  "priya",      "rachel",    "rebecca",   "richard",  "robert",
    "ruth",        "samantha",  "samuel",    "sandra",  "sarah",      "sara",      "sharon",    "sheila",   "simon",
    "sophie",      "stephanie", "stephen",   "steven",  "stuart",     "susan",     "suzanne",   "tanya",    "thomas",
    "tim",         "timothy",   "tom",       "tracey",  "tracy",      "valerie",   "vanessa",   "victoria", "wendy",
    "yasmin",      "yvonne",    "zahra",     "zoe"};

/* Family names that are common in Britain and stand in addresses behind an initial (asmith@). */
static const char *const family_names[] = {
    "ahmed",    "akhtar",    "allen",  "anderson", "begum",    "brown",   "clarke",  "cooper", "davies",   "edwards",
    "evans",    "griffiths", "harris", "hughes",   "hussain",  "jackson", "johnson", "jones",  "kaur",     "khan",
    "kumar",    "lewis",     "martin", "miller",   "mitchell", "morgan",  "morris",  "patel",  "phillips", "roberts",
    "robinson", "scott",     "shah",   "shaw",     "singh",    "smith",   "stewart", "taylor", "thomas",   "thompson",
    "thomson",  "turner",    "walker", "watson",   "williams", "wilson",  "wright"};

/* The next word of a text from *at on: its size, 0 at the end. */
static size_t next_word(const char *text, size_t *at)
{
    while (text[*at] && !ascii_is_letter(text[*at]))
        ++*at;
    size_t end = *at;
    while (ascii_is_letter(text[end]) || (unsigned char)text[end] >= 0x80 ||
           (text[end] == '-' && ascii_is_letter(text[end + 1])))
        end++;
    return end - *at;
}

/* What places and institutions end with that are called after somebody: James Cook Hospital. */
static const char *const place_words[] = {"hospital",   "infirmary", "centre",  "center",     "house",   "trust",
                                          "surgery",    "school",    "college", "university", "street",  "road",
                                          "foundation", "institute", "park",    "estate",     "library", "practice",
                                          "clinic",     "hall",      "church",  "ward"};

/* Whether a name that goes on here, up to the next comma, is that of a place. */
static bool is_place(const char *text, size_t at)
{
    for (size_t size; !memchr(text, ',', at) && (size = next_word(text, &at)) > 0; at += size)
        if (ascii_is_one_of(text + at, size, place_words, COUNT(place_words)))
            return true;
    return false;
}

bool person_is_named(const char *text)
{
    bool after_name = false;
    for (size_t at = 0, size; (size = next_word(text, &at)) > 0; at += size) {
        if (after_name && ascii_is_capital(text[at]) && !is_place(text + at, 0))
            return true;
        after_name = ascii_is_capital(text[at]) && (ascii_is_one_of(text + at, size, titles, COUNT(titles)) ||
                                                    ascii_is_one_of(text + at, size, given_names, COUNT(given_names)));
        after_name = after_name && (text[at + size] == ' ' || (text[at + size] == '.' && text[at + size + 1] == ' '));
    }
    return false;
}

/* Words that stand in the addresses of offices and teams, and in nobody's name. */
static const char *const office_words[] = {
    "admin",     "board",     "care",     "cares",      "centre",     "charity",      "comms",       "communications",
    "community", "contact",   "council",  "customer",   "data",       "desk",         "director",    "engage",
    "england",   "enquir",    "equalit",  "equity",     "evaluation", "events",       "feedback",    "general",
    "group",     "health",    "help",     "hello",      "housing",    "hub",          "improvement", "inbox",
    "inclusion", "inequalit", "info",     "innovation", "insight",    "intelligence", "joint",       "library",
    "london",    "mail",      "media",    "network",    "nhs",        "office",       "outreach",    "partner",
    "policy",    "practice",  "press",    "prevent",    "programme",  "project",      "public",      "referral",
    "reception", "research",  "scotland", "secretar",   "service",    "shared",       "social",      "strateg",
    "support",   "surgery",   "team",     "trust",      "wales",      "wellbeing",    "wellness",    "workforce"};

static bool holds_any(const char *word, size_t size, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++)
        for (size_t at = 0, length = strlen(words[i]); at + length <= size; at++)
            if (strncasecmp(words[i], word + at, length) == 0 && (length > 4 || length == size || at == 0))
                return true;
    return false;
}

/* Whether the role has this word. */
static bool role_has(const char *role, const char *word, size_t size)
{
    for (size_t at = 0, length; (length = next_word(role, &at)) > 0; at += length)
        if (length == size && strncasecmp(role + at, word, size) == 0)
            return true;
    return false;
}

bool person_own_address(const char *email, const char *role)
{
    size_t local = strcspn(email, "@");
    size_t parts = 0;
    bool named = false;
    for (size_t at = 0; at < local;) {
        size_t size = strcspn(email + at, ".-_+@");
        if (holds_any(email + at, size, office_words, COUNT(office_words)) ||
            (size > 2 && role_has(role, email + at, size)))
            return false;
        named |= ascii_is_one_of(email + at, size, given_names, COUNT(given_names)) ||
                 ascii_is_one_of(email + at, size, family_names, COUNT(family_names)) ||
                 (size > 4 && ascii_is_one_of(email + at + 1, size - 1, family_names, COUNT(family_names)));
        parts += size > 0;
        at += size + 1;
    }
    return named || (parts > 1 && memchr(email, '.', local) != NULL);
}
