#ifndef INDEXER_CONTENT_FIELD_RULES_H
#define INDEXER_CONTENT_FIELD_RULES_H

/*
 * What answers need of each other, as one table beside that of the fields: `check` goes by it, and so does the form of
 * the site, which is sent the rows of what it asks. What takes more than a row to say stands in case_check.c.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "indexer/base/diagnostics.h"
#include "indexer/content/case_study.h"
#include "indexer/content/codes.h"
#include "indexer/content/fields.h"

enum field_rule_kind {
    RULE_NEEDS_ONE,    /* of `needs` one has to be there */
    RULE_NEEDS_ALL,    /* all of them */
    RULE_NOT_BEFORE,   /* the date `at` does not lie before that of `other` */
    RULE_AT_MOST,      /* the number `at` is not more than `other` */
    RULE_NOT_NEGATIVE, /* the number `at` is not less than 0 */
    RULE_ONCE,         /* in all groups of a list one at the most has the term `is` as `at` */
    RULE_ALONE,        /* the term `is` has no other beside it in the list `at` */
    RULE_NO_FULL_STOP, /* the text `at` ends without one */
    FIELD_RULE_KINDS
};

/* As the form is told them: "needs-one". */
extern const char *const field_rule_kinds[FIELD_RULE_KINDS];

/* A field of the case study, or a member of a map, by its number as one bit. */
#define RULE_BIT(member) (UINT64_C(1) << (member))

struct field_rule {
    enum field_rule_kind kind;
    enum case_field of; /* the map, or list of maps, whose members the others are; CASE_FIELDS: they are fields */
    uint64_t when;      /* needs: it holds where one of these is there; 0: always … */
    bool unread_too;    /* … even if it could not be read … */
    size_t which;       /* … and, unless `is` is NULL, where this one is that term … */
    const char *is;     /* … which is also the term of RULE_ONCE and RULE_ALONE */
    bool is_standard;   /* where it is not there it counts as that term */
    bool at_group;      /* needs: told at the group itself, and not at the first of `when` that is there */
    uint64_t needs;
    size_t at;
    size_t other;
    enum code_id code;
    const char *message; /* of the kinds that need something; the others find their own words */
    const char *help;
};

extern const struct field_rule field_rules[];
extern const size_t field_rule_count;

/* Reports what a case study breaks of them. */
void field_rules_check(struct arena *arena, const struct case_study *study, struct diagnostics *diagnostics);

#endif
