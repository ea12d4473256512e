#include "indexer/content/meant_date.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "indexer/base/ascii.h"
#include "indexer/content/scalars.h"

enum { PARTS_MAX = 8, TEXT_LONGEST = 60, PART_LONGEST = 12 };

#define COUNT(table) (sizeof(table) / sizeof *(table))

enum part_kind { PART_NUMBER, PART_MONTH, PART_SEASON, PART_QUARTER, PART_FILLER, PART_VAGUE };

/* One word or number of a date, and the sign right before it. */
struct part {
    enum part_kind kind;
    int number; /* a number, the month, the first month of the season, the quarter */
    size_t digits;
    char sign; /* '/', '-' or '.' where only that stands between it and the one before, else 0 */
};

struct parts {
    struct part items[PARTS_MAX];
    size_t count;
    bool vague;
};

struct named_part {
    const char *name;
    enum part_kind kind;
    int number;
};

static const struct named_part named_parts[] = {
    {"january", PART_MONTH, 1},   {"february", PART_MONTH, 2},   {"march", PART_MONTH, 3},
    {"april", PART_MONTH, 4},     {"may", PART_MONTH, 5},        {"june", PART_MONTH, 6},
    {"july", PART_MONTH, 7},      {"august", PART_MONTH, 8},     {"september", PART_MONTH, 9},
    {"october", PART_MONTH, 10},  {"november", PART_MONTH, 11},  {"december", PART_MONTH, 12},
    {"spring", PART_SEASON, 3},   {"summer", PART_SEASON, 6},    {"autumn", PART_SEASON, 9},
    {"winter", PART_SEASON, 12},  {"q1", PART_QUARTER, 1},       {"q2", PART_QUARTER, 2},
    {"q3", PART_QUARTER, 3},      {"q4", PART_QUARTER, 4},       {"of", PART_FILLER, 0},
    {"the", PART_FILLER, 0},      {"in", PART_FILLER, 0},        {"monday", PART_FILLER, 0},
    {"tuesday", PART_FILLER, 0},  {"wednesday", PART_FILLER, 0}, {"thursday", PART_FILLER, 0},
    {"friday", PART_FILLER, 0},   {"saturday", PART_FILLER, 0},  {"sunday", PART_FILLER, 0},
    {"to", PART_FILLER, 0},       {"fy", PART_FILLER, 0},        {"early", PART_VAGUE, 0},
    {"mid", PART_VAGUE, 0},       {"late", PART_VAGUE, 0},       {"end", PART_VAGUE, 0},
    {"beginning", PART_VAGUE, 0}, {"start", PART_VAGUE, 0},      {"since", PART_VAGUE, 0},
    {"from", PART_VAGUE, 0},      {"until", PART_VAGUE, 0},      {"about", PART_VAGUE, 0},
    {"around", PART_VAGUE, 0},    {"circa", PART_VAGUE, 0},      {"c", PART_VAGUE, 0},
    {"ca", PART_VAGUE, 0},        {"approx", PART_VAGUE, 0},     {"approximately", PART_VAGUE, 0},
    {"year", PART_VAGUE, 0},
};

/* Months may be shortened, to three letters or more. */
static const struct named_part *find_named(const char *word, size_t size)
{
    for (size_t i = 0; i < COUNT(named_parts); i++) {
        size_t length = strlen(named_parts[i].name);
        bool whole = size == length || (named_parts[i].kind == PART_MONTH && size >= 3 && size < length);
        if (whole && strncasecmp(word, named_parts[i].name, size) == 0)
            return &named_parts[i];
    }
    return NULL;
}

static size_t ordinal_size(const char *text)
{
    static const char *const ends[] = {"st", "nd", "rd", "th"};
    for (size_t i = 0; i < COUNT(ends); i++)
        if (strncasecmp(text, ends[i], 2) == 0 && !ascii_is_letter(text[2]))
            return 2;
    return 0;
}

static size_t read_number(const char *text, struct part *part)
{
    size_t size = strspn(text, "0123456789");
    if (size > 4)
        return 0;
    part->kind = PART_NUMBER;
    part->digits = size;
    part->number = (int)strtol(text, NULL, 10);
    return size + (size <= 2 ? ordinal_size(text + size) : 0);
}

static size_t read_word(const char *text, struct part *part)
{
    size_t size = 0;
    while (ascii_is_letter(text[size]) || (size == 1 && (text[0] == 'q' || text[0] == 'Q') && ascii_is_digit(text[1])))
        size++;
    const struct named_part *named = size <= PART_LONGEST ? find_named(text, size) : NULL;
    if (!named)
        return 0;
    part->kind = named->kind;
    part->number = named->number;
    return size;
}

