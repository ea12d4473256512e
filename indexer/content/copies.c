#include "indexer/content/copies.h"

#include <stdlib.h>
#include <string.h>

#include "indexer/base/ascii.h"
#include "indexer/base/hash.h"
#include "indexer/base/text.h"
#include "indexer/content/codes.h"

enum { RUN_WORDS = 4, BAND = 2, ALIKE_LEAST = PRINT_SAMPLES / 2, WORDS_LEAST = 30, LOOKED_BACK = 8 };

#define COUNT(table) (sizeof(table) / sizeof *(table))

static uint64_t mix(uint64_t number)
{
    number ^= number >> 31;
    number *= 0x7FB5D329728EA185U;
    number ^= number >> 27;
    number *= 0x81DADEF4BC2DD44DU;
    return number ^ (number >> 33);
}

static bool is_of_word(char byte)
{
    return ascii_is_letter(byte) || ascii_is_digit(byte) || (unsigned char)byte >= 0x80;
}

/* The next word of a text, in any case of letters; 0 at the end. */
static uint64_t next_word(const char **at, const char *end)
{
    uint64_t hash = HASH_START;
    while (*at < end && !is_of_word(**at))
        ++*at;
    const char *start = *at;
    for (; *at < end && is_of_word(**at); ++*at)
        hash = hash_bytes(hash, &(char){ascii_lower(**at)}, 1);
    return *at == start ? 0 : hash | 1;
}

/* Goes on with the words of a text. */
static uint64_t hash_words(uint64_t hash, const char *text)
{
    const char *end = text + strlen(text);
    for (uint64_t word; (word = next_word(&text, end)) != 0;)
        hash = mix(hash ^ word) | 1;
    return hash;
}

static void take_part(struct print *print, enum print_part part, const struct value *value, uint64_t hash)
{
    print->parts[part] = hash;
    print->places[part] = value->place;
}

static void take_text(struct print *print, enum print_part part, const struct value *value)
{
    if (value->kind == VALUE_TEXT && *value->text)
        take_part(print, part, value, hash_words(HASH_START, value->text));
}

/* The figures of all outcomes, with what was measured. One figure alone may be the same by chance. */
static void take_figures(struct print *print, const struct value *outcomes)
{
    static const size_t members[] = {OUTCOME_BASELINE, OUTCOME_AFTER, OUTCOME_COMPARATOR_BASELINE,
                                     OUTCOME_COMPARATOR_AFTER};
    uint64_t hash = HASH_START;
    size_t figures = 0;
    for (size_t i = 0; i < outcomes->count; i++) {
        hash = hash_words(hash, value_text(&outcomes->items[i], OUTCOME_MEASURE, ""));
        for (size_t j = 0; j < COUNT(members); j++) {
            const struct value *figure = value_member(&outcomes->items[i], members[j]);
            figures += figure->kind == VALUE_NUMBER;
            hash = mix(hash ^ (j + 1));
            hash = figure->kind == VALUE_NUMBER ? hash_words(hash, figure->text) : hash;
        }
        const struct value *estimate = value_member(&outcomes->items[i], OUTCOME_ESTIMATE);
        for (size_t j = ESTIMATE_VALUE; j <= ESTIMATE_HIGH; j++) {
            figures += value_member(estimate, j)->kind == VALUE_NUMBER;
            hash = hash_words(hash, value_text(estimate, j, ""));
        }
    }
    if (figures > 1)
        take_part(print, PRINT_FIGURES, outcomes, hash | 1);
}

static void take_contact(struct print *print, const struct value *contact)
{
    const char *address = value_text(contact, CONTACT_EMAIL, value_text(contact, CONTACT_URL, ""));
    if (contact->kind == VALUE_MAP && *address)
        take_part(print, PRINT_CONTACT, contact, hash_words(HASH_START, address));
}

