#ifndef SEARCH_CLI_PRESENT_DATE_PARTS_H
#define SEARCH_CLI_PRESENT_DATE_PARTS_H

/* A date of the content (YYYY, YYYY-MM or YYYY-MM-DD) as numbers. */

struct date_parts {
    int count; /* of the parts that are known: 0 (no date) to 3 */
    int year, month, day;
};

/* Stops before a part that is no number or that no calendar has. */
struct date_parts date_parts_of(const char *date);

#endif
