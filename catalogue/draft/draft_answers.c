#include "catalogue/draft/draft_answers.h"

#include <string.h>

#include "catalogue/draft/draft_front.h"
#include "catalogue/draft/draft_partners.h"
#include "catalogue/draft/draft_words.h"
#include "indexer/base/utf8.h"
#include "indexer/base/word_find.h"
#include "indexer/base/yaml_make.h"
#include "indexer/content/ask.h"
#include "indexer/content/case_write.h"

enum { TEXT_MOST = 64 * 1024, TERMS_MOST = 3 };

/* One making of answers. */
struct answering {
    struct arena *arena;
    const struct draft_base *base;
    struct document *document;
    struct draft_body *body;
    struct draft_answers *answers;
    const char *title;
    const char *text; /* of the document, in which names and words are looked for */
};

static bool is_open(const struct answering *answering, enum case_field field)
{
    return !yaml_get(answering->answers->map, case_fields[field].key);
}

static void answer(const struct answering *answering, enum case_field field, struct yaml_node *node, const char *remark)
{
    if (node && is_open(answering, field)) {
        yaml_make_entry(answering->arena, answering->answers->map, case_fields[field].key, node);
        answering->answers->remarks[field] = remark;
    }
}

static void answer_text(const struct answering *answering, enum case_field field, const char *text, const char *remark)
{
    if (*text)
        answer(answering, field, yaml_make_scalar(answering->arena, text), remark);
}

/* What stands in the text for an answer that the front matter has given is not lost. */
static void keep_other(const struct answering *answering, enum case_field field, const char *heading, const char *text)
{
    if (*text && !is_open(answering, field))
        draft_body_unplaced(answering->arena, answering->body, heading, text);
}

static const char *without_stop(struct arena *arena, const char *title)
{
    size_t size = strlen(title);
    return size > 1 && title[size - 1] == '.' && title[size - 2] != '.' ? arena_copy(arena, title, size - 1) : title;
}

/* The title that was asked for, else the document's own; what else it calls itself is told. */
static void answer_title(struct answering *answering)
{
    struct arena *arena = answering->arena;
    const char *heading = *answering->body->title ? draft_plain(arena, answering->body->title) : "";
    const char *name = answering->document->title;
    const char *front = yaml_text(answering->answers->map, case_fields[CASE_TITLE].key, "");
    answer_text(answering, CASE_TITLE, without_stop(arena, heading), "the document's own: does it say what was done?");
    answer_text(answering, CASE_TITLE, without_stop(arena, name), "the document's own: does it say what was done?");
    answering->title = yaml_text(answering->answers->map, case_fields[CASE_TITLE].key, "");
    const char *const others[] = {front, heading, name};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (!strstr(answering->title, without_stop(arena, others[i])))
            left_out_add(arena, &answering->document->left_out, "what the document is called, too", others[i],
                         strlen(others[i]));
}

/* The first sentences of the three sections that each case study has, as many as a summary can hold. */
static const char *first_sentences(const struct answering *answering)
{
    static const char *const headings[] = {"The need", "What we did", "What changed"};
    const size_t most = case_fields[CASE_SUMMARY].longest;
    const char *summary = "";
    for (size_t i = 0; i < sizeof headings / sizeof *headings; i++) {
        const char *sentence =
            draft_first_sentence(answering->arena, draft_body_section(answering->arena, answering->body, headings[i]));
        const char *more =
            arena_format(answering->arena, "%s%s%s", summary, *summary && *sentence ? " " : "", sentence);
        if (utf8_length(more, strlen(more)) <= most)
            summary = more;
    }
    return summary;
}

static void answer_summary(const struct answering *answering)
{
    const char *given = *answering->body->summary ? draft_plain(answering->arena, answering->body->summary) : "";
    keep_other(answering, CASE_SUMMARY, "Summary", answering->body->summary);
    answer_text(answering, CASE_SUMMARY, given,
                "the document's own: does it tell the need, what was done and what changed?");
    answer_text(answering, CASE_SUMMARY, first_sentences(answering),
                "first sentences of the text: tell the need, what was done and what changed in your own words");
}

/* A region by its label, else that of a place which another case study has. */
static void answer_where(const struct answering *answering)
{
    struct arena *arena = answering->arena;
    const struct vocabulary *regions =
        vocabulary_find(answering->base->vocabularies, case_fields[CASE_REGIONS].vocabulary);
    const struct known_name *place = draft_known_place(answering->base->known, answering->text);
    struct yaml_node *list = yaml_make(arena, TREE_LIST);
    keep_other(answering, CASE_PLACE, "Place", answering->body->place);
    if (*answering->body->place)
        answer_text(answering, CASE_PLACE, answering->body->place, NULL);
    if (place)
        answer_text(answering, CASE_PLACE, place->name, "the text names it: is it there?");
    if (place)
        yaml_make_item(arena, list, yaml_make_scalar(arena, place->kind));
    for (size_t i = 0; regions && i < regions->count; i++) {
        const char *at = word_find(answering->text, regions->terms[i].label);
        bool named = at && strncmp(at, regions->terms[i].label, 1) == 0;
        if (named && !(place && strcmp(place->kind, regions->terms[i].id) == 0))
            yaml_make_item(arena, list, yaml_make_scalar(arena, regions->terms[i].id));
    }
    if (list->count)
        answer(answering, CASE_REGIONS, list, "by the places that the text names: keep those where it was done");
}

