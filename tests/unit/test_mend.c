#include "indexer/content/mend.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "indexer/base/ascii.h"
#include "indexer/base/edit.h"
#include "indexer/content/case_parse.h"
#include "indexer/content/codes.h"
#include "indexer/content/nearest.h"
#include "indexer/content/source.h"
#include "indexer/content/synonyms.h"
#include "indexer/content/vocabulary_read.h"
#include "tests/unit/unit.h"

/*
 * Every fix is done and must help. Valid case studies are broken in one place each, in all the ways of a table and with
 * words, figures and misspellings that are drawn (the same in every run). Each fix of what is found is done alone: its
 * message goes, no other comes, and what the author wrote is still there. Then all safe ones are done together.
 * Names and figures are invented.
 */

enum { DRAWS = 26, LEAST_INPUTS = 1500, WRONG_SHOWN = 20 };

struct world {
    struct arena arena;
    struct vocabularies vocabularies;
    struct synonyms synonyms;
    struct case_context context;
    bool offered[CODE_COUNT];
    size_t inputs;
    size_t fixes;
    size_t wrong;
};

/* All that is wrong is told before the test fails, up to a screenful. */
#define wrong(world, ...) ((world)->wrong++ < WRONG_SHOWN ? print_error(__VA_ARGS__) : (void)0)

static unsigned long drawn = 20261124;

static size_t draw(size_t below)
{
    drawn = (drawn * 1103515245UL + 12345UL) & 0x7FFFFFFFUL;
    return (drawn >> 8) % below;
}

static const char *const bases[] = {
    "---\n"
    "title: Barbers offer blood pressure checks\n"
    "summary: Few men in two wards had their blood pressure checked. Barbers were trained to offer it. Checks rose.\n"
    "place: Leeds\n"
    "regions: [yorkshire-humber]\n"
    "partners:\n"
    "  - name: Example City Council\n"
    "    type: local-authority\n"
    "  - name: Barbers of the north\n"
    "    type: employer\n"
    "    url: https://barbers.example/\n"
    "priority_areas: [cvd, smoking]\n"
    "deprivation_focus: [core20, men]\n"
    "actions: [outreach, case-finding]\n"
    "stage: ended\n"
    "result: positive\n"
    "evaluation: before-after\n"
    "published: 2024-05-01\n"
    "start: 2019-04\n"
    "end: 2023-03\n"
    "scale: [place]\n"
    "cost:\n"
    "  amount: 45000\n"
    "  per: year\n"
    "  year: 2020\n"
    "reach:\n"
    "  people: 1200\n"
    "  of: 9000\n"
    "contact:\n"
    "  role: Public health team\n"
    "  email: public-health@council.example\n"
    "  url: https://council.example/health\n"
    "  consent: yes\n"
    "learning:\n"
    "  - Train the people whom residents trust already\n"
    "  - Pay for the time that it takes\n"
    "keywords: [hairdressers, shops]\n"
    "outcomes:\n"
    "  - measure: Men who were checked in a year\n"
    "    better: higher\n"
    "    unit: \"%\"\n"
    "    baseline: 30\n"
    "    after: 99\n"
    "    source: 1\n"
    "  - measure: Men who came back\n"
    "    after: 86\n"
    "    source: 1\n"
    "sources:\n"
    "  - title: Evaluation of the work\n"
    "    doi: 10.1136/bmj.m1234\n"
    "    year: 2021\n"
    "---\n"
    "## The need\n\nMen did not come to the surgery.\n\n"
    "## What we did\n\nThe council trained barbers to measure.\n\n"
    "## What changed\n\nMore men were checked.\n\n"
    "## What helped\n\n- Barbers who were trusted already\n- Time\n",
};

/*
 * One way to break a case study: the line that begins with `line` becomes the others, or a line is put in below it when
 * `below`. {…} is drawn: see expand.
 */
struct mistake {
    const char *code;
    const char *line;
    const char *becomes;
};

