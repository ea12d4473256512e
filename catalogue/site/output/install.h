#ifndef CATALOGUE_SITE_OUTPUT_INSTALL_H
#define CATALOGUE_SITE_OUTPUT_INSTALL_H

/*
 * A new site goes into the folder of the old one file by file, for a folder that cannot change places with another: one
 * where something is mounted, or that a server or a container holds open. What is new stands ready in a hidden folder
 * in it, with its list of files; to give that folder its name is the moment from which on the new site counts. Then
 *
 *   1. what stood nowhere yet takes its place,
 *   2. what takes the place of another does,
 *   3. what the old list has and the new one has not goes, and the new list takes the place of the old one.
 *
 * No page leads to one that is not there, at any time, and each file is the old one or the new one. A run that is
 * stopped on the way is finished by the next.
 */

#include <stdbool.h>

/* The hidden folder in a site where what is new may be put together. */
extern const char install_new[];

/* Removes what was being put together when a run was stopped, and finishes one that was ready. False with errno set. */
bool install_resume(int site);

/*
 * The same for a folder of the new site that stands elsewhere: first it gets its place in the site. What it holds must be on
 * the disk, and it is gone afterwards. After a failure the next run finishes it, unless nothing was done yet.
 */
bool install(int site, int parent, const char *name);

#endif
