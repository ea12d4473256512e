#include "catalogue/site/frame/json_ld.h"

#include <string.h>

#include "catalogue/site/frame/paths.h"
#include "catalogue/site/frame/url.h"
#include "indexer/base/json.h"
#include "indexer/base/phrases.h"

static void write_named(struct json *json, const char *key, const char *type, const char *name)
{
    if (key)
        json_key(json, key);
    json_object_open(json);
    json_member_string(json, "@type", type);
    json_member_string(json, "name", name);
    json_object_close(json);
}

static void write_type(struct json *json, const char *type)
{
    json_member_string(json, "@context", "https://schema.org");
    json_member_string(json, "@type", type);
}

/* Where a page of the site stands, if the site has an address. */
static void write_address(struct json *json, struct arena *arena, const struct site *site, const char *key,
                          const char *path)
{
    struct url url;
    if (url_absolute(arena, site->base_url, path, &url))
        json_member_string(json, key, url.address);
}

/* A licence as an address, which is what search engines read; one that has none is left out. */
static void write_licence(struct json *json, const char *licence)
{
    static const char *const addresses[][2] = {
        {"OGL-UK-3.0", "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/"},
        {"CC-BY-4.0", "https://creativecommons.org/licenses/by/4.0/"},
        {"CC-BY-SA-4.0", "https://creativecommons.org/licenses/by-sa/4.0/"},
        {"CC0-1.0", "https://creativecommons.org/publicdomain/zero/1.0/"},
        {"CC-BY-NC-4.0", "https://creativecommons.org/licenses/by-nc/4.0/"},
    };
    for (size_t i = 0; i < sizeof addresses / sizeof *addresses; i++) {
        if (strcmp(addresses[i][0], licence) == 0)
            json_member_string(json, "license", addresses[i][1]);
    }
}

static const char *end_json(struct json *json, struct arena *arena, struct text *out)
{
    json_object_close(json);
    const char *result = arena_string(arena, text_string(out));
    text_free(out);
    return result;
}

static void write_optional(struct json *json, const char *key, const char *text)
{
    if (*text)
        json_member_string(json, key, text);
}

/* Labels of the three leading tags. */
static void write_keywords(struct json *json, struct arena *arena, const struct site *site,
                           const struct case_study *study)
{
    json_key(json, "keywords");
    json_array_open(json);
    for (size_t i = 0; i < LEADING_FACETS; i++) {
        struct string_list terms = case_terms(arena, study, &facets[i]);
        for (size_t j = 0; j < terms.count; j++)
            json_string(json, vocabulary_label(site->vocabularies, facets[i].vocabulary, terms.items[j]));
    }
    json_array_close(json);
}

static void write_partners(struct json *json, const struct case_study *study)
{
    const struct value *partners = &study->fields[CASE_PARTNERS];
    json_key(json, "contributor");
    json_array_open(json);
    for (size_t i = 0; i < partners->count; i++)
        write_named(json, NULL, "Organization", value_text(&partners->items[i], PARTNER_NAME, ""));
    json_array_close(json);
}

static void write_source(struct json *json, const struct value *source)
{
    struct arena arena = {0};
    const char *doi = value_text(source, SOURCE_DOI, "");
    json_object_open(json);
    json_member_string(json, "@type", "CreativeWork");
    json_member_string(json, "name", value_text(source, SOURCE_TITLE, ""));
    write_optional(json, "url", *doi ? url_doi(&arena, doi).address : value_text(source, SOURCE_URL, ""));
    json_object_close(json);
    arena_free(&arena);
}

/* "2019/2021", "2019/.."; nothing without a start. */
static void write_period(struct json *json, struct arena *arena, const struct case_study *study)
{
    const char *start = case_text(study, CASE_START, "");
    const char *end = case_text(study, CASE_END, "");
    if (*start)
        json_member_string(json, "temporalCoverage", arena_format(arena, "%s/%s", start, *end ? end : ".."));
}

static void write_sources(struct json *json, const struct case_study *study)
{
    const struct value *sources = &study->fields[CASE_SOURCES];
    json_key(json, "citation");
    json_array_open(json);
    for (size_t i = 0; i < sources->count; i++)
        write_source(json, &sources->items[i]);
    json_array_close(json);
}

