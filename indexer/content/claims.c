#include "indexer/content/claims.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "indexer/base/ascii.h"
#include "indexer/base/word_find.h"
#include "indexer/content/absence.h"
#include "indexer/content/codes.h"
#include "indexer/content/outcome.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

enum { INITIALS_MAX = 16 };

/* The case that is looked at. */
struct looking {
    struct arena *arena;
    const struct case_study *study;
    struct diagnostics *diagnostics;
};

static const struct value *field(const struct looking *looking, enum case_field at)
{
    return &looking->study->fields[at];
}

/* "England", "the United Kingdom as a whole": everybody, not those better off. */
static bool is_a_nation(const char *text)
{
    static const char *const nations[] = {"England", "Scotland", "Wales",          "Northern Ireland", "Great Britain",
                                          "Britain", "UK",       "United Kingdom", "Ireland"};
    text += strncasecmp(text, "the ", 4) == 0 ? 4 : 0;
    for (size_t i = 0; i < COUNT(nations); i++) {
        size_t size = strlen(nations[i]);
        if (strncasecmp(text, nations[i], size) == 0 && (!text[size] || strcasecmp(text + size, " as a whole") == 0))
            return true;
    }
    return false;
}

/* "All adults in the city"; but not "all other adults". */
static bool is_all(const char *text)
{
    return strncasecmp(text, "all ", 4) == 0 && strncasecmp(text + 4, "other", 5) != 0;
}

static void better_off_is_no_average(const struct looking *looking, const struct value *outcome)
{
    static const char *const averages[] = {"average",       "averages",           "mean",       "overall",
                                           "everybody",     "everyone",           "nationally", "national figure",
                                           "national rate", "general population", "whole",      "total"};
    const struct value *comparator = value_member(outcome, OUTCOME_COMPARATOR);
    if (comparator->kind != VALUE_TEXT || strcmp(value_text(outcome, OUTCOME_COMPARATOR_IS, ""), "better-off") != 0)
        return;
    if (is_a_nation(comparator->text) || is_all(comparator->text) ||
        word_find_any(comparator->text, averages, COUNT(averages)))
        report(looking->diagnostics, CODE_AVERAGE, value_member(outcome, OUTCOME_COMPARATOR_IS)->place,
               "write comparator_is: average, or give the figure of those who are better off",
               "\"%s\" is everybody, the group too, and no better-off group", comparator->text);
}

/* The first phrase of who said it: "One woman" of "One woman, in the words of the organisers". */
static const char *speaker(struct arena *arena, const char *said_by)
{
    static const char *const ends[] = {",",      " who ", " by ",   " of ",  " with ", " in ",
                                       " from ", " at ",  " that ", " for ", " on ",   " ("};
    size_t size = strlen(said_by);
    for (size_t i = 0; i < COUNT(ends); i++) {
        const char *end = strstr(said_by, ends[i]);
        if (end && (size_t)(end - said_by) < size)
            size = (size_t)(end - said_by);
    }
    return arena_copy(arena, said_by, size);
}

static void lived_experience_is_of_those_who_lived_it(const struct looking *looking, const struct value *outcome)
{
    static const char *const others[] = {
        "staff",        "university",    "institute",     "NHS",           "workers",      "coordinators",
        "therapist",    "therapists",    "pharmacist",    "pharmacists",   "visitors",     "teams",
        "nurse",        "nurses",        "midwife",       "midwives",      "doctor",       "doctors",
        "GP",           "GPs",           "clinician",     "clinicians",    "manager",      "managers",
        "officer",      "officers",      "teacher",       "teachers",      "professional", "professionals",
        "practitioner", "practitioners", "commissioner",  "commissioners", "provider",     "providers",
        "team",         "evaluator",     "evaluators",    "researcher",    "researchers",  "author",
        "authors",      "study",         "audit",         "auditor",       "auditors",     "report",
        "evaluation",   "council",       "trust",         "organisers",    "organisation", "organisations",
        "partners",     "link workers",  "health workers"};
    const struct value *said_by = value_member(outcome, OUTCOME_SAID_BY);
    if (outcome_kind(outcome) != OUTCOME_IS_LIVED_EXPERIENCE)
        return;
    if (said_by->kind != VALUE_TEXT)
        report(looking->diagnostics, CODE_SAID_BY, outcome->place,
               "add said_by: and who they are, or write kind: finding when a study or the staff say it",
               "this outcome does not say whose words it has");
    else if (word_find_any(speaker(looking->arena, said_by->text), others, COUNT(others)))
        report(looking->diagnostics, CODE_SAID_BY, said_by->place, "write kind: finding, and take said_by: out",
               "lived experience is told by those who lived it, and not by \"%s\"", said_by->text);
}