/* The signs between two parts: *sign is the one, when it is one. False for a sign that dates do not have. */
static bool pass_signs(const char **text, char *sign)
{
    static const char dash[] = "–"; /* as Word has it */
    size_t count = 0;
    *sign = 0;
    for (; **text && !ascii_is_digit(**text) && !ascii_is_letter(**text); ++*text) {
        bool is_dash = strncmp(*text, dash, strlen(dash)) == 0;
        if (!is_dash && !strchr(" ,./-'", **text))
            return false;
        if (**text != ' ') {
            *sign = is_dash ? '-' : **text;
            count++;
        }
        *text += is_dash ? strlen(dash) - 1 : 0;
    }
    *sign = count == 1 ? *sign : 0;
    return true;
}

/* False for a text that holds anything else than what dates are made of. */
static bool read_parts(const char *text, struct parts *parts)
{
    char sign = 0;
    *parts = (struct parts){.count = 0};
    if (strlen(text) > TEXT_LONGEST || !pass_signs(&text, &sign))
        return false;
    while (*text) {
        struct part part = {.sign = sign};
        size_t size = ascii_is_digit(*text) ? read_number(text, &part) : read_word(text, &part);
        if (!size || parts->count == PARTS_MAX)
            return false;
        text += size;
        if (!pass_signs(&text, &sign))
            return false;
        parts->vague = parts->vague || part.kind == PART_VAGUE;
        if (part.kind != PART_FILLER && part.kind != PART_VAGUE)
            parts->items[parts->count++] = part;
    }
    return true;
}

static bool is_year(const struct part *part)
{
    return part->kind == PART_NUMBER && part->digits == 4 && part->number >= 1800 && part->number < 2200;
}

static bool is_short_number(const struct part *part)
{
    return part->kind == PART_NUMBER && part->digits <= 2;
}

static const char *month_text(struct arena *arena, int year, int month)
{
    year += (month - 1) / 12;
    month = (month - 1) % 12 + 1;
    return arena_format(arena, "%04d-%02d", year, month);
}

/* A day, where it is a real one. */
static struct meant day(struct arena *arena, int year, int month, int number, bool safe, const char *remark)
{
    const char *text = arena_format(arena, "%04d-%02d-%02d", year, month, number);
    return scalar_date(text) ? (struct meant){text, safe, remark} : (struct meant){NULL, false, NULL};
}

/* Day and month in figures: which is which is certain where one of them cannot be a month, or both are the same. */
static struct meant from_figures(struct arena *arena, int first, int second, int year)
{
    if (second > 12)
        return day(arena, year, first, second, false, "if the month comes first");
    bool certain = first > 12 || first == second;
    return day(arena, year, second, first, certain, certain ? NULL : "if the day comes first");
}

/* Months from the first of a year on that a time lasts: its beginning or its end. */
static struct meant from_time(struct arena *arena, int year, int month, int months, bool is_end, const char *remark)
{
    return (struct meant){month_text(arena, year, is_end ? month + months - 1 : month), false, remark};
}

/* "2021/22", "2021-22" and "2021/2022" are financial years; of other years that are named together each is one. */
static struct meant from_years(struct arena *arena, const struct part *first, const struct part *second, bool is_end)
{
    bool follows = (second->digits == 2 && second->number == (first->number + 1) % 100) ||
                   (second->digits == 4 && second->sign == '/' && second->number == first->number + 1);
    if (follows && second->sign)
        return from_time(arena, first->number, 4, 12, is_end,
                         is_end ? "if the financial year is meant, which ends in March"
                                : "if the financial year is meant, which begins in April");
    bool is_month = second->digits <= 2 && second->number >= 1 && second->number <= 12;
    if (is_month && (second->sign == '/' || (second->sign && second->digits == 1)))
        return (struct meant){month_text(arena, first->number, second->number), true, NULL};
    if (!is_year(second) || second->number < first->number)
        return (struct meant){NULL, false, NULL};
    return (struct meant){arena_format(arena, "%04d", is_end ? second->number : first->number), false,
                          arena_format(arena, "start: takes %d, end: takes %d", first->number, second->number)};
}

static struct meant from_season(struct arena *arena, int month, int year, bool is_end)
{
    return from_time(arena, year, month, 3, is_end,
                     is_end ? "if that is when the season ended" : "if that is when the season began");
}

static struct meant from_quarter(struct arena *arena, int quarter, int year, bool financial, bool is_end)
{
    int month = (quarter - 1) * 3 + (financial ? 4 : 1);
    return from_time(arena, year, month, 3, is_end,
                     financial ? "the first quarter of a financial year begins in April"
                               : "if quarters of the calendar year are meant");
}

