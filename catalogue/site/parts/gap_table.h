#ifndef CATALOGUE_SITE_PARTS_GAP_TABLE_H
#define CATALOGUE_SITE_PARTS_GAP_TABLE_H

/* A gap map as a table: how many cases each pair has, how well the best is known, and what came of them, in words. */

#include "catalogue/reports/matrix.h"
#include "catalogue/site/frame/frame.h"

struct gap_table {
    const struct matrix *matrix;
    const char *caption;
    bool compact; /* counts only, for tables of many columns */
    /* Where a cell, or the head of a row, leads; NULL: nowhere. */
    const char *(*cell_path)(struct frame *frame, const struct matrix *matrix, size_t row, size_t column);
    const char *(*row_path)(struct frame *frame, const struct matrix *matrix, size_t row);
    const char *(*column_path)(struct frame *frame, const struct matrix *matrix, size_t column);
};

void gap_table_write(struct frame *frame, const struct gap_table *table);

/* What came of the cases of a cell: "3 better, 1 mixed, 2 not known". */
const char *gap_direction(struct arena *arena, const struct matrix_cell *cell);

/* The pair of a cell of terms as the name of a place: "cvd-and-men". */
const char *gap_anchor(struct arena *arena, const struct matrix *matrix, size_t row, size_t column);

/* The pairs of terms that nobody has told of, in words: how many, and those where one would be expected most. */
void gap_holes_write(struct frame *frame, size_t most);

#endif
