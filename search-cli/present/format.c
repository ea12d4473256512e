#include "search-cli/present/format.h"

#include <math.h>
#include <stdbool.h>
#include <string.h>

#include "indexer/base/ascii.h"
#include "indexer/base/phrases.h"
#include "indexer/base/text.h"
#include "search-cli/present/date_parts.h"

enum { DECIMALS = 4 };

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

/* Four decimals are enough for rates; behind those that were reported noughts say nothing. */
static const char *plain_digits(struct arena *arena, struct figure figure)
{
    int decimals = figure.decimals > DECIMALS ? figure.decimals : DECIMALS;
    char *digits = arena_format(arena, "%.*f", decimals, fabs(figure.number));
    char *end = digits + strlen(digits);
    for (; decimals > figure.decimals && end[-1] == '0'; decimals--)
        *--end = '\0';
    if (end[-1] == '.')
        end[-1] = '\0';
    return digits;
}

static bool is_nought(const char *digits)
{
    return digits[strspn(digits, "0.,")] == '\0';
}

const char *format_figure(struct arena *arena, struct figure figure)
{
    const char *digits = with_commas(arena, plain_digits(arena, figure));
    bool is_negative = figure.number < 0 && !is_nought(digits);
    return arena_format(arena, "%s%s", is_negative ? "\u2212" : "", digits);
}

const char *format_number(struct arena *arena, double number)
{
    return format_figure(arena, (struct figure){number, 0});
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

/* "£ million" is a unit by itself, of "£ a head" only the sign is. */
const char *format_unit_short(struct arena *arena, const char *unit)
{
    const char *rest = is_pounds(unit) ? unit + strlen("£") : unit;
    rest += strspn(rest, " ");
    if (strncmp(rest, "million", 7) == 0 || strncmp(rest, "billion", 7) == 0)
        return arena_copy(arena, unit, (size_t)(rest - unit) + strcspn(rest, " "));
    return is_pounds(unit) ? "£" : strchr(unit, ' ') ? "" : unit;
}

const char *format_with_unit(struct arena *arena, struct figure figure, const char *unit)
{
    const struct figure size = {fabs(figure.number), figure.decimals};
    const char *digits = is_pounds(unit) ? format_money(arena, size, "GBP") : format_figure(arena, size);
    const char *sign = figure.number < 0 && !is_nought(format_figure(arena, size)) ? "\u2212" : "";
    return arena_format(arena, "%s%s%s", sign, digits, unit_behind(arena, unit));
}

const char *format_size(struct arena *arena, struct figure figure, const char *unit)
{
    bool is_one = fabs(figure.number) == 1 && !figure.decimals;
    return format_with_unit(arena, figure, !is_percent(unit) ? unit : is_one ? say("point") : say("points"));
}

const char *format_difference(struct arena *arena, struct figure figure, const char *unit)
{
    bool is_more = figure.number > 0 && !is_nought(format_figure(arena, figure));
    return arena_format(arena, "%s%s", is_more ? "+" : "", format_size(arena, figure, unit));
}

/* The first of two figures: where the unit is a word, it stands behind the second. */
static const char *first_of_two(struct arena *arena, struct figure first, const char *unit)
{
    bool is_sign = is_percent(unit) || is_pounds(unit);
    return is_sign ? format_with_unit(arena, first, format_unit_short(arena, unit)) : format_figure(arena, first);
}

const char *format_from_to(struct arena *arena, struct figure before, struct figure after, const char *unit)
{
    if (before.number == after.number)
        return arena_format(arena, say("%s before and after"), format_with_unit(arena, after, unit));
    return arena_format(arena, say("%s to %s"), first_of_two(arena, before, unit),
                        format_with_unit(arena, after, unit));
}

const char *format_instead(struct arena *arena, struct figure here, struct figure there, const char *unit)
{
    if (here.number == there.number)
        return arena_format(arena, say("%s in both"), format_with_unit(arena, here, unit));
    return arena_format(arena, say("%s instead of %s"), first_of_two(arena, here, unit),
                        format_with_unit(arena, there, unit));
}

const char *format_cases(struct arena *arena, size_t count)
{
    return format_counted(arena, (double)count, say("%s case study"), say("%s case studies"));
}

const char *format_share(struct arena *arena, size_t count, size_t of)
{
    const char *whole = format_count(arena, of);
    if (count == of)
        return of == 1 ? say("the only one") : arena_format(arena, say("all %s"), whole);
    if (!count)
        return arena_format(arena, say("none of the %s"), whole);
    return arena_format(arena, say("%s of %s"), format_count(arena, count), whole);
}

const char *format_counted(struct arena *arena, double number, const char *one, const char *many)
{
    const char *words = number == 1 ? one : many;
    const char *place = words + strcspn(words, "%");
    const char *behind = place + strcspn(place, "s"); /* of %s or %1$s */
    return arena_format(arena, "%.*s%s%s", (int)(place - words), words, format_number(arena, number),
                        behind + (*behind != '\0'));
}

/* Large sums that are round: "£5.3 billion", "£2.5 million". Others keep every figure. */
static const char *round_sum(struct arena *arena, struct figure amount)
{
    static const struct {
        double size;
        const char *name;
    } sizes[] = {{1e9, PHRASE("billion")}, {1e6, PHRASE("million")}};
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        double hundredths = amount.number / sizes[i].size * 100;
        if (amount.number >= sizes[i].size && fabs(hundredths - round(hundredths)) < 1e-6)
            return arena_format(arena, "%s %s", format_number(arena, amount.number / sizes[i].size),
                                say(sizes[i].name));
    }
    return format_figure(arena, amount);
}

