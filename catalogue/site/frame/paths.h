#ifndef CATALOGUE_SITE_FRAME_PATHS_H
#define CATALOGUE_SITE_FRAME_PATHS_H

/*
 * Where each page stands, from the root of the site. Every link and every file name comes from here.
 * Pages at the root are among taken_names.h, so that no page of the content takes their place.
 */

#include <stddef.h>

#include "indexer/base/arena.h"
#include "indexer/content/facets.h"
#include "indexer/content/fields.h"
#include "search-cli/present/case_csv.h"

extern const char path_home[];
extern const char path_cases[];
extern const char path_browse[];
extern const char path_gaps[];
extern const char path_data[];
/* What can be downloaded whole. */
extern const char path_whole_json[];
extern const char path_database[];
extern const char path_schema[];
extern const char path_cases_csv[];
extern const char path_outcomes_csv[];
extern const char path_partners_csv[];
extern const char path_adoptions_csv[];
extern const char path_codebook[];
const char *path_table(enum case_table table);
extern const char path_search[];
extern const char path_searching[];
extern const char path_search_correct[];
extern const char path_search_names[];
extern const char path_search_script[];
extern const char path_stylesheet[];
extern const char path_icon[];
extern const char path_preview[];
extern const char path_newest_feed[];
extern const char path_search_description[];
extern const char path_compare[];
extern const char path_glossary[];
extern const char path_places[];
extern const char path_list[];
extern const char path_contribute[];
extern const char path_contribute_script[];
extern const char path_lists_script[];
extern const char path_choice_script[];

const char *path_case(struct arena *arena, const char *id);
const char *path_page(struct arena *arena, const char *name);
const char *path_facet(struct arena *arena, const struct facet *facet);
/* Parts of the list of all cases when it is split: of a letter, and of a region. */
const char *path_letter(struct arena *arena, const char *letter);
const char *path_place(struct arena *arena, const char *region);
/* The pages of a long list after the first have a number, from 2: "a/b.html", "a/b/page-2.html". */
const char *path_numbered(struct arena *arena, const char *path, size_t number);
const char *path_term(struct arena *arena, const struct facet *facet, const char *term, size_t number);
const char *path_gap(struct arena *arena, const char *down, const char *across);
/* Two fields crossed, other than those of the gap map. */
const char *path_crossed(struct arena *arena, const char *down, const char *across);
/* lenses/index.html; and the page of a lens, or of its cell as "lens/cell". */
extern const char path_lenses[];
const char *path_lens(struct arena *arena, const char *lens_or_cell);
const char *path_lens_brief(struct arena *arena, const char *lens);
/* The page of a report by its name, or of one of its parts: "measures/people-supported". */
const char *path_report(struct arena *arena, const char *report_or_part);
extern const char path_answers[];
const char *path_case_data(struct arena *arena, const char *id);

const char *path_lens_feed(struct arena *arena, const char *lens);
const char *path_watch_feed(struct arena *arena, const char *watch);
const char *path_term_feed(struct arena *arena, const struct facet *facet, const char *term);
const char *path_compare_case(struct arena *arena, const char *id);
const char *path_image(struct arena *arena, const char *name);

/* A page above another, by the words that lead to it. The home page comes first by itself. */
struct crumb {
    const char *label;
    const char *path;
};

/* A place in a page. */
const char *path_at(struct arena *arena, const char *path, const char *anchor);

/* slug_of, for the names of places in a page. */
const char *path_slug(struct arena *arena, const char *text);

#endif