static const struct mistake mistakes[] = {
    {"C214", "title:", "title: {words} offer checks to {words}."},
    {"C214", "title:", "title: \"{words}: {words} offer checks.\""},
    {"C214", "title:", "title: 'Barbers offer it {n} times, \"here\".'"},
    {"C214", "title:", "title: {words} offer checks at number {n}..."},
    {"C210", "start:", "start: {month} 2019"},
    {"C210", "start:", "start: {d} {month} 2019"},
    {"C210", "start:", "start: {d}/{m}/2019"},
    {"C210", "start:", "start: 31.{odd}.2019"},
    {"C210", "start:", "start: \"{m}/2019\""},
    {"C210", "start:", "start: 2018/19"},
    {"C210", "start:", "start: 2018-19"},
    {"C210", "start:", "start: {season} 2019"},
    {"C210", "start:", "start: Q{q} 2019"},
    {"C210", "start:", "start: early 2019"},
    {"C210", "end:", "end: 2022/23"},
    {"C210", "end:", "end: {season} 2023"},
    {"C210", "published:", "published: {weekday}, {d} {month} 2024"},
    {"C232", "  year: 2020", "  year: 2020/21"},
    {"C232", "  year: 2020", "  year: {month} 2020"},
    {"C209", "  amount:", "  amount: £{thousands}"},
    {"C209", "  amount:", "  amount: {n}k"},
    {"C209", "  amount:", "  amount: £{n}.{q} million"},
    {"C209", "  amount:", "  amount: GBP {thousands}"},
    {"C209", "  people:", "  people: {q},{three}"},
    {"C209", "    baseline:", "    baseline: {n}%"},
    {"C209", "    after: 86", "    after: {n} per cent"},
    {"C209", "    after: 86", "    after: {n},{q}"},
    {"C209", "  amount:", "  amount: about {n}000"},
    {"C203", "stage:", "stage: {misspelt:ended}"},
    {"C203", "evaluation:", "evaluation: {misspelt:before-after}"},
    {"C203", "    type: local-authority", "    type: Local authority"},
    {"C203", "    type: local-authority", "    type: {misspelt:local-authority}"},
    {"C203", "actions:", "actions: [{misspelt:outreach}, case-finding]"},
    {"C203", "actions:", "actions: [outreach case-finding]"},
    {"C203", "actions:", "actions: [outreach; case-finding]"},
    {"C203", "actions:", "actions: [“outreach”, case-finding]"},
    {"C203", "deprivation_focus:", "deprivation_focus: [core20, BAME]"},
    {"C203", "priority_areas:", "priority_areas: [heart disease, smoking]"},
    {"C203", "    type: local-authority", "    type: council"},
    {"C201", "place:", "{misspelt:place}: Leeds"},
    {"C201", "keywords:", "{misspelt:keywords}: [hairdressers, shops]"},
    {"C201", "priority_areas:", "Priority areas: [cvd, smoking]"},
    {"C201", "place:", "“place”: {words}"},
    {"C201", "priority_areas:", "Priority–areas: [cvd, smoking]"},
    {"C201", "deprivation_focus:", "deprivation-focus: [core20, men]"},
    {"C201", "    unit:", "    {misspelt:unit}: \"%\""},
    {"C204", "regions:", "regions: yorkshire-humber"},
    {"C204", "keywords:", "keywords: {words}, market stalls"},
    {"C204", "keywords:", "keywords: \"{words}: older\""},
    {"C204", "scale:", "scale: place"},
    {"C227", "stage:", "stage: [ended]"},
    {"C227", "place:", "place: [{words}, Leeds]"},
    {"C227", "place:", "place:\n  - {words}"},
    {"C227", "title:", "title: [\"{words} offer checks: here\"]"},
    {"C228", "reach:\n  people: 1200\n  of: 9000", "reach: {q},{three}"},
    {"C228", "reach:\n  people: 1200\n  of: 9000", "reach:\n  - people: 1200\n    of: 9000"},
    {"C228", "reach:\n  people: 1200\n  of: 9000", "reach: [{people: 1200, of: 9000}]"},
    {"C228", "cost:\n  amount: 45000\n  per: year\n  year: 2020", "cost: £{thousands}"},
    {"C204", "sources:\n  - title: Evaluation of the work\n    doi: 10.1136/bmj.m1234\n    year: 2021",
     "sources:\n  title: Evaluation of {words}\n  doi: 10.1136/bmj.m1234\n  year: 2021"},
    {"C204", "sources:\n  - title: Evaluation of the work\n    doi: 10.1136/bmj.m1234\n    year: 2021",
     "sources: {title: Evaluation of {words}, doi: 10.1136/bmj.m1234}"},
    {"C208", "actions:", "actions: [outreach, case-finding, outreach]"},
    {"C208", "keywords:", "keywords: [{words}, \"shops: old\", \"shops: old\"]"},
    {"C211", "  url: https://council", "  url: www.council.example/{word}"},
    {"C211", "    url:", "    url: <https://council.example/{word}>"},
    {"C211", "  url: https://council", "  url: https//council.example/{word}"},
    {"C233", "  email:", "  email: mailto:public-health@council.example"},
    {"C233", "  email:", "  email: public-health (at) {word}.example"},
    {"C234", "    doi:", "    doi: https://doi.org/10.1136/bmj.m{n}"},
    {"C234", "    doi:", "    doi: \"doi: 10.1136/bmj.m{n}\""},
    {"C213", "  consent:", "  consent: y"},
    {"C213", "  consent:", "  consent: \"1\""},
    {"C332", "place:", "place: \"  {words} \""},
    {"C332", "    unit:", "    unit: \" {words} in a year\""},
    {"C334", "place:", "place: \"“{words}: {words}”\""},
    {"C334", "keywords:", "keywords: [“{words}”, \"“old: shops”\"]"},
    {"Y110", "title:", "title: {words} offer checks: a {words}"},
    {"Y112", "title:", "title: \"{words}\" offer checks to {words}"},
    {"Y114", "place:", "place: @{words}"},
    {"Y114", "place:", "place: %{words}"},
    {"Y116", "place:", "place:{words}"},
    {"Y111", "title:", "title: \"{words} offer checks to {words}"},
    {"Y113", "title:", "title: \"{words} offer \"checks\" to {words}\""},
    {"Y115", "place:", "place: {words} #{n}"},
    {"Y115", "  - Pay", "  - {words} take the time #1 of all"},
    {"Y117", "place:", "place {words}"},
    {"Y118", "  - Pay", "  -{words} take the time that they need"},
    {"Y119", "  - Pay", "  • {words} take the time that they need"},
    {"Y120", "  - name: Barbers", "    name: Barbers of the {words}"},
    {"Y122", "  per:", "\tper: year"},
    {"Y123", "  per:", "  per: year"},
    {"Y124", "keywords:", "keywords: [{words}, shops of old"},
    {"Y127", "keywords:", "keywords: [\"{words}\" \"shops of old\"]"},
    {"Y132", "cost:\n  amount: 45000", "cost: amount: {n}000"},
    {"Y132", "cost:\n  amount: 45000\n  per: year\n  year: 2020", "cost: amount: {n}000, per: year, year: 2020"},
    {"Y132", "reach:\n  people: 1200\n  of: 9000", "reach: people: 1{three}; of: 9000"},
    {"Y132", "contact:\n  role: Public health team", "contact: role: Team of {words}"},
    {"Y132", "sources:\n  - title: Evaluation of the work\n    doi: 10.1136/bmj.m1234\n    year: 2021",
     "sources: title: Evaluation of {words}\n  doi: 10.1136/bmj.m1234\n  year: 2021"},
    {"Y132", "  - name: Example City Council\n    type: local-authority",
     "  - name: Council of {words}, type: local-authority"},
    {"Y132", "stage: ended\nresult: positive", "stage: ended; result: positive"},
    {"Y134", "place:", "place: - {words}"},
    {"Y135", "place:", "**place:** {words}"},
    {"Y135", "place:", "*place*: {words}"},
    {"Y135", "  people:", "  `people`: 1200"},
    {"Y136", "sources:\n  - title: Evaluation of the work\n    doi: 10.1136/bmj.m1234\n    year: 2021",
     "sources: [title: Evaluation of {words}, year: 2021]"},
    {"Y130", "keywords:", "keywords: [{words},, shops of old]"},
    {"F012", "place:", "place: Hull\u200b and {words}\u202e"},
    {"F012", "- Time", "- Ti\u00adme and \u2066{words}\u2069\n- &#8238;{words}"},
    {"B415", "## What helped", "##What helped"},
    {"B415", "## What helped", "### What helped"},
    {"B505", "- Time", "• {words}\n• {words}"},
};

