#ifndef CATALOGUE_COMMANDS_CHECK_SARIF_H
#define CATALOGUE_COMMANDS_CHECK_SARIF_H

#include "indexer/base/diagnostics.h"

/*
 * Problems as a log of SARIF 2.1.0 (OASIS, "Static Analysis Results Interchange Format"), for editors and services that
 * read it: the codes as rules, each problem as a result with its place and what to do. Columns count characters (columnKind).
 */
void check_sarif(struct text *out, const struct diagnostics *diagnostics);

#endif
