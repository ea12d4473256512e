#ifndef SEARCH_CLI_PRESENT_FACT_H
#define SEARCH_CLI_PRESENT_FACT_H

/*
 * One fact of a case study in the words in which everybody is told it. A fact
 * has items, an item has parts: a terminal runs the parts together, a page
 * makes links of those that lead somewhere. facts.h has the table of all facts.
 */

#include <stdbool.h>
#include <stddef.h>

#include "indexer/base/arena.h"
#include "indexer/base/phrases.h"
#include "indexer/content/case_study.h"
#include "indexer/content/facets.h"
#include "indexer/content/references.h"
#include "indexer/content/settings.h"
#include "indexer/content/vocabulary.h"

struct index;

/* Where a part leads. */
enum fact_link {
    FACT_WORDS,   /* nowhere */
    FACT_ADDRESS, /* `to` is an address on the web, as the file has it */
    FACT_DOI,     /* `to` is a DOI */
    FACT_MAILBOX, /* `to` is an e-mail address */
    FACT_CASE,    /* `to` is the id of another case study */
    FACT_TERM,    /* `to` is a term of `facet` */
    FACT_SOURCE,  /* `to` is a number in the list of sources, from 1 */
    FACT_LENS,    /* `to` is the id of a lens, or of one of its cells behind a slash: "marmot-8/best-start" */
    FACT_REPORT,  /* `to` is the name of a report, or of one of its parts behind a slash: "measures/people-supported" */
    FACT_QUERY    /* `to` is a query: the case studies that it finds */
};

struct fact_part {
    const char *text;
    enum fact_link link;
    const char *to;
    const struct facet *facet;
    bool strong; /* what the item is about */
    bool note;   /* said by the way: in parentheses, or in small print */
};

enum { FACT_PARTS = 8 };

struct fact_item {
    struct fact_part parts[FACT_PARTS];
    size_t count;
};

/* Starts as {0}, and is filled by the functions below. */
struct fact {
    const struct fact_kind *kind; /* its row of the table */
    const char *key;              /* "cost"; of tags that of their facet, "regions" */
    const char *label;            /* "Cost", as it is written above or before it */
    const struct facet *facet;    /* of tags */
    struct fact_item *items;      /* none: the case does not say */
    size_t count;
    size_t capacity;
};

/* What facts are worded with. Only the vocabularies are needed; what the rest would tell is left out without it. */
struct fact_context {
    const struct vocabularies *vocabularies;
    const struct settings *settings; /* when a case is due to be looked through */
    const char *as_of;               /* the date up to which what has no end went on, or NULL */
    /* The title of another case, NULL for one that may not be named. Without this, ids are told in place of titles. */
    const char *(*title_of)(const struct fact_context *context, struct arena *arena, const char *id);
    /* Who mentions a case. */
    struct references (*mentions_of)(const struct fact_context *context, struct arena *arena, const char *id);
    /* How many other cases that are counted have a figure of a shared measure. */
    size_t (*measured_elsewhere)(const struct fact_context *context, struct arena *arena, const char *id,
                                 const char *measure);
    struct index *index; /* for these three: whichever they ask */
    const void *from;
};

/* A case study while its facts are worded. */
struct outcome_words;
struct fact_case {
    struct arena *arena;
    const struct case_study *study;
    const struct fact_context *context;
    const struct outcome_words *outcomes; /* one for each item of outcomes */
};

/* Where in a case study that is read in one go. A page and a terminal keep this order. */
enum fact_place {
    FACT_NOWHERE,
    FACT_LINE,   /* among the short facts */
    FACT_BEFORE, /* under a heading of its own, before the text */
    FACT_AFTER   /* and behind it */
};

/* What else shows it. */
enum {
    FACT_COMPARED = 1, /* a row when cases stand side by side */
    FACT_CSV = 2,      /* a column of the table for spreadsheets, in words */
    FACT_NUMBERED = 4  /* its items are referred to by number */
};

/* A row of the table. The rows without a key stand for the facets, which have a table of their own. */
struct fact_kind {
    const char *key;
    const char *label;
    void (*fill)(const struct fact_case *of, struct fact *fact);
    enum case_field field; /* that `fill` takes its words from, where it does so for several */
    enum fact_place show;  /* where a terminal has it */
    enum fact_place page;  /* where a page has it; the parts with a heading are laid out by the page */
    unsigned shown;        /* FACT_COMPARED and its like */
    const char *join;      /* what stands between items that run on in one line; NULL: each has its own */
};

/* The label of a term, "" for "". */
const char *fact_label(const struct fact_case *of, const char *vocabulary, const char *id);

/* A new item at the end; valid until the next one is added. */
struct fact_item *fact_add(struct arena *arena, struct fact *fact);

/* A new item of one text; nothing when that is "". */
void fact_add_text(struct arena *arena, struct fact *fact, const char *text);

/* A part at the end of an item; nothing when its text is "". */
void fact_part(struct fact_item *item, struct fact_part part);

/*
 * A sentence in which some things lead somewhere: where SAY_FIRST stands in it (phrases.h) comes the first of the parts, and so
 * on. So a phrase stays whole, in whatever order another language has them.
 */
void fact_say(struct arena *arena, struct fact_item *item, const char *sentence, const struct fact_part *parts);

/* A note that names a source by its number; nothing for 0. */
void fact_add_source(struct arena *arena, struct fact_item *item, size_t number);

/* An item without its notes. */
struct fact_item fact_item_told(const struct fact_item *item);

/* An item as plain words, its notes in parentheses. */
const char *fact_item_words(struct arena *arena, const struct fact_item *item);

/*
 * The same with where its parts lead, where the words do not say it: an address stands bare, so that it can be copied
 * ("Some paper https://…"), an id in brackets.
 */
const char *fact_item_words_and_links(struct arena *arena, const struct fact_item *item);

#endif
