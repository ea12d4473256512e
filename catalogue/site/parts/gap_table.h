#ifndef CATALOGUE_SITE_PARTS_GAP_TABLE_H
#define CATALOGUE_SITE_PARTS_GAP_TABLE_H

/* A gap map as a table: how many cases each pair has, how well the best is known, and what came of them, in words. */

#include "catalogue/site/frame/frame.h"
#include "search-cli/report/matrix.h"

struct gap_table {
    const struct matrix *matrix;
    const char *caption;
    bool compact; /* counts only, for tables of many columns */
    bool drawn;   /* what came of them is drawn, and its words are only heard: a key says what the parts are */
    bool groups;  /* the groups of its terms stand above and between them */
    bool
        terms; /* its entries are terms that a case study can have: an empty cell leads to the form, with both filled in */
    /* Where a cell, or the head of a row, leads; NULL: nowhere. */
    struct url (*cell_url)(struct frame *frame, const struct matrix *matrix, size_t row, size_t column);
    const char *(*row_path)(struct frame *frame, const struct matrix *matrix, size_t row);
    const char *(*column_path)(struct frame *frame, const struct matrix *matrix, size_t column);
};

void gap_table_write(struct frame *frame, const struct gap_table *table);

/* To the form of a case study that would fill an empty pair of terms. */
struct url gap_to_form(struct frame *frame, const struct matrix *matrix, size_t row, size_t column);

/* The pair of a cell of terms as the name of a place: "cvd-and-men". */
const char *gap_anchor(struct arena *arena, const struct matrix *matrix, size_t row, size_t column);

#endif
