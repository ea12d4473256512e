#ifndef INDEXER_CONTENT_ABBREVIATIONS_H
#define INDEXER_CONTENT_ABBREVIATIONS_H

/*
 * Abbreviations in the title, summary and text that a reader may not know: two capitals or more, as a word. Known are
 * those that everybody reads in a newspaper, those of the catalogue's glossary and synonyms, and those that the file itself
 * explains: in brackets behind their words or before them, by words that begin with their letters, or as a part of a
 * name in its title, programme, keywords, partners or sources. Each of the others is told once.
 */

#include "indexer/base/arena.h"
#include "indexer/base/diagnostics.h"
#include "indexer/content/case_study.h"
#include "indexer/content/vocabulary.h"

void abbreviations_check(struct arena *arena, const struct case_study *study, const struct vocabularies *vocabularies,
                         struct diagnostics *diagnostics);

#endif
