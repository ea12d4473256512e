#include "indexer/base/phrases.h"
#include "search-cli/present/fact_fill.h"

#include <string.h>

#include "search-cli/present/format.h"
#include "search-cli/present/review.h"

void fact_fill_resources(const struct fact_case *of, struct fact *fact)
{
    const struct value *resources = &of->study->fields[fact->kind->field];
    for (size_t i = 0; i < resources->count; i++) {
        const struct value *resource = &resources->items[i];
        struct fact_item *item = fact_add(of->arena, fact);
        fact_part(item, (struct fact_part){.text = value_text(resource, RESOURCE_TITLE, ""),
                                           .link = FACT_ADDRESS,
                                           .to = value_text(resource, RESOURCE_URL, "")});
        fact_part(item, (struct fact_part){
                            .text = format_lower(
                                of->arena, fact_label(of, "resource-kind", value_text(resource, RESOURCE_KIND, ""))),
                            .note = true});
    }
}

/* "Some paper. " has its full stop; "Does it work? " needs none. */
static const char *behind_title(const struct fact_case *of, const char *title)
{
    const char *sentence = format_sentence(of->arena, title);
    return strcmp(sentence, title) == 0 ? " " : ". ";
}

void fact_fill_sources(const struct fact_case *of, struct fact *fact)
{
    const struct value *sources = &of->study->fields[CASE_SOURCES];
    for (size_t i = 0; i < sources->count; i++) {
        const struct value *source = &sources->items[i];
        const char *publisher = value_text(source, SOURCE_PUBLISHER, "");
        const char *year = value_text(source, SOURCE_YEAR, "");
        const char *page = value_text(source, SOURCE_URL, "");
        const char *doi = value_text(source, SOURCE_DOI, "");
        const char *title = value_text(source, SOURCE_TITLE, *page ? page : doi);
        struct fact_item *item = fact_add(of->arena, fact);
        fact_part(item, (struct fact_part){.text = title,
                                           .link = *page  ? FACT_ADDRESS
                                                   : *doi ? FACT_DOI
                                                          : FACT_WORDS,
                                           .to = *page ? page : doi});
        if (*publisher || *year)
            fact_part(item, (struct fact_part){.text = arena_format(of->arena, "%s%s%s%s", behind_title(of, title),
                                                                    publisher, *publisher && *year ? ", " : "", year)});
    }
}

void fact_fill_contact(const struct fact_case *of, struct fact *fact)
{
    const struct value *contact = &of->study->fields[CASE_CONTACT];
    const char *name = value_text(contact, CONTACT_NAME, "");
    const char *role = value_text(contact, CONTACT_ROLE, "");
    const char *mailbox = value_text(contact, CONTACT_EMAIL, "");
    const char *page = value_text(contact, CONTACT_URL, "");
    if (contact->kind == VALUE_NONE)
        return;
    struct fact_item *item = fact_add(of->arena, fact);
    fact_part(item, (struct fact_part){.text = arena_format(of->arena, "%s%s%s%s", name, *name && *role ? ", " : "",
                                                            role, *mailbox || *page ? ": " : "")});
    fact_part(item, (struct fact_part){.text = mailbox, .link = FACT_MAILBOX, .to = mailbox});
    if (*mailbox && *page)
        fact_part(item, (struct fact_part){.text = arena_format(of->arena, ", %s ", say("or"))});
    fact_part(item, (struct fact_part){.text = page, .link = FACT_ADDRESS, .to = page});
}

void fact_fill_licence(const struct fact_case *of, struct fact *fact)
{
    const char *usual = of->context->settings ? of->context->settings->licence : "";
    fact_add_text(of->arena, fact, fact_label(of, "licence", case_text(of->study, CASE_LICENCE, usual)));
}

/* The catalogue, which leads to the page there, and who publishes it. */
void fact_fill_origin(const struct fact_case *of, struct fact *fact)
{
    const struct value *origin = &of->study->fields[CASE_ORIGIN];
    const char *catalogue = value_text(origin, ORIGIN_CATALOGUE, "");
    const char *publisher = value_text(origin, ORIGIN_PUBLISHER, "");
    const char *url = value_text(origin, ORIGIN_URL, "");
    if (!*catalogue)
        return;
    struct fact_item *item = fact_add(of->arena, fact);
    fact_part(item, (struct fact_part){.text = catalogue, .link = *url ? FACT_ADDRESS : FACT_WORDS, .to = url});
    if (strcmp(publisher, catalogue) != 0)
        fact_part(item, (struct fact_part){.text = publisher, .note = true});
}

void fact_fill_review_due(const struct fact_case *of, struct fact *fact)
{
    const char *as_of = of->context->as_of;
    if (!of->context->settings)
        return;
    const char *due = review_due(of->arena, of->study, of->context->settings->review_months);
    if (*due && as_of && strcmp(due, as_of) < 0)
        fact->label = say("Was due to be checked");
    fact_add_text(of->arena, fact, format_date(of->arena, due));
}

/* That nobody is named matters as much as who is. */
void fact_fill_accountable(const struct fact_case *of, struct fact *fact)
{
    fact_add_text(of->arena, fact, case_text(of->study, CASE_ACCOUNTABLE, say("Not stated")));
}

void fact_fill_review(const struct fact_case *of, struct fact *fact)
{
    const struct value *review = &of->study->fields[CASE_REVIEW];
    const char *date = format_date(of->arena, value_text(review, REVIEW_DATE, ""));
    const char *by = value_text(review, REVIEW_BY, "");
    const char *chosen = value_text(review, REVIEW_SELECTED, "");
    if (review->kind == VALUE_NONE) {
        fact_add_text(of->arena, fact, say("None is recorded."));
        return;
    }
    const char *words =
        arena_format(of->arena, "%s%s%s%s%s.", fact_label(of, "review-status", value_text(review, REVIEW_STATUS, "")),
                     *date ? ", " : "", date, *by ? ", " : "", *by ? arena_format(of->arena, say("by %s"), by) : "");
    if (*chosen)
        words = arena_format(of->arena, "%s %s", words,
                             arena_format(of->arena, say("Why it was chosen: %s"), format_sentence(of->arena, chosen)));
    fact_add_text(of->arena, fact, words);
}

void fact_fill_searches(const struct fact_case *of, struct fact *fact)
{
    const struct value *searches = &of->study->fields[CASE_SEARCHES];
    for (size_t i = 0; i < searches->count; i++) {
        const struct value *search = &searches->items[i];
        const char *words = value_text(search, SEARCH_WORDS, "");
        const char *date = format_date(of->arena, value_text(search, SEARCH_DATE, ""));
        const char *where = value_text(search, SEARCH_WHERE, "");
        fact_add_text(of->arena, fact,
                      *words ? arena_format(of->arena, say("Not found on %s in %s for %s."), date, where, words)
                             : arena_format(of->arena, say("Not found on %s in %s."), date, where));
    }
}

void fact_fill_did_not_work(const struct fact_case *of, struct fact *fact)
{
    const struct markdown_section *section = markdown_section(&of->study->body, fact->kind->label);
    if (!section)
        return;
    for (size_t i = 0; i < section->item_count; i++)
        fact_add_text(of->arena, fact, section->items[i]);
    for (const char *line = section->plain; !section->item_count && *line; line += *line ? 1 : 0) {
        size_t size = strcspn(line, "\n");
        fact_add_text(of->arena, fact, arena_copy(of->arena, line, size));
        line += size;
    }
}
