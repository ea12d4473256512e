#ifndef CATALOGUE_PROGRESS_H
#define CATALOGUE_PROGRESS_H

/* How far long work is, on one line of a terminal; nothing where stderr is none. */

#include <stddef.h>

/* A function to hand to the work, or NULL when nobody would see it. `what` must live as long as the work. */
void (*progress_for(const char *what))(size_t done, size_t of);

/* Wipes the line. */
void progress_end(void);

#endif
