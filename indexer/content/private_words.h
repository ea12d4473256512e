#ifndef INDEXER_CONTENT_PRIVATE_WORDS_H
#define INDEXER_CONTENT_PRIVATE_WORDS_H

/*
 * The words and signs by which e-mail addresses, phone numbers and NHS numbers are told from what only looks like them.
 * private_email.c and private_numbers.c go by them, and so does the form of the site, which is sent them.
 */

#include <stdbool.h>
#include <stddef.h>

enum private_list {
    PRIVATE_CONTACTS, /* what stands before a number that is somebody's, and may be joined to it ("tel0113 496 0000") */
    PRIVATE_LABELS,   /* what stands before a number of a book, a paper, a grant, a thing, a sum or a version */
    PRIVATE_JOINING,  /* what may stand between such a label and its number */
    PRIVATE_PARTING,  /* signs that part groups of digits; a comma does, too, where no blank follows it */
    PRIVATE_FILES,    /* how names of files end, which are no hosts */
    PRIVATE_HOST_ENDS, /* how addresses end in Britain: asked for where the sign was spelled out */
    PRIVATE_DOTS,      /* how the dots of an address are written */
    PRIVATE_LISTS
};

struct private_words {
    const char *name; /* as the form is told it */
    const char *const *words;
    size_t count;
};

extern const struct private_words private_words[PRIVATE_LISTS];

/* Whether a word is one of a list, in capitals or not. */
bool private_words_have(enum private_list list, const char *word, size_t size);

/* How the sign of an address is written; what could be plain words asks for more around it. */
struct private_at {
    const char *text;
    bool spelled; /* the address ends as addresses do in Britain */
    bool dotted;  /* and the name before it has a dot or the like */
};

/* The longer ones come before those that they begin with. None begins with a letter. */
extern const struct private_at private_ats[];
extern const size_t private_at_count;

#endif
