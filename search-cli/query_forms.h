#ifndef SEARCH_CLI_QUERY_FORMS_H
#define SEARCH_CLI_QUERY_FORMS_H

/* What can stand in a query, each as an example with what it does, for help in a terminal and on a page. The manual tells more. */
enum { QUERY_FORMS = 14 };
extern const char *const query_forms[QUERY_FORMS][2];

#endif