/* Of all runs of four words the smallest, in as many orders as there are samples: texts alike share many of them. */
static void take_samples(struct print *print, const struct source *source)
{
    uint64_t words[RUN_WORDS] = {0};
    size_t count = 0;
    const char *at = source->body;
    const char *end = at + source->body_size;
    memset(print->samples, 0xFF, sizeof print->samples);
    for (uint64_t word; (word = next_word(&at, end)) != 0; count++) {
        uint64_t run = HASH_START;
        words[count % RUN_WORDS] = word;
        for (size_t i = 1; i <= RUN_WORDS; i++)
            run = run * 31 + words[(count + i) % RUN_WORDS];
        for (size_t i = 0; count + 1 >= RUN_WORDS && i < PRINT_SAMPLES; i++) {
            uint32_t sample = (uint32_t)mix(run + i * 0x9E3779B97F4A7C15U);
            print->samples[i] = sample < print->samples[i] ? sample : print->samples[i];
        }
    }
    if (count < WORDS_LEAST)
        return;
    print->parts[PRINT_TEXT] = 1;
    print->places[PRINT_TEXT] = (struct place){source->body_line, 1, 1};
}

static const char *ancestors_of(struct arena *arena, const struct case_study *study)
{
    struct text ids = {0};
    const struct value *replaces = &study->fields[CASE_REPLACES];
    text_format(&ids, " %s ", case_text(study, CASE_ADAPTED_FROM, ""));
    for (size_t i = 0; i < replaces->count; i++)
        text_format(&ids, "%s ", replaces->items[i].text);
    const char *copy = arena_copy(arena, text_string(&ids), ids.size);
    text_free(&ids);
    return copy;
}

void prints_add(struct arena *arena, struct prints *prints, const struct case_study *study, bool told, bool good)
{
    prints->items = arena_grow(arena, prints->items, prints->count, &prints->capacity, sizeof *prints->items);
    struct print *print = &prints->items[prints->count++];
    *print = (struct print){
        .id = arena_string(arena, study->id),
        .path = arena_string(arena, study->path),
        .published = arena_string(arena, case_text(study, CASE_PUBLISHED, "")),
        .ancestors = ancestors_of(arena, study),
        .told = told,
        .good = good,
    };
    take_text(print, PRINT_TITLE, &study->fields[CASE_TITLE]);
    take_text(print, PRINT_SUMMARY, &study->fields[CASE_SUMMARY]);
    take_figures(print, &study->fields[CASE_OUTCOMES]);
    take_contact(print, &study->fields[CASE_CONTACT]);
    if (study->source.body)
        take_samples(print, &study->source);
}

static size_t count_samples(const struct print *a, const struct print *b)
{
    size_t count = 0;
    for (size_t i = 0; i < PRINT_SAMPLES; i++)
        count += a->samples[i] == b->samples[i];
    return count;
}

/* Which parts are the same, a bit for each. */
static unsigned same_parts(const struct print *a, const struct print *b)
{
    unsigned same = 0;
    for (unsigned part = 0; part < PRINT_PARTS; part++) {
        bool alike = a->parts[part] && a->parts[part] == b->parts[part];
        if (part == PRINT_TEXT)
            alike = alike && count_samples(a, b) >= ALIKE_LEAST;
        same |= alike ? 1U << part : 0;
    }
    return same;
}

/* A contact alone says nothing: one team may have done both. */
static bool is_copy(unsigned same)
{
    return (same & ~(1U << PRINT_CONTACT)) != 0;
}

static size_t count_bits(unsigned bits)
{
    size_t count = 0;
    for (; bits; bits &= bits - 1)
        count++;
    return count;
}

/* What each print is most alike: another, and which parts are the same. */
struct likeness {
    const struct print *other;
    unsigned same;
};

static bool descends(const struct print *print, const struct print *other)
{
    const char *found = strstr(print->ancestors, other->id);
    size_t size = strlen(other->id);
    return found && found[-1] == ' ' && found[size] == ' ';
}

static void remember(struct likeness *likeness, const struct print *other, unsigned same)
{
    if (likeness->other &&
        (count_bits(same) < count_bits(likeness->same) ||
         (count_bits(same) == count_bits(likeness->same) && strcmp(other->id, likeness->other->id) > 0)))
        return;
    *likeness = (struct likeness){other, same};
}

/* Of two that are looked at, the later one copied from the earlier. */
static bool is_later(const struct print *a, const struct print *b)
{
    int order = strcmp(a->published, b->published);
    return order ? order > 0 : strcmp(a->id, b->id) > 0;
}

