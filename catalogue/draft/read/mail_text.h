#ifndef CATALOGUE_DRAFT_READ_MAIL_TEXT_H
#define CATALOGUE_DRAFT_READ_MAIL_TEXT_H

/* The texts of an e-mail, and which of the same text in two forms is read. */

#include <stdbool.h>
#include <stddef.h>

#include "catalogue/draft/read/left_out.h"
#include "indexer/base/arena.h"
#include "indexer/base/string_list.h"

/* A text, as document_text has it. */
struct mail_text {
    const char *data;
    size_t size;
    bool is_html;
};

struct mail_texts {
    struct mail_text *items;
    size_t count;
    size_t capacity;
};

/*
 * The plain texts, unless there are none or they have little of what the HTML says; else that. What only the other ones
 * say is left out, and told.
 */
const struct mail_texts *mail_text_choose(struct arena *arena, const struct mail_texts *plain,
                                          const struct mail_texts *html, struct left_out *left_out,
                                          struct string_list *remarks);

#endif