static const char *const some_words[] = {"Barbers",   "nurses", "Café",  "men of Ynys Môn", "women",
                                         "the trust", "ward 7", "shops", "Mary's"};
static const char *const months[] = {"January", "Feb", "March", "Apr",     "May", "June",
                                     "July",    "Aug", "Sept",  "October", "Nov", "December"};
static const char *const seasons[] = {"spring", "Summer", "autumn", "Winter"};
static const char *const weekdays[] = {"Monday", "Friday", "Sunday"};

/* A word with one letter dropped, doubled, or exchanged for its neighbour. */
static void add_misspelt(struct text *out, const char *word, size_t size)
{
    size_t at = 1 + draw(size - 2);
    size_t kind = draw(3);
    if (kind == 2 && word[at] == word[at + 1])
        kind = 1;
    text_append(out, word, at);
    if (kind == 1)
        text_append(out, word + at, 1);
    if (kind == 2)
        text_append(out, word + at + 1, 1);
    text_append(out, kind ? word + at : word + at + 1, kind == 2 ? 1 : size - at - !kind);
    if (kind == 2)
        text_append(out, word + at + 2, size - at - 2);
}

static void add_drawn(struct text *out, const char *name, size_t size)
{
    static const char misspelt[] = "misspelt:";
    static const int odd[] = {1, 3, 5, 7, 8, 10, 12};
    if (size > strlen(misspelt) && strncmp(name, misspelt, strlen(misspelt)) == 0)
        add_misspelt(out, name + strlen(misspelt), size - strlen(misspelt));
    else if (strncmp(name, "words", size) == 0 && size == 5)
        text_add(out, some_words[draw(COUNT_OF(some_words))]);
    else if (strncmp(name, "weekday", size) == 0 && size == 7)
        text_add(out, weekdays[draw(COUNT_OF(weekdays))]);
    else if (strncmp(name, "month", size) == 0 && size == 5)
        text_add(out, months[draw(COUNT_OF(months))]);
    else if (strncmp(name, "season", size) == 0 && size == 6)
        text_add(out, seasons[draw(COUNT_OF(seasons))]);
    else if (strncmp(name, "thousands", size) == 0 && size == 9)
        text_format(out, "%zu,%03zu", 1 + draw(900), draw(1000));
    else if (strncmp(name, "three", size) == 0 && size == 5)
        text_format(out, "%03zu", draw(1000));
    else if (strncmp(name, "word", size) == 0 && size == 4)
        text_format(out, "page%zu", draw(100));
    else if (strncmp(name, "odd", size) == 0 && size == 3)
        text_format(out, "%d", odd[draw(COUNT_OF(odd))]);
    else if (*name == 'd')
        text_format(out, "%zu", 1 + draw(28));
    else if (*name == 'm')
        text_format(out, "%02zu", 1 + draw(12));
    else if (*name == 'q')
        text_format(out, "%zu", 1 + draw(4));
    else
        text_format(out, "%zu", 46 + draw(53));
}

