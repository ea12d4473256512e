#include "catalogue/site/parts/forest.h"

#include <math.h>

#include "search-cli/present/format.h"

/* What is left free on either side, as a share of what is drawn. */
#define MARGIN 0.06

enum { TICKS_WANTED = 5 };

static double scaled(const struct forest_axis *axis, double number)
{
    return axis->is_log ? log10(number) : number;
}

/* A log scale has no place for what is not above nought. */
static void hold(struct forest_axis *axis, double number)
{
    if (axis->is_log && number <= 0)
        return;
    axis->least = fmin(axis->least, scaled(axis, number));
    axis->most = fmax(axis->most, scaled(axis, number));
}

static bool is_drawn(const struct forest_axis *axis, double number)
{
    return scaled(axis, number) >= axis->least && scaled(axis, number) <= axis->most;
}

/* How many multiples of a step lie between the two. */
static double multiples_within(double least, double most, double step)
{
    return floor(most / step) - ceil(least / step) + 1;
}

/* A round number of which at most five multiples lie between the two. */
static double round_step(double least, double most)
{
    static const double steps[] = {1, 2, 2.5, 5, 10};
    double power = pow(10, floor(log10((most - least) / TICKS_WANTED)));
    size_t i = 0;
    while (i < sizeof steps / sizeof *steps - 1 && multiples_within(least, most, steps[i] * power) > TICKS_WANTED)
        i++;
    return steps[i] * power;
}

static void add_even_ticks(struct forest_axis *axis, double least, double most)
{
    double step = round_step(least, most);
    long first = (long)ceil(least / step);
    long last = (long)floor(most / step);
    for (long i = first; i <= last && axis->tick_count < FOREST_TICKS; i++)
        axis->ticks[axis->tick_count++] = (double)i * step;
}

/* Multiples of powers of ten; too many of them are none. */
static bool add_log_ticks(struct forest_axis *axis, const double *multiples, size_t count)
{
    axis->tick_count = 0;
    for (int power = (int)floor(axis->least); power <= (int)floor(axis->most); power++) {
        for (size_t i = 0; i < count; i++) {
            double tick = multiples[i] * pow(10, power);
            if (!is_drawn(axis, tick))
                continue;
            if (axis->tick_count == TICKS_WANTED)
                return false;
            axis->ticks[axis->tick_count++] = tick;
        }
    }
    return true;
}

/* A log scale that is short looks like any other, and has too few round multiples. */
static void add_ticks(struct forest_axis *axis)
{
    static const double multiples[] = {1, 2, 5};
    static const double few[] = {1, 3};
    if (!axis->is_log)
        add_even_ticks(axis, axis->least, axis->most);
    else if (axis->most - axis->least < log10(4))
        add_even_ticks(axis, pow(10, axis->least), pow(10, axis->most));
    else if (!add_log_ticks(axis, multiples, 3) && !add_log_ticks(axis, few, 2))
        add_log_ticks(axis, multiples, 1);
}

struct forest_axis forest_axis_of(const struct estimate *const *estimates, size_t count)
{
    struct forest_axis axis = {
        .is_log = estimates[0]->is_ratio, .no_effect = estimates[0]->no_effect, .is_percent = estimates[0]->is_percent};
    axis.least = axis.most = scaled(&axis, axis.no_effect);
    for (size_t i = 0; i < count; i++) {
        hold(&axis, estimates[i]->value);
        if (estimates[i]->has_range) {
            hold(&axis, estimates[i]->low);
            hold(&axis, estimates[i]->high);
        }
    }
    double margin = axis.most > axis.least ? (axis.most - axis.least) * MARGIN : MARGIN;
    axis.least -= margin;
    axis.most += margin;
    add_ticks(&axis);
    return axis;
}

double forest_place(const struct forest_axis *axis, double number)
{
    if (axis->is_log && number <= 0)
        return 0;
    double place = (scaled(axis, number) - axis->least) / (axis->most - axis->least) * 100;
    return round(fmin(fmax(place, 0), 100) * 10) / 10;
}

static void put(struct html *html, struct arena *arena, const char *name, double percent)
{
    html_attribute(html, name, arena_format(arena, "%.1f%%", percent));
}

static void draw_line(struct html *html, struct arena *arena, const char *class, double from, double to)
{
    bool is_upright = from == to;
    html_open(html, HTML_LINE);
    html_class(html, class);
    put(html, arena, "x1", from);
    put(html, arena, "x2", to);
    put(html, arena, "y1", is_upright ? 0 : 50);
    put(html, arena, "y2", is_upright ? 100 : 50);
    html_close(html, HTML_LINE);
}

