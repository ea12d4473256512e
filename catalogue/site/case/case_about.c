#include <string.h>

#include "catalogue/reports/citation.h"
#include "catalogue/reports/review.h"
#include "catalogue/site/case/case_parts.h"
#include "catalogue/site/frame/paths.h"
#include "search-cli/present/format.h"

/* A case of this catalogue by its title, an address as it is; nothing for a case that is not public. */
static void write_reference(struct frame *frame, const char *relation, const char *reference)
{
    struct html *html = &frame->html;
    struct case_row row;
    struct url url;
    bool is_address = url_allow(&frame->arena, reference, &url);
    bool is_case = !is_address && site_has_page(frame->site, reference) &&
                   index_case(frame->site->index, &frame->arena, reference, &row);
    if (!is_address && !is_case)
        return;
    html_open(html, HTML_LI);
    if (*relation)
        html_format(html, "%s: ", relation);
    if (is_case)
        frame_link(frame, path_case(&frame->arena, row.id), row.title);
    else
        html_link(html, url, reference);
    html_close(html, HTML_LI);
}

static void write_references(struct frame *frame, const struct value *list, const char *relation)
{
    for (size_t i = 0; i < list->count; i++)
        write_reference(frame, relation, list->items[i].text);
}

/* Whether anything would stand in the list of related cases. */
static bool has_relations(const struct case_study *study, const struct references *mentions)
{
    return study->fields[CASE_RELATED].count || study->fields[CASE_REPLACES].count ||
           study->fields[CASE_ADAPTED_FROM].kind != VALUE_NONE || mentions->count;
}

static bool is_in(const struct value *list, const char *id)
{
    for (size_t i = 0; i < list->count; i++) {
        if (strcmp(list->items[i].text, id) == 0)
            return true;
    }
    return false;
}

/* What other cases say of this one; a mere link in the text is left out where this case names the other too. */
static void write_mention(struct frame *frame, const struct case_study *study, const struct reference *mention)
{
    static const char *const relations[] = {[REFERENCE_LINK] = "",
                                            [REFERENCE_RELATED] = "",
                                            [REFERENCE_REPLACES] = "Replaced by",
                                            [REFERENCE_ADAPTED_FROM] = "Adapted by",
                                            [REFERENCE_ALIAS] = ""};
    if (mention->kind == REFERENCE_ALIAS ||
        (!*relations[mention->kind] && is_in(&study->fields[CASE_RELATED], mention->from)))
        return;
    write_reference(frame, relations[mention->kind], mention->from);
}

static bool mentioned_before(const struct references *mentions, size_t i)
{
    for (size_t j = 0; j < i; j++) {
        if (strcmp(mentions->items[j].from, mentions->items[i].from) == 0)
            return true;
    }
    return false;
}

static void write_related(struct frame *frame, const struct case_study *study)
{
    struct references mentions = index_mentions_of(frame->site->index, &frame->arena, study->id);
    if (!has_relations(study, &mentions))
        return;
    frame_section(frame, "related", "Read next");
    html_open(&frame->html, HTML_UL);
    if (study->fields[CASE_ADAPTED_FROM].kind != VALUE_NONE)
        write_reference(frame, "Adapted from", study->fields[CASE_ADAPTED_FROM].text);
    write_references(frame, &study->fields[CASE_REPLACES], "Replaces");
    write_references(frame, &study->fields[CASE_RELATED], "");
    for (size_t i = 0; i < mentions.count; i++) {
        if (!mentioned_before(&mentions, i))
            write_mention(frame, study, &mentions.items[i]);
    }
    html_close(&frame->html, HTML_UL);
    html_close(&frame->html, HTML_SECTION);
}