/* Whether the { at `text` is one of ours, and no map of YAML's. */
static bool is_drawn(const char *text)
{
    size_t size = strcspn(text + 1, "}");
    return text[1 + size] == '}' && !memchr(text + 1, ' ', size) && !memchr(text + 1, '{', size);
}

static void expand(struct text *out, const char *text)
{
    while (*text) {
        if (*text == '{' && is_drawn(text)) {
            size_t size = strcspn(text + 1, "}");
            add_drawn(out, text + 1, size);
            text += size + 2;
        } else {
            text_char(out, *text++);
        }
    }
}

/* The base with the mistake in it, with CR LF and a byte order mark when `foreign`. NULL when it has no such line. */
static const char *broken(struct arena *arena, const char *base, const struct mistake *mistake, bool foreign)
{
    const char *line = base;
    while (line && strncmp(line, mistake->line, strlen(mistake->line)) != 0) {
        line = strchr(line, '\n');
        line = line ? line + 1 : NULL;
    }
    if (!line)
        return NULL;
    const char *end = strchr(line + strlen(mistake->line), '\n');
    struct text text = {0};
    struct text out = {0};
    text_append(&text, base, (size_t)(line - base));
    expand(&text, mistake->becomes);
    text_add(&text, end);
    if (foreign)
        text_add(&out, "\xEF\xBB\xBF");
    for (const char *at = text_string(&text); *at; at++) {
        if (*at == '\n' && foreign)
            text_char(&out, '\r');
        text_char(&out, *at);
    }
    const char *copy = arena_copy(arena, text_string(&out), out.size);
    text_free(&text);
    text_free(&out);
    return copy;
}

