#ifndef INDEXER_CONTENT_PERSON_H
#define INDEXER_CONTENT_PERSON_H

/* Whether a contact is one person, judged by names that are common in Britain: a reason to ask, never a verdict. */

#include <stdbool.h>

/* A title and a name ("Dr Jane Smith"), or a common given name and another behind it. */
bool person_is_named(const char *text);

/* An e-mail address that looks like one person's own (ann.smith@, asmith@), and not like that of an office or team. */
bool person_own_address(const char *email, const char *role);

#endif