/* A number is counted in these where one of them follows it. */
static double times_at(const char *text)
{
    static const struct {
        const char *word;
        double times;
    } multiples[] = {{" thousand", 1e3}, {" million", 1e6}, {" billion", 1e9}, {"k", 1e3}, {"m", 1e6}, {"bn", 1e9}};
    for (size_t i = 0; i < COUNT(multiples); i++) {
        size_t size = strlen(multiples[i].word);
        if (strncasecmp(text, multiples[i].word, size) == 0 && !ascii_is_letter(text[size]))
            return multiples[i].times;
    }
    return 1;
}

/* The plain number that a text begins with, "£45,000", "80%" or "1.5 million"; false when there is none. */
static bool number_at(const char *text, double *number)
{
    char digits[32];
    size_t used = 0;
    text += strspn(text, " \t");
    text += strncmp(text, "\xC2\xA3", 2) == 0 ? 2 : 0;
    for (; used + 1 < sizeof digits && (ascii_is_digit(*text) || *text == ',' || *text == '.'); text++)
        if (*text != ',' && (*text != '.' || ascii_is_digit(text[1])))
            digits[used++] = *text;
    digits[used] = '\0';
    *number = strtod(digits, NULL) * times_at(text);
    return used > 0;
}

static bool is_figure(const struct value *outcome, double number)
{
    static const size_t members[] = {OUTCOME_BASELINE, OUTCOME_AFTER, OUTCOME_COMPARATOR_BASELINE,
                                     OUTCOME_COMPARATOR_AFTER};
    for (size_t i = 0; i < COUNT(members); i++)
        if (outcome_has_number(outcome, members[i]) && value_member(outcome, members[i])->number == number)
            return true;
    return false;
}

/* The word of a text that rounds one of the outcome's own figures ("nearly 80%"), or NULL. */
static const char *rounding_word(const char *text, const struct value *outcome)
{
    static const char *const words[] = {"about",     "over",          "nearly",    "almost",       "around",
                                        "roughly",   "approximately", "some",      "up to",        "more than",
                                        "under",     "less than",     "at least",  "fewer than",   "above",
                                        "below",     "close to",      "circa",     "c.",           "ca.",
                                        "estimated", "upwards of",    "well over", "in excess of", "not quite"};
    double number = 0;
    for (size_t i = 0; i < COUNT(words); i++) {
        size_t size = strlen(words[i]);
        for (const char *at = word_find(text, words[i]); at; at = word_find(at + size, words[i]))
            if (number_at(at + size, &number) && is_figure(outcome, number))
                return words[i];
    }
    for (const char *at = strchr(text, '~'); at; at = strchr(at + 1, '~'))
        if (number_at(at + 1, &number) && is_figure(outcome, number))
            return "~";
    return NULL;
}

static void rounded_figures_say_so(const struct looking *looking, const struct value *outcome)
{
    static const size_t texts[] = {OUTCOME_MEASURE, OUTCOME_GROUP, OUTCOME_UNIT};
    if (value_member(outcome, OUTCOME_ABOUT)->number != 0)
        return;
    for (size_t i = 0; i < COUNT(texts); i++) {
        const struct value *text = value_member(outcome, texts[i]);
        const char *word = text->kind == VALUE_TEXT ? rounding_word(text->text, outcome) : NULL;
        if (word)
            report(looking->diagnostics, CODE_ROUNDED, text->place, "add about: yes, and take the words out here",
                   "\"%s\" rounds a figure that stands as an exact one", word);
    }
}

static void outcomes_are_what_they_say(const struct looking *looking)
{
    const struct value *outcomes = field(looking, CASE_OUTCOMES);
    for (size_t i = 0; i < outcomes->count; i++) {
        better_off_is_no_average(looking, &outcomes->items[i]);
        lived_experience_is_of_those_who_lived_it(looking, &outcomes->items[i]);
        rounded_figures_say_so(looking, &outcomes->items[i]);
    }
}

