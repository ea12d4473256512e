#include "catalogue/site/case/case_parts.h"

#include "catalogue/site/frame/paths.h"
#include "catalogue/site/frame/url.h"
#include "indexer/base/json.h"

static void write_named(struct json *json, const char *key, const char *type, const char *name)
{
    if (key)
        json_key(json, key);
    json_object_open(json);
    json_member_string(json, "@type", type);
    json_member_string(json, "name", name);
    json_object_close(json);
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

static void write_sources(struct json *json, const struct case_study *study)
{
    const struct value *sources = &study->fields[CASE_SOURCES];
    json_key(json, "citation");
    json_array_open(json);
    for (size_t i = 0; i < sources->count; i++)
        json_string(json, value_text(&sources->items[i], SOURCE_TITLE, ""));
    json_array_close(json);
}

const char *json_ld_case(struct arena *arena, const struct site *site, const struct case_study *study)
{
    struct text out = {0};
    struct json json = json_writer(&out, false);
    struct url url;
    json_object_open(&json);
    json_member_string(&json, "@context", "https://schema.org");
    json_member_string(&json, "@type", "Article");
    json_member_string(&json, "headline", case_text(study, CASE_TITLE, ""));
    json_member_string(&json, "description", case_text(study, CASE_SUMMARY, ""));
    write_optional(&json, "datePublished", case_text(study, CASE_PUBLISHED, ""));
    write_optional(&json, "dateModified", case_newest_date(study));
    json_member_string(&json, "license", case_text(study, CASE_LICENCE, site->settings->licence));
    if (url_absolute(arena, site->base_url, path_case(arena, study->id), &url))
        json_member_string(&json, "url", url.address);
    if (*case_text(study, CASE_PLACE, ""))
        write_named(&json, "contentLocation", "Place", case_text(study, CASE_PLACE, ""));
    write_named(&json, "publisher", "Organization", site->settings->publisher);
    write_named(&json, "isPartOf", "Collection", site->settings->title);
    write_keywords(&json, arena, site, study);
    write_partners(&json, study);
    write_sources(&json, study);
    json_object_close(&json);
    const char *result = arena_string(arena, text_string(&out));
    text_free(&out);
    return result;
}