static void open_drawing(struct html *html, const char *class)
{
    html_open(html, HTML_SVG);
    html_class(html, class);
    html_attribute(html, "aria-hidden", "true");
    html_attribute(html, "focusable", "false");
}

/* Many dots of one line are smaller. */
static void draw_dot(struct html *html, struct arena *arena, const char *class, double place, bool is_small)
{
    html_open(html, HTML_CIRCLE);
    html_class(html, class);
    put(html, arena, "cx", place);
    put(html, arena, "cy", 50);
    html_attribute(html, "r", is_small ? "4" : "6");
    html_close(html, HTML_CIRCLE);
}

static const char *dot_class(const struct estimate *estimate)
{
    return estimate->says == ESTIMATE_BETTER    ? "dot better"
           : estimate->says == ESTIMATE_WORSE   ? "dot worse"
           : estimate->says == ESTIMATE_NO_SIDE ? "dot"
                                                : "dot unsure";
}

void forest_draw(struct html *html, struct arena *arena, const struct forest_axis *axis,
                 const struct estimate *estimate)
{
    double no_effect = forest_place(axis, axis->no_effect);
    open_drawing(html, "effect");
    draw_line(html, arena, "no-effect", no_effect, no_effect);
    if (estimate->has_range && estimate->low < estimate->high)
        draw_line(html, arena, "range", forest_place(axis, estimate->low), forest_place(axis, estimate->high));
    draw_dot(html, arena, dot_class(estimate), forest_place(axis, estimate->value), false);
    html_close(html, HTML_SVG);
}

/* As if they were effects, which lie beside `no_effect`; on a log scale ratios do. */
static struct forest_axis axis_of_numbers(struct arena *arena, const double *numbers, size_t count, bool is_log,
                                          double no_effect)
{
    struct estimate *estimates = arena_array(arena, count, sizeof *estimates);
    const struct estimate **all = arena_array(arena, count, sizeof *all);
    for (size_t i = 0; i < count; i++) {
        estimates[i].value = numbers[i];
        all[i] = &estimates[i];
    }
    estimates[0].is_ratio = is_log;
    estimates[0].no_effect = no_effect;
    return forest_axis_of(all, count);
}

struct forest_axis forest_axis_of_figures(struct arena *arena, const double *numbers, size_t count)
{
    return axis_of_numbers(arena, numbers, count, false, 0);
}

struct forest_axis forest_axis_of_amounts(struct arena *arena, const double *amounts, size_t count,
                                          const char *currency)
{
    double some = 1;
    for (size_t i = 0; i < count; i++)
        some = amounts[i] > 0 ? amounts[i] : some;
    struct forest_axis axis = axis_of_numbers(arena, amounts, count, true, some);
    axis.currency = currency;
    return axis;
}

void forest_draw_amounts(struct html *html, struct arena *arena, const struct forest_axis *axis, const double *amounts,
                         size_t count)
{
    double last = -1;
    open_drawing(html, "effect");
    if (amounts[0] < amounts[count - 1])
        draw_line(html, arena, "range", forest_place(axis, amounts[0]), forest_place(axis, amounts[count - 1]));
    for (size_t i = 0; i < count; i++) {
        double place = round(forest_place(axis, amounts[i]));
        if (place > last)
            draw_dot(html, arena, "dot", place, true);
        last = place;
    }
    html_close(html, HTML_SVG);
}

void forest_draw_figure(struct html *html, struct arena *arena, const struct forest_axis *axis, const double *before,
                        double after, int side)
{
    double nought = forest_place(axis, 0);
    open_drawing(html, "effect");
    draw_line(html, arena, "no-effect", nought, nought);
    if (before && *before != after)
        draw_line(html, arena, "range", forest_place(axis, *before), forest_place(axis, after));
    if (before)
        draw_dot(html, arena, "dot unsure", forest_place(axis, *before), false);
    draw_dot(html, arena, side > 0 ? "dot better" : side < 0 ? "dot worse" : "dot", forest_place(axis, after), false);
    html_close(html, HTML_SVG);
}

void forest_draw_axis(struct html *html, struct arena *arena, const struct forest_axis *axis)
{
    open_drawing(html, "effect ticks");
    for (size_t i = 0; i < axis->tick_count; i++) {
        html_open(html, HTML_TEXT);
        html_attribute(html, "text-anchor", "middle");
        put(html, arena, "x", forest_place(axis, axis->ticks[i]));
        html_attribute(html, "y", "1em");
        html_text(html, axis->currency ? format_money_short(arena, axis->ticks[i], axis->currency)
                                       : arena_format(arena, "%s%s", format_number(arena, axis->ticks[i]),
                                                      axis->is_percent ? "%" : ""));
        html_close(html, HTML_TEXT);
    }
    html_close(html, HTML_SVG);
}
