#ifndef CATALOGUE_SITE_PARTS_FOREST_H
#define CATALOGUE_SITE_PARTS_FOREST_H

/*
 * Effects drawn as a dot with its range on a line, beside the mark of no effect: a forest plot, of which each row of a
 * table holds one line. Ratios lie on a log scale, as twice as much is as far from no effect as half as much. The
 * drawing says nothing that the row does not say in words, so it is hidden from those who hear the page.
 */

#include <stdbool.h>
#include <stddef.h>

#include "catalogue/site/frame/html.h"
#include "indexer/base/arena.h"
#include "indexer/content/case_study.h"

enum { FOREST_TICKS = 7 };

/* What effects of one kind are drawn on. */
struct forest_axis {
    bool is_log;
    double no_effect;
    bool is_percent;      /* of relative differences: its numbers have their sign */
    const char *currency; /* of amounts of money; NULL for other numbers */
    double least, most;   /* of the drawing; logarithms on a log scale */
    double ticks[FOREST_TICKS];
    size_t tick_count;
};

/* An axis that holds all of them and the mark of no effect, which is that of the first. There is at least one. */
struct forest_axis forest_axis_of(const struct estimate *const *estimates, size_t count);

/* Where a number lies, from 0 on the left to 100 on the right. */
double forest_place(const struct forest_axis *axis, double number);

/*
 * The line of one effect: filled where it lies on one side of no effect, and coloured where that is told better or
 * worse; hollow where its range allows neither.
 */
void forest_draw(struct html *html, struct arena *arena, const struct forest_axis *axis,
                 const struct estimate *estimate);

/* Figures on an axis that begins at nought, or holds it: `numbers` are all of them, one at least. */
struct forest_axis forest_axis_of_figures(struct arena *arena, const double *numbers, size_t count);

/* The line of one figure: what it was (hollow, if that is known) and what it became; `side` is 1 better, -1 worse, 0 neither. */
void forest_draw_figure(struct html *html, struct arena *arena, const struct forest_axis *axis, const double *before,
                        double after, int side);

/* An axis of amounts of money, on a log scale: `amounts` are all of them, one at least. */
struct forest_axis forest_axis_of_amounts(struct arena *arena, const double *amounts, size_t count,
                                          const char *currency);

/* A dot for each amount, the least first, on a line; of those that lie in one place, one. */
void forest_draw_amounts(struct html *html, struct arena *arena, const struct forest_axis *axis, const double *amounts,
                         size_t count);

/* The numbers below the lines. */
void forest_draw_axis(struct html *html, struct arena *arena, const struct forest_axis *axis);

#endif