const char *json_ld_case(struct arena *arena, const struct site *site, const struct case_study *study)
{
    struct text out = {0};
    struct json json = json_writer(&out, false);
    json_object_open(&json);
    write_type(&json, "Article");
    json_member_string(&json, "headline", case_text(study, CASE_TITLE, ""));
    json_member_string(&json, "description", case_text(study, CASE_SUMMARY, ""));
    write_optional(&json, "datePublished", case_text(study, CASE_PUBLISHED, ""));
    write_optional(&json, "dateModified", case_newest_date(study));
    write_licence(&json, case_text(study, CASE_LICENCE, site->settings->licence));
    write_address(&json, arena, site, "url", path_case(arena, study->id));
    write_period(&json, arena, study);
    if (*case_text(study, CASE_PLACE, ""))
        write_named(&json, "contentLocation", "Place", case_text(study, CASE_PLACE, ""));
    write_named(&json, "author", "Organization", site->settings->publisher);
    write_named(&json, "publisher", "Organization", site->settings->publisher);
    write_named(&json, "isPartOf", "Collection", site->settings->title);
    write_keywords(&json, arena, site, study);
    write_partners(&json, study);
    write_sources(&json, study);
    return end_json(&json, arena, &out);
}

const char *json_ld_site(struct arena *arena, const struct site *site)
{
    struct text out = {0};
    struct json json = json_writer(&out, false);
    struct url url;
    json_object_open(&json);
    write_type(&json, "WebSite");
    json_member_string(&json, "name", site->settings->title);
    write_named(&json, "publisher", "Organization", site->settings->publisher);
    write_licence(&json, site->settings->licence);
    write_address(&json, arena, site, "url", "");
    if (url_absolute(arena, site->base_url, path_search, &url)) {
        json_key(&json, "potentialAction");
        json_object_open(&json);
        json_member_string(&json, "@type", "SearchAction");
        json_member_string(&json, "target", arena_format(arena, "%s?q={search_term_string}", url.address));
        json_member_string(&json, "query-input", "required name=search_term_string");
        json_object_close(&json);
    }
    return end_json(&json, arena, &out);
}

static void write_download(struct json *json, struct arena *arena, const struct site *site,
                           const struct json_ld_file *file)
{
    json_object_open(json);
    json_member_string(json, "@type", "DataDownload");
    json_member_string(json, "encodingFormat", file->type);
    write_address(json, arena, site, "contentUrl", file->path);
    json_object_close(json);
}

const char *json_ld_dataset(struct arena *arena, const struct site *site, const struct json_ld_file *files,
                            size_t count)
{
    struct text out = {0};
    struct json json = json_writer(&out, false);
    json_object_open(&json);
    write_type(&json, "Dataset");
    json_member_string(&json, "name", site->settings->title);
    json_member_string(
        &json, "description",
        say("Case studies on tackling health inequalities: what was needed, what was done, what changed and "
            "for whom, how well that is known, and the sources of each figure."));
    write_optional(&json, "dateModified", site->as_of);
    write_licence(&json, site->settings->licence);
    write_named(&json, "creator", "Organization", site->settings->publisher);
    write_address(&json, arena, site, "url", path_data);
    json_key(&json, "distribution");
    json_array_open(&json);
    for (size_t i = 0; i < count; i++)
        write_download(&json, arena, site, &files[i]);
    json_array_close(&json);
    return end_json(&json, arena, &out);
}

static void write_step(struct json *json, struct arena *arena, const struct site *site, int64_t position,
                       const struct crumb *step)
{
    json_object_open(json);
    json_member_string(json, "@type", "ListItem");
    json_member_integer(json, "position", position);
    json_member_string(json, "name", step->label);
    write_address(json, arena, site, "item", step->path);
    json_object_close(json);
}

const char *json_ld_breadcrumbs(struct arena *arena, const struct site *site, const struct crumb *crumbs, size_t most,
                                struct crumb page)
{
    struct text out = {0};
    struct json json = json_writer(&out, false);
    int64_t position = 1;
    if (!*site->base_url)
        return NULL;
    json_object_open(&json);
    write_type(&json, "BreadcrumbList");
    json_key(&json, "itemListElement");
    json_array_open(&json);
    write_step(&json, arena, site, position++, &(struct crumb){say("Home"), path_home});
    for (size_t i = 0; i < most && crumbs[i].label; i++)
        write_step(&json, arena, site, position++, &crumbs[i]);
    write_step(&json, arena, site, position, &page);
    json_array_close(&json);
    return end_json(&json, arena, &out);
}