static void check(struct world *world, struct arena *arena, const char *text, struct diagnostics *diagnostics)
{
    diagnostics_file(diagnostics, "content/case-studies/this-case.md", text, strlen(text));
    if (!source_guard(text, strlen(text), CASE_FILE_MAX, diagnostics))
        return;
    const struct case_study *study =
        case_parse(arena, "content/case-studies/this-case.md", text, strlen(text), &world->vocabularies, diagnostics);
    case_check(arena, study, &world->context, diagnostics);
}

static size_t count_of(const struct diagnostics *diagnostics, const struct diagnostic *problem)
{
    size_t count = 0;
    for (size_t i = 0; i < diagnostics->count; i++)
        count +=
            diagnostics->items[i].code == problem->code && strcmp(diagnostics->items[i].message, problem->message) == 0;
    return count;
}

static const char *lowered(struct arena *arena, const char *text, size_t size)
{
    char *copy = arena_copy(arena, text, size);
    for (char *at = copy; *at; at++)
        *at = ascii_lower(*at);
    return copy;
}

/* Signs such as bullets and dashes begin with E2; letters of ours do not. */
static bool is_word_byte(char byte)
{
    return ascii_is_letter(byte) || ascii_is_digit(byte) ||
           ((unsigned char)byte >= 0xC3 && (unsigned char)byte != 0xE2);
}

static size_t word_size(const char *text)
{
    size_t size = 0;
    while (is_word_byte(text[size]) || (size && ((unsigned char)text[size] & 0xC0) == 0x80))
        size++;
    return size;
}

static size_t count_word(const char *text, const char *word, size_t size)
{
    size_t count = 0;
    for (size_t length; *text; text += length ? length : 1) {
        length = word_size(text);
        count += length == size && memcmp(text, word, size) == 0;
    }
    return count;
}

/* The first word that stands less often in `after` than in `before`, or NULL. */
static const char *lost_word(struct arena *arena, const char *before, const char *after)
{
    const char *a = lowered(arena, before, strlen(before));
    const char *b = lowered(arena, after, strlen(after));
    for (const char *at = a; *at;) {
        size_t size = word_size(at);
        if (size && count_word(b, at, size) < count_word(a, at, size))
            return arena_copy(arena, at, size);
        at += size ? size : 1;
    }
    return NULL;
}

/* The digits that count in a number, without zeros at its end. */
static const char *significant(struct arena *arena, const char *text)
{
    char *digits = arena_string(arena, text);
    size_t size = 0;
    for (; *text && *text != '\n'; text++)
        if (ascii_is_digit(*text) && (size || *text != '0'))
            digits[size++] = *text;
    while (size && digits[size - 1] == '0')
        size--;
    digits[size] = '\0';
    return digits;
}

static bool is_one_of(const char *code, const char *some)
{
    return strstr(some, code) != NULL;
}

/* Whether the edit keeps what was written: by its words, or, where they are to be others, by what they mean. */
static const char *lost(struct arena *arena, const struct diagnostic *problem, const char *before, const char *after)
{
    const char *code = problem->code->id;
    const char *word = lost_word(arena, before, after);
    const char *first = after + strspn(after, " \n");
    const char *colon = strstr(first, ": ");
    if (!word || is_one_of(code, "C208"))
        return NULL;
    if (is_one_of(code, "C209 C228 C229"))
        return strcmp(significant(arena, before), significant(arena, colon && code[3] == '8' ? colon : first)) == 0
                   ? NULL
                   : word;
    if (is_one_of(code, "C210 C232"))
        return strstr(before, arena_copy(arena, first, 4)) || !problem->fix.safe ? NULL : word;
    if (is_one_of(code, "C201 C203 C223"))
        return !problem->fix.safe || nearest_distance(before, after, 3) <= 3 || strpbrk(before, " “") ? NULL : word;
    if (is_one_of(code, "F012")) /* the name of an entity is no word */
        return *before == '&' && !*problem->fix.text ? NULL : word;
    if (is_one_of(code, "B419 Y131")) /* a comment; the words of a link */
        return problem->fix.safe ? word : NULL;
    return is_one_of(code, "C211 C213 C233 C234 B406 B420 B502") ? NULL : word;
}

