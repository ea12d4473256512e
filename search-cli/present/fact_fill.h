#ifndef SEARCH_CLI_PRESENT_FACT_FILL_H
#define SEARCH_CLI_PRESENT_FACT_FILL_H

/*
 * What each kind of fact says of a case: the functions of the table in facts.c.
 * Each adds items to a fact that is empty, or none where the case does not say.
 */

#include "search-cli/present/fact.h"

/* The text of the field that the row of the table names; with a full stop; as a date; and the texts of a list. */
void fact_fill_text(const struct fact_case *of, struct fact *fact);
void fact_fill_sentence(const struct fact_case *of, struct fact *fact);
void fact_fill_date(const struct fact_case *of, struct fact *fact);
void fact_fill_texts(const struct fact_case *of, struct fact *fact);
void fact_fill_sentences(const struct fact_case *of, struct fact *fact);

/* The terms of the facet that the fact is for. */
void fact_fill_terms(const struct fact_case *of, struct fact *fact);

/* Guidance and resources: what it is called, where it is, what sort of thing it is. */
void fact_fill_resources(const struct fact_case *of, struct fact *fact);

void fact_fill_id(const struct fact_case *of, struct fact *fact);
void fact_fill_when(const struct fact_case *of, struct fact *fact);
void fact_fill_partners(const struct fact_case *of, struct fact *fact);
void fact_fill_reach(const struct fact_case *of, struct fact *fact);
void fact_fill_cost(const struct fact_case *of, struct fact *fact);
void fact_fill_mainstreamed(const struct fact_case *of, struct fact *fact);
void fact_fill_evidence(const struct fact_case *of, struct fact *fact);
void fact_fill_evidence_next(const struct fact_case *of, struct fact *fact);
void fact_fill_principles(const struct fact_case *of, struct fact *fact);
void fact_fill_adoptions(const struct fact_case *of, struct fact *fact);
void fact_fill_sources(const struct fact_case *of, struct fact *fact);
void fact_fill_contact(const struct fact_case *of, struct fact *fact);
void fact_fill_licence(const struct fact_case *of, struct fact *fact);
void fact_fill_origin(const struct fact_case *of, struct fact *fact);
void fact_fill_review_due(const struct fact_case *of, struct fact *fact);
void fact_fill_accountable(const struct fact_case *of, struct fact *fact);
void fact_fill_review(const struct fact_case *of, struct fact *fact);

/* What limits how well it is known, a sentence each. */
void fact_fill_limits(const struct fact_case *of, struct fact *fact);

/* Where something was looked for and not found: when, where, by which words. */
void fact_fill_searches(const struct fact_case *of, struct fact *fact);

/* What the section of that name says: its list, or its paragraphs. */
void fact_fill_did_not_work(const struct fact_case *of, struct fact *fact);

/* Outcomes that matter most; the other figures; what studies found and what people said besides. */
void fact_fill_main_outcomes(const struct fact_case *of, struct fact *fact);
void fact_fill_other_outcomes(const struct fact_case *of, struct fact *fact);
void fact_fill_findings(const struct fact_case *of, struct fact *fact);
void fact_fill_lived_experience(const struct fact_case *of, struct fact *fact);

/* Other cases: those that this one names, and those that name it. */
void fact_fill_related(const struct fact_case *of, struct fact *fact);

/* Shared measures of which this case has a figure and others have one too. */
void fact_fill_measures(const struct fact_case *of, struct fact *fact);

#endif
