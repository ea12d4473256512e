#ifndef INDEXER_CONTENT_STRAYS_H
#define INDEXER_CONTENT_STRAYS_H

#include "indexer/base/diagnostics.h"

/*
 * Reports what lies in a folder of content/ and is not read because of its name: else its author waits for a case study
 * or a lens that never comes. When the machine fails to list a folder that is reported; any other reason why it cannot be
 * read is told by whoever reads it.
 */
void strays_report(const char *root, struct diagnostics *diagnostics);

#endif
