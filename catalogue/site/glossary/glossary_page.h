#ifndef CATALOGUE_SITE_GLOSSARY_GLOSSARY_PAGE_H
#define CATALOGUE_SITE_GLOSSARY_GLOSSARY_PAGE_H

#include "catalogue/site/model/site.h"
#include "catalogue/site/model/site_file.h"

/* All words that pages explain, in one place: the evidence levels, then those of the glossary in its own order. */
void glossary_page(const struct site *site, struct site_files *files);

#endif
