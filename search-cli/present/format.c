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

/* Pounds stand before the figure, per cent directly behind it, and all else behind a blank. */
static bool is_pounds(const char *unit)
{
    return strncmp(unit, "£", strlen("£")) == 0;
}

static const char *unit_behind(struct arena *arena, const char *unit)
{
    const char *rest = is_pounds(unit) ? unit + strlen("£") : unit;
    bool stands_apart = *rest && *rest != '%' && *rest != ' ';
    return arena_format(arena, "%s%s", stands_apart ? " " : "", rest);
}

const char *format_with_unit(struct arena *arena, double number, const char *unit)
{
    double size = fabs(number);
    const char *figure = is_pounds(unit) ? format_money(arena, size, "GBP") : format_number(arena, size);
    const char *sign = number < 0 && strcmp(format_number(arena, size), "0") != 0 ? "\u2212" : "";
    return arena_format(arena, "%s%s%s", sign, figure, unit_behind(arena, unit));
}

const char *format_size(struct arena *arena, double number, const char *unit)
{
    bool is_one = fabs(number) == 1;
    return format_with_unit(arena, number, !is_percent(unit) ? unit : is_one ? "point" : "points");
}

const char *format_difference(struct arena *arena, double number, const char *unit)
{
    bool is_more = number > 0 && strcmp(format_number(arena, number), "0") != 0;
    return arena_format(arena, "%s%s", is_more ? "+" : "", format_size(arena, number, unit));
}

/* Two figures with the unit behind the second, where it is a word. */
static const char *two(struct arena *arena, double first, const char *between, double second, const char *unit)
{
    bool is_sign = is_percent(unit) || is_pounds(unit);
    return arena_format(arena, "%s%s%s", is_sign ? format_with_unit(arena, first, unit) : format_number(arena, first),
                        between, format_with_unit(arena, second, unit));
}

const char *format_from_to(struct arena *arena, double before, double after, const char *unit)
{
    if (before == after)
        return arena_format(arena, "%s before and after", format_with_unit(arena, after, unit));
    return two(arena, before, " to ", after, unit);
}

const char *format_instead(struct arena *arena, double here, double there, const char *unit)
{
    if (here == there)
        return arena_format(arena, "%s in both", format_with_unit(arena, here, unit));
    return two(arena, here, " instead of ", there, unit);
}

const char *format_cases(struct arena *arena, size_t count)
{
    return format_counted(arena, (double)count, "case study", "case studies");
}

const char *format_counted(struct arena *arena, double number, const char *one, const char *many)
{
    return arena_format(arena, "%s %s", format_number(arena, number), number == 1 ? one : many);
}

/* Large sums that are round: "£5.3 billion", "£2.5 million". Others keep every figure. */
static const char *round_sum(struct arena *arena, double amount)
{
    static const struct {
        double size;
        const char *name;
    } sizes[] = {{1e9, "billion"}, {1e6, "million"}};
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        double hundredths = amount / sizes[i].size * 100;
        if (amount >= sizes[i].size && fabs(hundredths - round(hundredths)) < 1e-6)
            return arena_format(arena, "%s %s", format_number(arena, amount / sizes[i].size), sizes[i].name);
    }
    return format_number(arena, amount);
}

const char *format_money(struct arena *arena, double amount, const char *currency)
{
    bool pounds = !*currency || strcmp(currency, "GBP") == 0;
    return arena_format(arena, "%s%s%s", pounds ? "£" : currency, pounds ? "" : " ", round_sum(arena, amount));
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

const char *format_period(struct arena *arena, const char *start, const char *end)
{
    const char *from = format_date(arena, start);
    const char *until = format_date(arena, end);
    if (*from && *until)
        return strcmp(from, until) == 0 ? from : arena_format(arena, "%s to %s", from, until);
    return *from ? arena_format(arena, "From %s", from) : *until ? arena_format(arena, "Until %s", until) : "";
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
    size_t end = length && strchr("\"')", text[length - 1]) ? length - 1 : length;
    bool has_end = end && strchr(".!?", text[end - 1]);
    return arena_format(arena, "%s%s", text, has_end ? "" : ".");
}

const char *format_shade(size_t count, size_t largest)
{
    static const char *const shades[] = {"shade-1", "shade-2", "shade-3", "shade-4"};
    return count ? shades[(count * 4 - 1) / largest] : "gap";
}