static void write_resources(struct frame *frame, const struct value *resources, const char *anchor, const char *heading)
{
    struct html *html = &frame->html;
    if (!resources->count)
        return;
    frame_section(frame, anchor, heading);
    html_open(html, HTML_UL);
    for (size_t i = 0; i < resources->count; i++) {
        const struct value *item = &resources->items[i];
        const char *kind = value_text(item, RESOURCE_KIND, "");
        struct url url;
        html_open(html, HTML_LI);
        if (url_allow(&frame->arena, value_text(item, RESOURCE_URL, ""), &url))
            html_link(html, url, value_text(item, RESOURCE_TITLE, ""));
        else
            html_text(html, value_text(item, RESOURCE_TITLE, ""));
        if (*kind)
            html_format(
                html, " (%s)",
                format_lower(&frame->arena, vocabulary_label(frame->site->vocabularies, "resource-kind", kind)));
        html_close(html, HTML_LI);
    }
    html_close(html, HTML_UL);
    html_close(html, HTML_SECTION);
}

static bool source_url(struct frame *frame, const struct value *source, struct url *url)
{
    const char *doi = value_text(source, SOURCE_DOI, "");
    if (url_allow(&frame->arena, value_text(source, SOURCE_URL, ""), url))
        return true;
    if (*doi)
        *url = url_doi(&frame->arena, doi);
    return *doi != '\0';
}

static void write_source(struct frame *frame, const struct value *source, size_t number)
{
    struct html *html = &frame->html;
    const char *title = value_text(source, SOURCE_TITLE, "");
    const char *publisher = value_text(source, SOURCE_PUBLISHER, "");
    const char *year = value_text(source, SOURCE_YEAR, "");
    struct url url;
    html_open(html, HTML_LI);
    html_id(html, arena_format(&frame->arena, "source-%zu", number));
    if (source_url(frame, source, &url))
        html_link(html, url, *title ? title : url.address);
    else
        html_text(html, title);
    if (*publisher || *year)
        html_format(html, ". %s%s%s", publisher, *publisher && *year ? ", " : "", year);
    html_close(html, HTML_LI);
}

static void write_sources(struct frame *frame, const struct case_study *study)
{
    const struct value *sources = &study->fields[CASE_SOURCES];
    if (!sources->count)
        return;
    frame_section(frame, "sources", "Sources");
    html_open(&frame->html, HTML_OL);
    html_class(&frame->html, "sources");
    for (size_t i = 0; i < sources->count; i++)
        write_source(frame, &sources->items[i], i + 1);
    html_close(&frame->html, HTML_OL);
    html_close(&frame->html, HTML_SECTION);
}

static void write_contact(struct frame *frame, const struct case_study *study)
{
    struct html *html = &frame->html;
    const struct value *contact = &study->fields[CASE_CONTACT];
    const char *name = value_text(contact, CONTACT_NAME, "");
    const char *role = value_text(contact, CONTACT_ROLE, "");
    const char *mailbox = value_text(contact, CONTACT_EMAIL, "");
    const char *page = value_text(contact, CONTACT_URL, "");
    struct url url;
    if (contact->kind == VALUE_NONE)
        return;
    frame_section(frame, "contact", "Whom to ask");
    html_open(html, HTML_P);
    html_format(html, "%s%s%s", name, *name && *role ? ", " : "", role);
    if (*mailbox) {
        html_text(html, ": ");
        html_link(html, url_mail(&frame->arena, mailbox), mailbox);
    }
    if (url_allow(&frame->arena, page, &url)) {
        html_text(html, *mailbox ? ", or " : ": ");
        html_link(html, url, page);
    }
    html_close(html, HTML_P);
    html_close(html, HTML_SECTION);
}

/* The reference in each format, and the whole case as data. */
static void write_citation_files(struct frame *frame, const struct case_study *study)
{
    struct html *html = &frame->html;
    html_open(html, HTML_P);
    html_text(html, "For reference managers: ");
    for (size_t i = 0; i < CITATION_FORMATS; i++) {
        frame_link(frame, path_citation(&frame->arena, study->id, citation_formats[i].extension),
                   citation_formats[i].name);
        html_text(html, i + 1 < CITATION_FORMATS ? " · " : ". For programs: ");
    }
    frame_link(frame, path_case_data(&frame->arena, study->id), "this case study as JSON");
    html_text(html, ".");
    html_close(html, HTML_P);
}

