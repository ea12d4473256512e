#ifndef SEARCH_CLI_PRESENT_FORMAT_H
#define SEARCH_CLI_PRESENT_FORMAT_H

/* Numbers and dates as people read them, the same in every locale. */

#include <stddef.h>

#include "indexer/base/arena.h"

/* "12,400", "-3.5" with a real minus sign; rounded to what a measurement can mean. */
const char *format_number(struct arena *arena, double number);
const char *format_count(struct arena *arena, size_t count);

/* With its unit: "62%", "12 days". A difference of percentages is in points, and has its sign. */
const char *format_with_unit(struct arena *arena, double number, const char *unit);
const char *format_difference(struct arena *arena, double number, const char *unit);

/* "£45,000"; other currencies by their code: "EUR 45,000". */
const char *format_money(struct arena *arena, double amount, const char *currency);

/* "1 May 2024", "May 2024", "2024" from a date of any precision; what is no date stays as it is. */
const char *format_date(struct arena *arena, const char *date);

/* A label in the middle of a sentence: "Priority area" becomes "priority area"; "NHS trust" stays. */
const char *format_lower(struct arena *arena, const char *label);

/* With a full stop behind it, unless it ends a sentence already. */
const char *format_sentence(struct arena *arena, const char *text);

/* The class that colours a count: "gap" for none, "shade-1" to "shade-4" by quarters of the largest. */
const char *format_shade(size_t count, size_t largest);

#endif
