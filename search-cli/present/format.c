#include "search-cli/present/format.h"

#include <math.h>
#include <stdbool.h>
#include <string.h>

#include "indexer/base/ascii.h"
#include "indexer/base/text.h"
#include "search-cli/present/date_parts.h"

/* Puts a comma between thousands: "12400.5" becomes "12,400.5". Years are never written with this. */
static const char *with_commas(struct arena *arena, const char *digits)
{
    size_t whole = strcspn(digits, ".");
    struct text out = {0};
    for (size_t i = 0; digits[i]; i++) {
        if (i && i < whole && (whole - i) % 3 == 0)
            text_char(&out, ',');
        text_char(&out, digits[i]);
    }
    const char *result = arena_string(arena, text_string(&out));
    text_free(&out);
    return result;
}

/* At most four decimals, none that are zeros: enough for rates, and the dust of binary fractions is gone. */
static const char *plain_digits(struct arena *arena, double size)
{
    char *digits = arena_format(arena, "%.4f", size);
    char *end = digits + strlen(digits);
    while (end[-1] == '0')
        *--end = '\0';
    if (end[-1] == '.')
        end[-1] = '\0';
    return digits;
}

const char *format_number(struct arena *arena, double number)
{
    const char *digits = with_commas(arena, plain_digits(arena, fabs(number)));
    bool is_negative = number < 0 && strcmp(digits, "0") != 0;
    return arena_format(arena, "%s%s", is_negative ? "\u2212" : "", digits);
}

const char *format_count(struct arena *arena, size_t count)
{
    return with_commas(arena, arena_format(arena, "%zu", count));
}

static bool is_percent(const char *unit)
{
    return strcmp(unit, "%") == 0;
}

const char *format_with_unit(struct arena *arena, double number, const char *unit)
{
    const char *figure = format_number(arena, number);
    if (!*unit)
        return figure;
    return arena_format(arena, is_percent(unit) ? "%s%s" : "%s %s", figure, unit);
}

const char *format_difference(struct arena *arena, double number, const char *unit)
{
    const char *figure = format_number(arena, number);
    const char *sign = number > 0 && strcmp(figure, "0") != 0 ? "+" : "";
    if (!*unit)
        return arena_format(arena, "%s%s", sign, figure);
    return arena_format(arena, "%s%s %s", sign, figure, is_percent(unit) ? "points" : unit);
}

const char *format_money(struct arena *arena, double amount, const char *currency)
{
    const char *figure = format_number(arena, amount);
    if (!*currency || strcmp(currency, "GBP") == 0)
        return arena_format(arena, "£%s", figure);
    return arena_format(arena, "%s %s", currency, figure);
}

const char *format_date(struct arena *arena, const char *date)
{
    static const char *const months[] = {"January", "February", "March",     "April",   "May",      "June",
                                         "July",    "August",   "September", "October", "November", "December"};
    struct date_parts parts = date_parts_of(date);
    if (parts.count < 2 || strlen(date) != (parts.count == 2 ? strlen("YYYY-MM") : strlen("YYYY-MM-DD")))
        return arena_string(arena, date);
    const char *month = months[parts.month - 1];
    if (parts.count == 2)
        return arena_format(arena, "%s %d", month, parts.year);
    return arena_format(arena, "%d %s %d", parts.day, month, parts.year);
}

const char *format_lower(struct arena *arena, const char *label)
{
    char *lower = arena_string(arena, label);
    bool is_short_form = lower[0] && ascii_is_capital(lower[1]);
    if (!is_short_form)
        lower[0] = ascii_lower(lower[0]);
    return lower;
}

const char *format_sentence(struct arena *arena, const char *text)
{
    size_t length = strlen(text);
    bool has_end = length && strchr(".!?", text[length - 1]);
    return arena_format(arena, "%s%s", text, has_end ? "" : ".");
}

const char *format_shade(size_t count, size_t largest)
{
    static const char *const shades[] = {"shade-1", "shade-2", "shade-3", "shade-4"};
    return count ? shades[(count * 4 - 1) / largest] : "gap";
}
