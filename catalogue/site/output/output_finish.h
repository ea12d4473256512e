#ifndef CATALOGUE_SITE_OUTPUT_OUTPUT_FINISH_H
#define CATALOGUE_SITE_OUTPUT_OUTPUT_FINISH_H

/* The end of an output: what was put together takes its place. */

#include <stdbool.h>
#include <stdint.h>

#include "catalogue/site/output/output.h"

/*
 * Puts the new site in place, with a key for the whole; false, with the old site as it was, when anything went wrong
 * since it was opened. What goes wrong while files take their places one by one leaves what the next run finishes.
 * Nothing is written when all files are as they were.
 */
bool output_finish(struct output *output, uint64_t key);

#endif