static const char *text_at(struct arena *arena, const char *source, struct place place)
{
    size_t from = 0;
    size_t to = 0;
    assert_true(place_bytes(source, strlen(source), place, &from, &to));
    return arena_copy(arena, source + from, to - from);
}

/* Does one fix of a text and looks at what comes of it. */
static void try_fix(struct world *world, struct arena *arena, const char *text, const struct diagnostics *found,
                    const struct diagnostic *problem)
{
    struct diagnostics left = {0};
    const char *before = text_at(arena, text, problem->fix.place);
    struct edited edited = edit_all(arena, text, strlen(text), &problem->fix, 1);
    const char *missing = lost(arena, problem, before, problem->fix.text);
    check(world, arena, edited.data, &left);
    if (missing)
        wrong(world, "%s (%s) loses \"%s\": \"%s\" becomes \"%s\"\n", problem->code->id, problem->message, missing,
              before, problem->fix.text);
    if (count_of(&left, problem) >= count_of(found, problem))
        wrong(world, "%s (%s) is still there after \"%s\" became \"%s\" (%s)\n", problem->code->id, problem->message,
              before, problem->fix.text, left.items[0].message);
    for (size_t i = 0; i < left.count; i++)
        if (count_of(&left, &left.items[i]) > count_of(found, &left.items[i]))
            wrong(world, "%s (%s): after it comes %s (%s), because \"%s\" became \"%s\"\n", problem->code->id,
                  problem->message, left.items[i].code->id, left.items[i].message, before, problem->fix.text);
    for (size_t i = 0; i < CODE_COUNT; i++)
        world->offered[i] = world->offered[i] || problem->code == &codes[i].code;
    world->fixes++;
    diagnostics_free(&left);
}

/* Advice may hold what the author wrote, and terms, and never the answer of an example. */
static void no_example_in(struct world *world, const char *text, const struct diagnostic *problem)
{
    static const char *const examples[] = {
        "council.example",    "Example City Council", "45000",     "Barnsley", "Evaluation report",
        "Public health team", "barbers-in-leeds",     "2024-03-31"};
    for (size_t i = 0; problem->help && i < COUNT_OF(examples); i++)
        if (strstr(problem->help, examples[i]) && !strstr(text, examples[i]))
            wrong(world, "%s: \"%s\" is the answer of an example\n", problem->code->id, problem->help);
}

static bool all_safe(const struct diagnostics *diagnostics)
{
    for (size_t i = 0; i < diagnostics->count; i++)
        if (!diagnostics->items[i].fix.text || !diagnostics->items[i].fix.safe)
            return false;
    return true;
}

static void try_together(struct world *world, struct arena *arena, const char *text, const struct diagnostics *found)
{
    struct diagnostics left = {0};
    struct mended mended = mend_case(arena, "content/case-studies/this-case.md", text, strlen(text), &world->context);
    check(world, arena, mended.data, &left);
    if (all_safe(found) && left.count)
        wrong(world, "what is safe was done, and left is %s: %s\n", left.items[0].code->id, left.items[0].message);
    if (left.count > found->count)
        wrong(world, "mending leaves more than there was: %s\n", left.items[0].message);
    diagnostics_free(&left);
}

static void try_input(struct world *world, const char *text, const char *code, const char *mistake)
{
    struct arena arena = {0};
    struct diagnostics found = {0};
    bool seen = false;
    check(world, &arena, text, &found);
    for (size_t i = 0; i < found.count; i++) {
        seen = seen || strcmp(found.items[i].code->id, code) == 0;
        no_example_in(world, text, &found.items[i]);
        if (found.items[i].fix.text)
            try_fix(world, &arena, text, &found, &found.items[i]);
    }
    if (!seen)
        wrong(world, "no %s where it should be, but %s, after:\n%.60s\n", code,
              found.count ? found.items[0].message : "nothing", mistake);
    try_together(world, &arena, text, &found);
    world->inputs++;
    diagnostics_free(&found);
    arena_free(&arena);
}