static void write_citation(struct frame *frame, const struct case_study *study)
{
    const struct settings *settings = frame->site->settings;
    struct html *html = &frame->html;
    struct url url;
    const char *published = format_date(&frame->arena, case_text(study, CASE_PUBLISHED, ""));
    frame_section(frame, "cite", "How to cite this");
    html_open(html, HTML_P);
    html_class(html, "citation");
    html_format(html, "%s. ", *settings->publisher ? settings->publisher : settings->title);
    html_element(html, HTML_CITE, NULL, case_text(study, CASE_TITLE, ""));
    html_format(html, ". In: %s. %s%s", settings->title, published, *published ? "." : "");
    if (url_absolute(&frame->arena, frame->site->base_url, frame->path, &url)) {
        html_text(html, " ");
        html_link(html, url, url.address);
    }
    html_close(html, HTML_P);
    html_open(html, HTML_P);
    html_format(
        html, "Licence: %s. ",
        vocabulary_label(frame->site->vocabularies, "licence", case_text(study, CASE_LICENCE, settings->licence)));
    html_close(html, HTML_P);
    write_citation_files(frame, study);
    html_close(html, HTML_SECTION);
}

static void write_date(struct frame *frame, const char *what, const char *date)
{
    if (*date)
        html_format(&frame->html, "%s %s. ", what, format_date(&frame->arena, date));
}

static void write_repository_links(struct frame *frame, const struct case_study *study)
{
    struct url repository;
    if (!url_allow(&frame->arena, frame->site->settings->repository, &repository))
        return;
    struct url issue = url_query(&frame->arena, url_under(&frame->arena, repository, "/issues/new"), "title",
                                 arena_format(&frame->arena, "Problem with %s", study->path));
    html_open(&frame->html, HTML_P);
    html_link(&frame->html,
              url_under(&frame->arena, repository, arena_format(&frame->arena, "/edit/main/%s", study->path)),
              "Edit this page");
    html_text(&frame->html, " · ");
    html_link(&frame->html, issue, "Report a problem");
    html_close(&frame->html, HTML_P);
}

static void write_dates(struct frame *frame, const struct case_study *study)
{
    const char *due = review_due(&frame->arena, study, frame->site->settings->review_months);
    const char *as_of = frame->site->as_of;
    bool is_overdue = *due && *as_of && strcmp(due, as_of) < 0;
    frame_section(frame, "about", "About this page");
    html_open(&frame->html, HTML_P);
    write_date(frame, "Published", case_text(study, CASE_PUBLISHED, ""));
    write_date(frame, "Last looked through", case_text(study, CASE_REVIEWED, ""));
    write_date(frame, is_overdue ? "It should have been looked through by" : "To be looked through by", due);
    write_date(frame, "This site is as of", as_of);
    html_close(&frame->html, HTML_P);
    if (*case_text(study, CASE_INTERESTS, ""))
        html_element(&frame->html, HTML_P, NULL,
                     arena_format(&frame->arena, "Interests declared: %s",
                                  format_sentence(&frame->arena, case_text(study, CASE_INTERESTS, ""))));
    write_repository_links(frame, study);
    html_close(&frame->html, HTML_SECTION);
}

void case_about_write(struct frame *frame, const struct case_study *study)
{
    write_related(frame, study);
    write_resources(frame, &study->fields[CASE_GUIDANCE], "guidance", "Guidance it follows");
    write_resources(frame, &study->fields[CASE_RESOURCES], "resources", "To take away");
    write_sources(frame, study);
    write_contact(frame, study);
    write_citation(frame, study);
    write_dates(frame, study);
}