static const char *with_currency(struct arena *arena, const char *currency, const char *sum)
{
    bool pounds = !*currency || strcmp(currency, "GBP") == 0;
    return arena_format(arena, "%s%s%s", pounds ? "£" : currency, pounds ? "" : " ", sum);
}

const char *format_money(struct arena *arena, struct figure amount, const char *currency)
{
    return with_currency(arena, currency, round_sum(arena, amount));
}

const char *format_money_short(struct arena *arena, double amount, const char *currency)
{
    static const struct {
        double size;
        const char *letters;
    } sizes[] = {{1e9, "bn"}, {1e6, "m"}, {1e3, "k"}, {1, ""}};
    size_t i = 0;
    while (i < sizeof sizes / sizeof *sizes - 1 && amount < sizes[i].size)
        i++;
    const char *number = format_number(arena, amount / sizes[i].size);
    return with_currency(arena, currency, arena_format(arena, "%s%s", number, sizes[i].letters));
}

const char *format_date(struct arena *arena, const char *date)
{
    static const char *const months[] = {PHRASE("January"), PHRASE("February"), PHRASE("March"),
                                         PHRASE("April"),   PHRASE("May"),      PHRASE("June"),
                                         PHRASE("July"),    PHRASE("August"),   PHRASE("September"),
                                         PHRASE("October"), PHRASE("November"), PHRASE("December")};
    struct date_parts parts = date_parts_of(date);
    if (parts.count < 2 || strlen(date) != (parts.count == 2 ? strlen("YYYY-MM") : strlen("YYYY-MM-DD")))
        return arena_string(arena, date);
    const char *month = say(months[parts.month - 1]);
    if (parts.count == 2)
        return arena_format(arena, say("%s %d"), month, parts.year);
    return arena_format(arena, say("%d %s %d"), parts.day, month, parts.year);
}

const char *format_period(struct arena *arena, const char *start, const char *end)
{
    const char *from = format_date(arena, start);
    const char *until = format_date(arena, end);
    if (*from && *until)
        return strcmp(from, until) == 0 ? from : arena_format(arena, say("%s to %s"), from, until);
    return *from    ? arena_format(arena, say("From %s"), from)
           : *until ? arena_format(arena, say("Until %s"), until)
                    : "";
}

const char *format_bytes(struct arena *arena, size_t size)
{
    enum { KILO = 1000, MEGA = KILO * KILO };
    if (size < KILO)
        return format_counted(arena, (double)size, say("%s byte"), say("%s bytes"));
    if (size < MEGA)
        return arena_format(arena, "%zu kB", (size + KILO / 2) / KILO);
    return arena_format(arena, "%.1f MB", (double)size / MEGA);
}

const char *format_lower(struct arena *arena, const char *label)
{
    char *lower = arena_string(arena, label);
    bool is_short_form = lower[0] && ascii_is_capital(lower[1]);
    if (!is_short_form)
        lower[0] = ascii_lower(lower[0]);
    return lower;
}

const char *format_capital(struct arena *arena, const char *words)
{
    char *capital = arena_string(arena, words);
    capital[0] = ascii_upper(capital[0]);
    return capital;
}

const char *format_sentence(struct arena *arena, const char *text)
{
    size_t length = strlen(text);
    size_t end = length && strchr("\"')", text[length - 1]) ? length - 1 : length;
    bool has_end = end && strchr(".!?", text[end - 1]);
    return arena_format(arena, "%s%s", text, has_end ? "" : ".");
}