/* A case with errors is not finished, unless it has words of its own: then what came along was forgotten. */
static bool is_told(const struct print *print, unsigned same)
{
    unsigned words = 1U << PRINT_TITLE | 1U << PRINT_SUMMARY | 1U << PRINT_TEXT;
    return print->told && (print->good || !(same & words));
}

static void compare(const struct prints *prints, struct likeness *likenesses, size_t a, size_t b)
{
    const struct print *first = &prints->items[a];
    const struct print *second = &prints->items[b];
    unsigned same = same_parts(first, second);
    if (strcmp(first->id, second->id) == 0 || !is_copy(same) || descends(first, second) || descends(second, first))
        return;
    bool of_first = first->told && (!second->told || is_later(first, second));
    if (of_first ? is_told(first, same) : is_told(second, same))
        remember(&likenesses[of_first ? a : b], of_first ? second : first, same);
}

/* A number that two prints may share, and the print. */
struct meeting {
    uint64_t key;
    size_t print;
};

static int compare_meetings(const void *one, const void *other)
{
    const struct meeting *a = one;
    const struct meeting *b = other;
    if (a->key != b->key)
        return a->key < b->key ? -1 : 1;
    return (a->print > b->print) - (a->print < b->print);
}

/* Keys by part, and so many of the samples together, which texts that are alike have in common somewhere. */
static uint64_t key_of(const struct print *print, size_t part)
{
    if (part < PRINT_TEXT)
        return print->parts[part];
    if (!print->parts[PRINT_TEXT])
        return 0;
    uint64_t key = HASH_START;
    for (size_t i = 0; i < BAND; i++)
        key = mix(key ^ print->samples[(part - PRINT_TEXT) * BAND + i]);
    return key | 1;
}

static void meet(const struct prints *prints, struct likeness *likenesses, struct meeting *meetings, size_t part)
{
    size_t count = 0;
    for (size_t i = 0; i < prints->count; i++)
        if (key_of(&prints->items[i], part))
            meetings[count++] = (struct meeting){key_of(&prints->items[i], part), i};
    if (count)
        qsort(meetings, count, sizeof *meetings, compare_meetings);
    for (size_t i = 1; i < count; i++)
        for (size_t back = 1; back <= i && back <= LOOKED_BACK && meetings[i - back].key == meetings[i].key; back++)
            compare(prints, likenesses, meetings[i - back].print, meetings[i].print);
}

/* "title, figures and contact" */
static const char *names_of(struct arena *arena, unsigned same)
{
    static const char *const names[PRINT_PARTS] = {"title", "summary", "figures", "text", "contact"};
    struct text out = {0};
    for (size_t part = 0, left = count_bits(same); part < PRINT_PARTS; part++)
        if (same >> part & 1) {
            left--;
            text_format(&out, "%s%s", names[part], left > 1 ? ", " : left ? " and " : "");
        }
    const char *copy = arena_copy(arena, text_string(&out), out.size);
    text_free(&out);
    return copy;
}

static void tell(struct arena *arena, const struct print *print, const struct likeness *likeness,
                 struct diagnostics *diagnostics)
{
    size_t part = 0;
    while (!(likeness->same >> part & 1))
        part++;
    diagnostics_file(diagnostics, print->path, NULL, 0);
    report(diagnostics, CODE_COPY, print->places[part],
           arena_format(arena,
                        "what is its own? If it takes the place of the other, say so under replaces:, or "
                        "adapted_from:%s",
                        likeness->same >> PRINT_CONTACT & 1 ? "; and whom can readers ask?" : ""),
           "the %s %s as in \"%s\"", names_of(arena, likeness->same),
           count_bits(likeness->same) > 1 || likeness->same == 1U << PRINT_FIGURES ? "are the same" : "is the same",
           likeness->other->id);
}

void copies_check(struct arena *arena, const struct prints *prints, struct diagnostics *diagnostics)
{
    size_t count = prints->count;
    struct likeness *likenesses = arena_array(arena, count ? count : 1, sizeof *likenesses);
    struct meeting *meetings = arena_array(arena, count ? count : 1, sizeof *meetings);
    for (size_t part = 0; part < PRINT_TEXT + PRINT_SAMPLES / BAND; part++)
        meet(prints, likenesses, meetings, part);
    for (size_t i = 0; i < count; i++)
        if (likenesses[i].other)
            tell(arena, &prints->items[i], &likenesses[i], diagnostics);
}