static struct meant from_two(struct arena *arena, const struct part *part, bool is_end)
{
    const struct part *other = &part[1];
    if (is_year(&part[0]) && part[1].kind != PART_NUMBER) { /* 2021 April */
        other = &part[0];
        part = &part[1];
    }
    if (is_year(part))
        return from_years(arena, part, other, is_end);
    if (!is_year(other))
        return (struct meant){NULL, false, NULL};
    if (part->kind == PART_MONTH)
        return (struct meant){month_text(arena, other->number, part->number), true, NULL};
    if (part->kind == PART_SEASON)
        return from_season(arena, part->number, other->number, is_end);
    if (part->kind == PART_QUARTER)
        return from_quarter(arena, part->number, other->number, false, is_end);
    bool month = is_short_number(part) && part->number >= 1 && part->number <= 12 && other->sign;
    return month ? (struct meant){month_text(arena, other->number, part->number), true, NULL}
                 : (struct meant){NULL, false, NULL};
}

static struct meant from_three(struct arena *arena, const struct part *part, bool is_end)
{
    bool signs = part[1].sign && part[1].sign == part[2].sign;
    if (part[0].kind == PART_QUARTER && is_year(&part[1]) && part[2].kind == PART_NUMBER)
        return from_quarter(arena, part[0].number, part[1].number, true, is_end);
    if (part[0].kind == PART_SEASON && part[0].number == 12 && is_year(&part[1]) && part[2].kind == PART_NUMBER)
        return from_season(arena, 12, part[1].number, is_end); /* winter 2022/23 */
    if (part[0].kind == PART_MONTH && part[1].kind == PART_MONTH && is_year(&part[2]))
        return (struct meant){month_text(arena, part[2].number, part[is_end ? 1 : 0].number), false,
                              "start: takes the first of the months, end: the last"};
    if (is_short_number(&part[0]) && part[1].kind == PART_MONTH && is_year(&part[2]))
        return day(arena, part[2].number, part[1].number, part[0].number, true, NULL);
    if (part[0].kind == PART_MONTH && is_short_number(&part[1]) && is_year(&part[2]))
        return day(arena, part[2].number, part[0].number, part[1].number, true, NULL);
    if (is_year(&part[0]) && signs && is_short_number(&part[1]) && is_short_number(&part[2]))
        return day(arena, part[0].number, part[1].number, part[2].number, true, NULL);
    if (is_short_number(&part[0]) && is_short_number(&part[1]) && is_year(&part[2]) && signs)
        return from_figures(arena, part[0].number, part[1].number, part[2].number);
    if (is_short_number(&part[0]) && is_short_number(&part[1]) && part[2].digits == 2 && signs) {
        struct meant meant = from_figures(arena, part[0].number, part[1].number, 2000 + part[2].number);
        return (struct meant){meant.text, false, "if the year comes last"};
    }
    return (struct meant){NULL, false, NULL};
}

static struct meant from_parts(struct arena *arena, const struct parts *parts, bool is_end)
{
    if (parts->count == 1 && is_year(&parts->items[0]))
        return (struct meant){arena_format(arena, "%04d", parts->items[0].number), true, NULL};
    if (parts->count == 2)
        return from_two(arena, parts->items, is_end);
    if (parts->count == 3)
        return from_three(arena, parts->items, is_end);
    return (struct meant){NULL, false, NULL};
}

static bool goes_on(const char *text)
{
    static const char *const words[] = {"ongoing", "present", "now",        "current",    "currently",
                                        "today",   "to date", "to present", "continuing", "still running"};
    for (size_t i = 0; i < COUNT(words); i++)
        if (strcasecmp(text, words[i]) == 0)
            return true;
    return false;
}

struct meant meant_date(struct arena *arena, const char *text, bool is_end)
{
    struct parts parts;
    struct meant meant = {NULL, false, NULL};
    if (read_parts(text, &parts))
        meant = from_parts(arena, &parts, is_end);
    if (meant.text && parts.vague) {
        meant.safe = false;
        meant.remark = meant.remark ? meant.remark : "which is as much as can be said here";
    }
    if (!meant.text)
        meant.remark = is_end && goes_on(text) ? "leave it out as long as it goes on"
                                               : "when was it? Write YYYY, YYYY-MM or YYYY-MM-DD";
    return meant;
}

struct meant meant_year(struct arena *arena, const char *text)
{
    struct meant meant = scalar_date(text) ? (struct meant){text, false, NULL} : meant_date(arena, text, false);
    if (!meant.text)
        return (struct meant){NULL, false, "which year was it? Write its four digits"};
    bool is_whole = strlen(meant.text) == 4;
    return (struct meant){arena_copy(arena, meant.text, 4), is_whole && meant.safe,
                          is_whole && meant.safe ? NULL : "one year belongs here, and no more"};
}
