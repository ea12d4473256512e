#ifndef CATALOGUE_EXPORT_POSTGRESQL_SCHEMA_H
#define CATALOGUE_EXPORT_POSTGRESQL_SCHEMA_H

/*
 * The tables of a catalogue in PostgreSQL, as scripts for psql. Their columns are those of the search, the facets and
 * the dates; postgresql_*.sql have what is the same for every catalogue, the functions that search among it.
 */

#include "indexer/base/arena.h"
#include "indexer/base/text.h"

/* Everything but the rows; half of the partitions are on another server where psql is told of one. */
void postgresql_schema(struct text *sql, struct arena *arena);

/* What that other server needs: the partitions that stand there. */
void postgresql_other(struct text *sql);

#endif
