#include "catalogue/command.h"
#include "catalogue/commands.h"

#include <string.h>

#include "catalogue/query_options.h"
#include "catalogue/site/frame/html.h"
#include "catalogue/site/frame/paths.h"
#include "catalogue/site/frame/url.h"
#include "catalogue/terminal.h"
#include "search-cli/present/case_data.h"
#include "search-cli/present/citation.h"
#include "search-cli/present/show_text.h"
#include "search-cli/present/wrap.h"

enum show_format { SHOW_TEXT, SHOW_MARKDOWN, SHOW_JSON, SHOW_NDJSON, SHOW_HTML, SHOW_BIBTEX, SHOW_FORMATS };

struct show_options {
    enum show_format format;
};

static const struct keyword formats[] = {{"text", SHOW_TEXT, NULL},
                                         {"markdown", SHOW_MARKDOWN, "the file itself"},
                                         {"json", SHOW_JSON, "an object; of several ids, or of -, an array"},
                                         {"ndjson", SHOW_NDJSON, "an object a line"},
                                         {"html", SHOW_HTML, NULL},
                                         {"bibtex", SHOW_BIBTEX, NULL}};

static const struct option options[] = {
    {"format", "FORMAT", NULL, OPTION_KEYWORD(struct show_options, format, formats)},
};

static const char *const examples[] = {
    "catalogue show safe-surgeries-network",
    "read a case study",
    "catalogue show safe-surgeries-network --format markdown",
    "the file as its author wrote it",
    "catalogue show safe-surgeries-network --format bibtex",
    "to cite it",
    "catalogue search cvd --limit 0 --format ids | catalogue show - --format json",
    "all that a search found, as data",
    NULL,
};

/* What a format needs to print one case. */
struct showing {
    struct invocation *invocation;
    struct index *index;
    const struct case_study *study;
    struct text *out;
    size_t number;    /* of cases before this one */
    struct json json; /* of the whole answer, where it is JSON */
};

static struct facts facts_of_shown(struct showing *showing)
{
    struct fact_context context = fact_context_of(showing->index);
    return facts_of(showing->invocation->arena, showing->study, &context);
}

static void show_as_text(struct showing *showing)
{
    const struct print_style style = {.vocabularies = index_vocabularies(showing->index),
                                      .width = terminal_width(),
                                      .color = showing->invocation->color};
    struct facts facts = facts_of_shown(showing);
    struct case_row row;
    text_add(showing->out, showing->number ? "\n\n" : "");
    if (index_case(showing->index, showing->invocation->arena, showing->study->id, &row) && row.outdated)
        wrap_string(showing->out, "(Its file has errors now; this is its last good state.)", 0, style.width);
    show_text(showing->out, showing->study, &facts, &style);
}

/* Case studies hold no control characters but line ends and tabs, so the file is safe to print as it is. */
static void show_as_markdown(struct showing *showing)
{
    size_t size = 0;
    const char *source = index_case_source(showing->index, showing->invocation->arena, showing->study->id, &size);
    if (source)
        text_append(showing->out, source, size);
}

static void show_as_json(struct showing *showing)
{
    struct facts facts = facts_of_shown(showing);
    case_data_json(&showing->json, showing->study, &facts);
}

static void show_as_ndjson(struct showing *showing)
{
    showing->json = json_writer(showing->out, false);
    show_as_json(showing);
    text_char(showing->out, '\n');
}

/* The words of the case as HTML, to be put into a page of one's own; the site's pages have more. */
static void show_as_html(struct showing *showing)
{
    struct html html = html_piece(showing->out);
    const struct markdown_body *body = &showing->study->body;
    html_open(&html, HTML_ARTICLE);
    html_attribute(&html, "data-case", showing->study->id);
    html_element(&html, HTML_H1, NULL, case_text(showing->study, CASE_TITLE, ""));
    html_element(&html, HTML_P, NULL, case_text(showing->study, CASE_SUMMARY, ""));
    for (size_t i = 0; i < body->section_count; i++) {
        html_element(&html, HTML_H2, NULL, body->sections[i].heading);
        html_rendered(&html, body->sections[i].content);
    }
    html_close(&html, HTML_ARTICLE);
    html_end(&html);
    text_char(showing->out, '\n');
}

static void show_as_bibtex(struct showing *showing)
{
    struct arena *arena = showing->invocation->arena;
    const struct settings *settings = index_settings(showing->index);
    struct url url = {""};
    bool has_address = url_absolute(arena, settings->base_url, path_case(arena, showing->study->id), &url);
    const struct citation citation = citation_of(showing->study, settings, has_address ? url.address : "");
    citation_formats[CITATION_BIBTEX].write(showing->out, &citation);
}

static void (*const shows[SHOW_FORMATS])(struct showing *showing) = {
    [SHOW_TEXT] = show_as_text,     [SHOW_MARKDOWN] = show_as_markdown, [SHOW_JSON] = show_as_json,
    [SHOW_NDJSON] = show_as_ndjson, [SHOW_HTML] = show_as_html,         [SHOW_BIBTEX] = show_as_bibtex};

static enum exit_status show_all(struct showing *showing, enum show_format format, const struct string_list *ids)
{
    struct invocation *invocation = showing->invocation;
    enum exit_status status = ids->count ? EXIT_FOUND : EXIT_NOTHING;
    for (size_t i = 0; i < ids->count; i++) {
        const char *id = query_options_id(invocation, ids->items[i], &status);
        showing->study = id ? index_case_study(invocation->index, invocation->arena, id) : NULL;
        if (!showing->study)
            continue;
        shows[format](showing);
        showing->number++;
    }
    return status;
}

/* One id that was typed is an object; more, or those of another program, are an array however many there are. */
static enum exit_status run(struct invocation *invocation)
{
    const struct show_options *given = invocation->options;
    struct showing showing = {invocation, invocation->index, NULL, &invocation->out, 0, {0}};
    struct string_list ids = {0};
    bool array =
        given->format == SHOW_JSON && (invocation->argument_count > 1 || !strcmp(invocation->arguments[0], "-"));
    if (!query_options_ids(invocation, &ids))
        return EXIT_TROUBLE;
    showing.json = json_writer(&invocation->out, true);
    if (array)
        json_array_open(&showing.json);
    enum exit_status status = show_all(&showing, given->format, &ids);
    if (array)
        json_array_close(&showing.json);
    if (given->format == SHOW_JSON && invocation->out.size)
        text_char(&invocation->out, '\n');
    return status;
}

const struct command show_command = {
    .name = "show",
    .arguments = "ID...",
    .summary = "read case studies",
    .audience = "practitioners",
    .needs = NEEDS_INDEX_FRESH | NEEDS_PAGER,
    COMMAND_OPTIONS(options, struct show_options),
    .least = 1,
    .most = COMMAND_MANY,
    .asks = "which case study? catalogue search finds ids",
    .completes = COMPLETES_IDS,
    .examples = examples,
    .run = run,
};
