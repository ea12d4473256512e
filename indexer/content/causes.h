#ifndef INDEXER_CONTENT_CAUSES_H
#define INDEXER_CONTENT_CAUSES_H

/*
 * Words in the summary and the text that make the work the cause of what changed ("led to a fall", "proved that", "saved
 * lives"), where nothing was compared: below E3 a change may have come by itself. A sentence with a denial ("cannot
 * prove", "not known") is none. Told once a file.
 */

#include "indexer/base/diagnostics.h"
#include "indexer/content/case_study.h"

void causes_check(const struct case_study *study, struct diagnostics *diagnostics);

#endif
