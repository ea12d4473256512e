#ifndef INDEXER_CONTENT_SCALARS_H
#define INDEXER_CONTENT_SCALARS_H

/* What one written value may be: number, date, address, id. */

#include <stdbool.h>
#include <stddef.h>

/* A decimal number: digits, at most one point, an optional minus. No exponent, comma, unit or sign of money. */
bool scalar_number(const char *text, double *number);

/* YYYY, YYYY-MM or YYYY-MM-DD, and a real day between the years 1800 and 2199. */
bool scalar_date(const char *text);

/* How many days a month (1 to 12) of a year has. */
int scalar_days_in(int year, int month);

/*
 * Orders two dates of any precision by what is certain: less than 0 when `a` is surely before `b`, more than 0 when surely
 * after, 0 when neither ("2021" and "2021-03").
 */
int scalar_compare_dates(const char *a, const char *b);

/* Years from one date to another, in whole months divided by twelve; missing months count as January. */
double scalar_years_between(const char *from, const char *to);

/* yes, no, true or false, in any case. */
bool scalar_yes_no(const char *text, bool *truth);

/* http:// or https://, a host with a letter or digit, and no blanks, quotes, angle brackets or control characters. */
bool scalar_url(const char *text);
/* Why a text is none, as the end of a sentence; NULL when it is one. */
const char *scalar_url_fault(const char *text);

/* "#3f2a68" or "3f2a68", or three digits that are each meant twice; its parts, red first, from 0 to 255. */
bool scalar_colour(const char *text, unsigned parts[3]);

/* One @, something like a host behind it, no blanks, and nothing that stands around addresses. */
bool scalar_email(const char *text);

/* A DOI: "10.", a registrant, a slash and a name. */
bool scalar_doi(const char *text);

/*
 * What can be the id of a case study or page, and so its file name: [a-z0-9]+(-[a-z0-9]+)*, at most 64 bytes, and not
 * a file name that is taken (taken_names.h).
 */
bool scalar_case_id(const char *text);

#endif
