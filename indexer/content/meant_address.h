#ifndef INDEXER_CONTENT_MEANT_ADDRESS_H
#define INDEXER_CONTENT_MEANT_ADDRESS_H

/* The address, id, or yes in what people write for one. */

#include "indexer/base/arena.h"
#include "indexer/content/meant.h"

struct meant meant_url(struct arena *arena, const char *text);
struct meant meant_email(struct arena *arena, const char *text);
struct meant meant_doi(struct arena *arena, const char *text);

/* The id of a case study, from its file's name, its address or its title. */
struct meant meant_case_id(struct arena *arena, const char *text);

struct meant meant_yes_no(struct arena *arena, const char *text);

#endif
