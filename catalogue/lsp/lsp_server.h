#ifndef CATALOGUE_LSP_LSP_SERVER_H
#define CATALOGUE_LSP_LSP_SERVER_H

#include <stdbool.h>

/*
 * Serves one editor until it says "exit" or hangs up, reading from one open file and writing to another. True when the
 * editor had said "shutdown" before, or hung up between two messages; else false, with *problem a sentence, or NULL when it only
 * left without a word.
 */
bool lsp_serve(int from, int to, const char *root, const char **problem);

#endif
