#ifndef CATALOGUE_SITE_CONTRIBUTE_FORM_RULES_H
#define CATALOGUE_SITE_CONTRIBUTE_FORM_RULES_H

/* What the form's script knows of answers, as JSON: the rows of the tables of fields and of rules that it asks about. */

#include "indexer/base/text.h"

void form_rules_write(struct text *out);

#endif
