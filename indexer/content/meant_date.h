#ifndef INDEXER_CONTENT_MEANT_DATE_H
#define INDEXER_CONTENT_MEANT_DATE_H

/*
 * The date in what people write for one: "Nov 2023", "31.4.2021", "spring 2021", "Q2 2021", and the financial years in
 * which public money is counted, "2021/22", which begin in April.
 */

#include "indexer/base/arena.h"
#include "indexer/content/meant.h"

/* As YYYY, YYYY-MM or YYYY-MM-DD. Of what lasts longer, `is_end` takes the end of it and not the beginning. */
struct meant meant_date(struct arena *arena, const char *text, bool is_end);

/* As a year alone: that of the date, or the first that is named. */
struct meant meant_year(struct arena *arena, const char *text);

#endif
