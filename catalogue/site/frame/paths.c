#include "catalogue/site/frame/paths.h"

#include <string.h>

#include "indexer/base/slug.h"
#include "search-cli/report/reports.h"

const char path_home[] = "index.html";
const char path_cases[] = "case-studies/index.html";
const char path_browse[] = "browse/index.html";
const char path_gaps[] = "gaps.html";
const char path_lenses[] = "lenses/index.html";
const char path_answers[] = "answers.html";
const char path_data[] = "data/index.html";
const char path_whole_json[] = "data/catalogue.json";
const char path_database[] = "data/catalogue.db";
const char path_cases_csv[] = "data/" CASES_FILE;
const char path_outcomes_csv[] = "data/" OUTCOMES_FILE;
const char path_partners_csv[] = "data/" PARTNERS_FILE;
const char path_adoptions_csv[] = "data/" ADOPTIONS_FILE;
const char path_codebook[] = "data/codebook.html";
const char path_schema[] = "data/case-study.schema.json";
const char path_search[] = "search.html";
const char path_searching[] = "searching.html";
const char path_search_correct[] = "search/correct.js";
const char path_search_names[] = "search/names.js";
const char path_search_script[] = "assets/search.js";
const char path_stylesheet[] = "assets/catalogue.css";
const char path_icon[] = "assets/icon.svg";
const char path_preview[] = "assets/preview.png";
const char path_newest_feed[] = "feeds/newest.xml";
const char path_search_description[] = "opensearch.xml";
const char path_compare[] = "compare.html";
const char path_glossary[] = "glossary.html";
const char path_places[] = "places.html";
const char path_list[] = "list.html";
const char path_contribute[] = "contribute.html";
const char path_contribute_script[] = "assets/contribute.js";
const char path_lists_script[] = "assets/lists.js";
const char path_choice_script[] = "assets/choice.js";

const char *path_table(enum case_table table)
{
    static const char *const paths[CASE_TABLES] = {[TABLE_CASES] = path_cases_csv,
                                                   [TABLE_OUTCOMES] = path_outcomes_csv,
                                                   [TABLE_PARTNERS] = path_partners_csv,
                                                   [TABLE_ADOPTIONS] = path_adoptions_csv};
    return paths[table];
}

const char *path_case(struct arena *arena, const char *id)
{
    return arena_format(arena, "case-studies/%s.html", id);
}

const char *path_page(struct arena *arena, const char *name)
{
    return arena_format(arena, "%s.html", path_slug(arena, name));
}

const char *path_facet(struct arena *arena, const struct facet *facet)
{
    return arena_format(arena, "browse/%s/index.html", facet->folder);
}

const char *path_letter(struct arena *arena, const char *letter)
{
    return arena_format(arena, "case-studies/letters/%s.html", letter);
}

const char *path_place(struct arena *arena, const char *region)
{
    return arena_format(arena, "places/%s.html", region);
}

const char *path_numbered(struct arena *arena, const char *path, size_t number)
{
    int folder = (int)(strlen(path) - strlen(".html"));
    return number < 2 ? path : arena_format(arena, "%.*s/page-%zu.html", folder, path, number);
}

const char *path_term(struct arena *arena, const struct facet *facet, const char *term, size_t number)
{
    const char *path = arena_format(arena, "browse/%s/%s.html", facet->folder, path_slug(arena, term));
    return path_numbered(arena, path, number);
}

const char *path_gap(struct arena *arena, const char *down, const char *across)
{
    return arena_format(arena, "gaps/%s/%s.html", path_slug(arena, down), path_slug(arena, across));
}

const char *path_crossed(struct arena *arena, const char *down, const char *across)
{
    return arena_format(arena, "gaps/%s-and-%s.html", path_slug(arena, down), path_slug(arena, across));
}

const char *path_lens(struct arena *arena, const char *lens_or_cell)
{
    return arena_format(arena, "lenses/%s.html", lens_or_cell);
}

const char *path_lens_brief(struct arena *arena, const char *lens)
{
    return arena_format(arena, "lenses/%s/index.html", lens);
}

/* A part stands in a folder of its report's name, or on the page of the term that it is about. */
const char *path_report(struct arena *arena, const char *report_or_part)
{
    size_t name = strcspn(report_or_part, "/");
    const char *part = report_or_part[name] ? report_or_part + name + 1 : NULL;
    for (size_t i = 0; i < REPORTS; i++) {
        const struct report_kind *kind = &report_kinds[i];
        if (strlen(kind->name) != name || strncmp(kind->name, report_or_part, name) != 0)
            continue;
        if (part ? kind->facet != NULL : kind->page != NULL)
            return part ? path_term(arena, facet_find(kind->facet), part, 1) : kind->page;
    }
    return arena_format(arena, "%s.html", report_or_part);
}

const char *path_case_data(struct arena *arena, const char *id)
{
    return arena_format(arena, "data/case-studies/%s.json", id);
}

const char *path_lens_feed(struct arena *arena, const char *lens)
{
    return arena_format(arena, "feeds/lenses/%s.xml", lens);
}

const char *path_watch_feed(struct arena *arena, const char *watch)
{
    return arena_format(arena, "feeds/watch/%s.xml", watch);
}

const char *path_term_feed(struct arena *arena, const struct facet *facet, const char *term)
{
    return arena_format(arena, "feeds/%s/%s.xml", facet->folder, path_slug(arena, term));
}

const char *path_compare_case(struct arena *arena, const char *id)
{
    return arena_format(arena, "compare/%s.js", id);
}

const char *path_image(struct arena *arena, const char *name)
{
    return arena_format(arena, "images/%s", name);
}

const char *path_at(struct arena *arena, const char *path, const char *anchor)
{
    return arena_format(arena, "%s#%s", path, anchor);
}

const char *path_slug(struct arena *arena, const char *text)
{
    return slug_of(arena, text);
}