/* Words of which names of bodies are made; what is left is the name itself. */
static bool is_common(const char *word)
{
    static const char *const common[] = {
        "and",          "the",           "for",           "of",         "in",          "NHS",
        "council",      "borough",       "city",          "county",     "district",    "trust",
        "foundation",   "university",    "college",       "hospital",   "hospitals",   "health",
        "healthcare",   "care",          "public",        "primary",    "community",   "communities",
        "mental",       "service",       "services",      "team",       "group",       "board",
        "integrated",   "commissioning", "clinical",      "network",    "networks",    "partnership",
        "partnerships", "centre",        "office",        "authority",  "local",       "national",
        "regional",     "department",    "ministry",      "government", "association", "society",
        "institute",    "agency",        "company",       "limited",    "project",     "programme",
        "example",      "practice",      "practices",     "surgery",    "school",      "schools",
        "charity",      "organisation",  "organisations", "police",     "fire",        "rescue",
        "innovation",   "social"};
    for (size_t i = 0; i < COUNT(common); i++)
        if (strcasecmp(common[i], word) == 0)
            return true;
    return false;
}

/* "NAO" of "National Audit Office": the capitals with which its words begin. */
static const char *initials_of(struct arena *arena, const char *name)
{
    char initials[INITIALS_MAX + 1];
    size_t used = 0;
    for (size_t i = 0; name[i] && used < INITIALS_MAX; i++)
        if (name[i] >= 'A' && name[i] <= 'Z' && (i == 0 || name[i - 1] == ' '))
            initials[used++] = name[i];
    return arena_copy(arena, initials, used);
}

static bool says(const struct looking *looking, const char *word)
{
    return word_find(looking->study->body.plain, word) || word_find(case_text(looking->study, CASE_TITLE, ""), word) ||
           word_find(case_text(looking->study, CASE_SUMMARY, ""), word);
}

/* Whether the text names a body, by one word of its name that is its own, or by its initials. `own` counts such words. */
static bool names(const struct looking *looking, const char *name, size_t *own)
{
    static const char marks[] = " ,.;:()/&-";
    const char *initials = initials_of(looking->arena, name);
    if (says(looking, name) || (strlen(initials) > 2 && says(looking, initials)))
        return true;
    for (size_t at = strspn(name, marks); name[at]; at += strspn(name + at, marks)) {
        size_t size = strcspn(name + at, marks);
        const char *word = arena_copy(looking->arena, name + at, size);
        bool capital = ascii_is_capital(word[0]) || (unsigned char)word[0] >= 0x80;
        if (size > 2 && capital && !is_common(word)) {
            *own += 1;
            if (says(looking, word))
                return true;
        }
        at += size;
    }
    return false;
}

static void the_lead_is_in_the_text(const struct looking *looking)
{
    const struct value *name = value_member(case_lead(looking->study), PARTNER_NAME);
    size_t own = 0;
    if (name->kind != VALUE_TEXT || !looking->study->body.section_count || names(looking, name->text, &own) || !own)
        return;
    report(looking->diagnostics, CODE_LEAD_UNNAMED, name->place, "say in What we did what the lead did, by its name",
           "\"%s\" leads, and the text never names it", name->text);
}

static void report_absence(const struct looking *looking, struct place place)
{
    report(looking->diagnostics, CODE_ABSENCE, place,
           "add searches: with date:, where: and words:, or say only what the sources do say",
           "something is said not to be published or found, and nothing says who looked where");
}

/* That a thing is not there is told as what a search did not find, on a day and in a place. */
static void absence_was_looked_for(const struct looking *looking)
{
    static const enum case_field texts[] = {CASE_TITLE, CASE_SUMMARY};
    const struct source *source = &looking->study->source;
    if (field(looking, CASE_SEARCHES)->count)
        return;
    for (size_t i = 0; i < COUNT(texts); i++)
        if (absence_claimed(case_text(looking->study, texts[i], "")))
            report_absence(looking, field(looking, texts[i])->place);
    const char *body = source->body ? arena_copy(looking->arena, source->body, source->body_size) : "";
    const char *claim = absence_claimed(body);
    if (!claim)
        return;
    struct place place = place_of(body, source->body_size, (size_t)(claim - body), strcspn(claim, " \n.,;:)"));
    place.line += source->body_line - 1;
    report_absence(looking, place);
}

void claims_check(struct arena *arena, const struct case_study *study, struct diagnostics *diagnostics)
{
    struct looking looking = {arena, study, diagnostics};
    outcomes_are_what_they_say(&looking);
    the_lead_is_in_the_text(&looking);
    absence_was_looked_for(&looking);
}