static void every_fix_helps(void **state)
{
    struct world *world = *state;
    for (size_t i = 0; i < COUNT_OF(mistakes); i++)
        for (size_t j = 0; j < DRAWS; j++) {
            struct arena arena = {0};
            const char *text = broken(&arena, bases[0], &mistakes[i], j % 2 == 1);
            assert_non_null(text);
            try_input(world, text, mistakes[i].code, mistakes[i].becomes);
            arena_free(&arena);
        }
    print_message("%zu inputs, %zu fixes done\n", world->inputs, world->fixes);
    assert_true(world->inputs >= LEAST_INPUTS);
    assert_int_equal(world->wrong, 0);
}

/* Whether a text has a line that begins with this key. */
static bool has_key(const char *text, const char *key, size_t size)
{
    for (const char *line = text; line; line = strchr(line, '\n') ? strchr(line, '\n') + 1 : NULL)
        if (strncmp(line, key, size) == 0 && line[size] == ':')
            return true;
    return false;
}

/* The base with the wrong example of a code in it, in place of its own answers to the same keys. */
static const char *with_example(struct arena *arena, const struct code_entry *code)
{
    struct text text = {0};
    const char *front_end = strstr(bases[0] + 4, "---\n");
    bool kept = true;
    for (const char *line = bases[0]; *line; line = strchr(line, '\n') + 1) {
        size_t size = strcspn(line, ":\n");
        if (line == front_end && code->where == IN_FRONT)
            text_format(&text, "%s\n", code->wrong);
        if (*line != ' ')
            kept =
                line >= front_end || line[size] != ':' || code->where != IN_FRONT || !has_key(code->wrong, line, size);
        if (kept)
            text_append(&text, line, strcspn(line, "\n") + 1);
    }
    if (code->where == IN_TEXT)
        text_format(&text, "\n%s\n", code->wrong);
    const char *copy = arena_copy(arena, text_string(&text), text.size);
    text_free(&text);
    return copy;
}

static void fixes_of_the_examples_help(void **state)
{
    struct world *world = *state;
    for (size_t i = 0; i < CODE_COUNT; i++) {
        struct arena arena = {0};
        struct diagnostics found = {0};
        const char *text = with_example(&arena, &codes[i]);
        if (codes[i].where == IN_FRONT || codes[i].where == IN_TEXT)
            check(world, &arena, text, &found);
        for (size_t j = 0; j < found.count; j++)
            if (found.items[j].fix.text)
                try_fix(world, &arena, text, &found, &found.items[j]);
        diagnostics_free(&found);
        arena_free(&arena);
    }
    assert_int_equal(world->wrong, 0);
}

static void the_case_that_is_broken_is_good(void **state)
{
    struct world *world = *state;
    for (size_t i = 0; i < COUNT_OF(bases); i++) {
        struct arena arena = {0};
        struct diagnostics found = {0};
        check(world, &arena, bases[i], &found);
        if (found.count)
            fail_msg("%s: %s", found.items[0].code->id, found.items[0].message);
        diagnostics_free(&found);
        arena_free(&arena);
    }
}

/* Which codes have fixes is not to shrink unseen. */
static void the_codes_that_offer_a_fix_are_known(void **state)
{
    struct world *world = *state;
    for (size_t i = 0; i < COUNT_OF(mistakes); i++) {
        bool offered = false;
        for (size_t j = 0; j < CODE_COUNT; j++)
            offered = offered || (world->offered[j] && strcmp(codes[j].code.id, mistakes[i].code) == 0);
        if (!offered)
            fail_msg("%s offers no fix", mistakes[i].code);
    }
}

static int read_world(void **state)
{
    struct world *world = calloc(1, sizeof *world);
    struct diagnostics diagnostics = {0};
    assert_non_null(world);
    assert_true(vocabularies_read(&world->arena, ".", &world->vocabularies, &diagnostics));
    assert_true(synonyms_read(&world->arena, ".", &world->synonyms, &diagnostics));
    world->vocabularies.synonyms = &world->synonyms;
    world->context = (struct case_context){&world->vocabularies, NULL};
    diagnostics_free(&diagnostics);
    *state = world;
    return 0;
}

static int free_world(void **state)
{
    struct world *world = *state;
    arena_free(&world->arena);
    free(world);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_case_that_is_broken_is_good),
        cmocka_unit_test(every_fix_helps),
        cmocka_unit_test(fixes_of_the_examples_help),
        cmocka_unit_test(the_codes_that_offer_a_fix_are_known),
    };
    return cmocka_run_group_tests(tests, read_world, free_world);
}
