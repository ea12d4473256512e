#ifndef SEARCH_CLI_PRESENT_FORMAT_H
#define SEARCH_CLI_PRESENT_FORMAT_H

/* Numbers and dates as people read them, the same in every locale. */

#include <stddef.h>

#include "indexer/base/arena.h"

/*
 * A number as it was reported: 0.90 keeps its nought. What is worked out has the decimals of what it comes from. More
 * than four are printed only where they were reported, as the dust of binary fractions lies behind them.
 */
struct figure {
    double number;
    int decimals; /* the least that are printed */
};

/* "12,400", "-3.50" with a real minus sign. */
const char *format_figure(struct arena *arena, struct figure figure);

/* One of which nothing is known but its size: "3.5". */
const char *format_number(struct arena *arena, double number);
const char *format_count(struct arena *arena, size_t count);

/* With its unit: "62%", "12 days", "£140 million". */
const char *format_with_unit(struct arena *arena, struct figure figure, const char *unit);

/*
 * What a figure needs behind it where another one with the whole unit stands in the same sentence: the sign of money or
 * per cent, one word ("days"), nothing of several ("a month per 100,000 people").
 */
const char *format_unit_short(struct arena *arena, const char *unit);

/* How much lies between two figures, in points where they are percentages: "6 points"; and with its sign: "+6 points". */
const char *format_size(struct arena *arena, struct figure figure, const char *unit);
const char *format_difference(struct arena *arena, struct figure figure, const char *unit);

/* "40 to 65 people", "12% to 5%"; "56% before and after" when both are the same. */
const char *format_from_to(struct arena *arena, struct figure before, struct figure after, const char *unit);

/* "36 instead of 61 per 1,000", "16% instead of 6%"; "56% in both" when both are the same. */
const char *format_instead(struct arena *arena, struct figure here, struct figure there, const char *unit);

/* The size of a file: "612 bytes", "41 kB", "3.1 MB". */
const char *format_bytes(struct arena *arena, size_t size);

/* "1 case study", "1,200 case studies". */
const char *format_cases(struct arena *arena, size_t count);

/* "3 of 12", "all 12", "none of the 12". */
const char *format_share(struct arena *arena, size_t count, size_t of);

/* "1 month", "12 months": `one` and `many` have %s in the place of the number, once, and no other per cent sign. */
const char *format_counted(struct arena *arena, double number, const char *one, const char *many);

/* "£45,000", "£2.5 million" where that is exact; other currencies by their code: "EUR 45,000". */
const char *format_money(struct arena *arena, struct figure amount, const char *currency);

/* A round amount on an axis: "£500", "£100k", "£10m", "£1bn". */
const char *format_money_short(struct arena *arena, double amount, const char *currency);

/* "1 May 2024", "May 2024", "2024" from a date of any precision; what is no date stays as it is. */
const char *format_date(struct arena *arena, const char *date);

/* "2019 to May 2021", "From 2019", "Until May 2021"; "" without either date. */
const char *format_period(struct arena *arena, const char *start, const char *end);

/* A label in the middle of a sentence: "Priority area" becomes "priority area"; "NHS trust" stays. */
const char *format_lower(struct arena *arena, const char *label);

/* Words at the start of a line: "the figure before" becomes "The figure before". */
const char *format_capital(struct arena *arena, const char *words);

/* With a full stop behind it, unless it ends a sentence already, quoted or not. */
const char *format_sentence(struct arena *arena, const char *text);

#endif
