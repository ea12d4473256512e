#ifndef INDEXER_CONTENT_COPIES_H
#define INDEXER_CONTENT_COPIES_H

/*
 * Case studies that were begun as a copy of another and still are one in part: the same title, the same figures, a text
 * that goes on alike for long. Each case leaves a print of a few hundred bytes, and prints that meet in something are
 * found by sorting, so that ten thousand cases take no longer than reading them.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "indexer/base/arena.h"
#include "indexer/base/diagnostics.h"
#include "indexer/content/case_study.h"

/* What may be the same in two cases. */
enum print_part { PRINT_TITLE, PRINT_SUMMARY, PRINT_FIGURES, PRINT_TEXT, PRINT_CONTACT, PRINT_PARTS };

enum { PRINT_SAMPLES = 32 };

struct print {
    const char *id;
    const char *path;                 /* as it is told */
    const char *published;            /* "" when it is not said */
    struct place places[PRINT_PARTS]; /* where each part begins */
    uint64_t parts[PRINT_PARTS];      /* 0: the case has none */
    uint32_t samples[PRINT_SAMPLES];  /* the smallest of its runs of words, by as many orders */
    const char *ancestors;            /* the ids of those that it replaces or is adapted from, between blanks */
    bool told;                        /* it is one of those that are checked */
    bool good;                        /* … and has no errors */
};

struct prints {
    struct print *items;
    size_t count;
    size_t capacity;
};

/* Adds the print of a case, from its answers and the bytes of its text. What it keeps lives in the arena. */
void prints_add(struct arena *arena, struct prints *prints, const struct case_study *study, bool told, bool good);

/*
 * Tells each case that is checked of the one that it is most alike, once. Of two that are both checked the one that
 * was published later is told, or that whose id comes later. One that has errors is told only when its title, summary and
 * text are its own and figures came along: else it is not finished, and is told when nothing has to be mended before.
 */
void copies_check(struct arena *arena, const struct prints *prints, struct diagnostics *diagnostics);

#endif