/* "by "blood pressure", "stroke": keep what it was about" */
static const char *term_remark(const struct answering *answering, const struct term_found *found, size_t count)
{
    struct text out = {0};
    for (size_t i = 0; i < count; i++)
        for (size_t j = 0; j < found[i].words.count && j < 3; j++)
            text_format(&out, "%s\"%s\"", out.size ? ", " : "", found[i].words.items[j]);
    const char *remark = arena_format(answering->arena, "by the words %s: keep what is meant, and add what is missing",
                                      text_string(&out));
    text_free(&out);
    return remark;
}

static void answer_terms(const struct answering *answering, enum case_field field)
{
    struct term_found found[TERMS_MOST];
    struct yaml_node *list = yaml_make(answering->arena, TREE_LIST);
    size_t count =
        draft_terms(answering->arena, vocabulary_find(answering->base->vocabularies, case_fields[field].vocabulary),
                    answering->title, answering->text, found, TERMS_MOST);
    for (size_t i = 0; i < count; i++)
        yaml_make_item(answering->arena, list, yaml_make_scalar(answering->arena, found[i].term->id));
    if (count)
        answer(answering, field, list, term_remark(answering, found, count));
}

static void answer_sources(const struct answering *answering)
{
    const char *rest = "";
    keep_other(answering, CASE_SOURCES, "Sources", answering->body->sources);
    if (!*answering->body->sources || !is_open(answering, CASE_SOURCES))
        return;
    answer(answering, CASE_SOURCES,
           draft_sources(answering->arena, answering->body->sources, !answering->body->sources_unsure, &rest),
           "from the document's references");
    if (*rest)
        draft_body_unplaced(answering->arena, answering->body, "Sources", rest);
}

static void answer_keywords(const struct answering *answering)
{
    struct yaml_node *list = yaml_make(answering->arena, TREE_LIST);
    const char *words = *answering->body->keywords ? draft_plain(answering->arena, answering->body->keywords) : "";
    keep_other(answering, CASE_KEYWORDS, "Keywords", answering->body->keywords);
    while (*words) {
        size_t size = strcspn(words, ",;");
        size_t blanks = strspn(words, " ");
        if (size > blanks)
            yaml_make_item(
                answering->arena, list,
                yaml_make_scalar(answering->arena, arena_copy(answering->arena, words + blanks, size - blanks)));
        words += size + (words[size] != '\0');
    }
    if (list->count)
        answer(answering, CASE_KEYWORDS, list, "words that the text has already are not needed here");
}

/* All words of the document, where names are looked for. */
static const char *words_of(struct arena *arena, const struct draft_body *body)
{
    struct text out = {0};
    draft_body_write(&out, arena, body);
    text_format(&out, " %s %s %s", body->summary, body->sources, body->place);
    const char *words = arena_copy(arena, text_string(&out), utf8_bytes(text_string(&out), out.size, TEXT_MOST));
    text_free(&out);
    return words;
}

struct draft_answers draft_answers(struct arena *arena, const struct draft_base *base, struct document *document,
                                   struct draft_body *body)
{
    struct draft_answers answers = {.map = yaml_make(arena, TREE_MAP)};
    struct answering answering = {arena, base, document, body, &answers, "", words_of(arena, body)};
    answer_text(&answering, CASE_TITLE, base->title ? base->title : "", NULL);
    draft_front(arena, base, document, body, &answers);
    answer_title(&answering);
    answer_summary(&answering);
    answer_where(&answering);
    answer(&answering, CASE_PARTNERS, draft_partners(arena, base, answering.text),
           "organisations that the text names: keep those that worked together, the lead first");
    answer_terms(&answering, CASE_PRIORITY_AREAS);
    answer_terms(&answering, CASE_DEPRIVATION_FOCUS);
    answer_terms(&answering, CASE_ACTIONS);
    answer_sources(&answering);
    answer_keywords(&answering);
    answer_text(&answering, CASE_PUBLISHED, base->today, NULL);
    return answers;
}

static void write_answer(struct text *out, struct arena *arena, const struct draft_answers *answers,
                         const struct vocabularies *vocabularies, const struct field *field)
{
    const struct yaml_node *node = yaml_get(answers->map, field->key);
    const char *remark = answers->remarks[field - case_fields];
    struct string_list unknown = {0};
    if (!node && field->need == FIELD_REQUIRED)
        text_format(out, "# %s: %s\n%s:\n", field->key, ask_answer(arena, field, vocabularies), field->key);
    if (!node)
        return;
    if (remark)
        text_format(out, "# %s: %s\n", field->key, draft_one_line(arena, remark));
    case_write_answer(out, arena, vocabularies, field, node, &unknown);
}

void draft_answers_write(struct text *out, struct arena *arena, const struct draft_answers *answers,
                         const struct vocabularies *vocabularies)
{
    text_add(out, "---\n");
    for (size_t i = 0; i < CASE_FIELDS; i++)
        write_answer(out, arena, answers, vocabularies, &case_fields[i]);
    text_add(out, "---\n");
}
