#include "catalogue/lsp/lsp_document.h"

#include <stdlib.h>
#include <string.h>

#include "indexer/content/case_check.h"
#include "indexer/content/case_parse.h"
#include "indexer/content/source.h"
#include "indexer/content/vocabulary_read.h"

static struct lsp_document *find(const struct lsp_documents *documents, const char *uri)
{
    for (size_t i = 0; i < documents->count; i++)
        if (strcmp(text_string(&documents->items[i].uri), uri) == 0)
            return &documents->items[i];
    return NULL;
}

const struct lsp_document *lsp_document_find(const struct lsp_documents *documents, const char *uri)
{
    return *uri ? find(documents, uri) : NULL;
}

void lsp_document_put(struct lsp_documents *documents, const char *uri, const char *text)
{
    struct lsp_document *document = find(documents, uri);
    document = document ? document : find(documents, "");
    if (!document) {
        documents->items = arena_grow(&documents->arena, documents->items, documents->count, &documents->capacity,
                                      sizeof *documents->items);
        document = &documents->items[documents->count++];
        *document = (struct lsp_document){.uri = {0}};
    }
    text_clear(&document->uri);
    text_clear(&document->text);
    text_add(&document->uri, uri);
    text_add(&document->text, text);
}

void lsp_document_close(struct lsp_documents *documents, const char *uri)
{
    struct lsp_document *document = *uri ? find(documents, uri) : NULL;
    if (!document)
        return;
    text_free(&document->uri);
    text_free(&document->text);
}

void lsp_documents_free(struct lsp_documents *documents)
{
    for (size_t i = 0; i < documents->count; i++) {
        text_free(&documents->items[i].uri);
        text_free(&documents->items[i].text);
    }
    arena_free(&documents->arena);
}

/* The file's name, by which its id is known; addresses of files write what is no letter as %XX. */
static const char *path_of(struct arena *arena, const char *uri)
{
    const char *slash = strrchr(uri, '/');
    struct text path = {0};
    for (const char *at = slash ? slash + 1 : uri; *at; at++) {
        char digits[3] = {at[0] == '%' ? at[1] : '\0', at[0] == '%' && at[1] ? at[2] : '\0', '\0'};
        bool escaped = strspn(digits, "0123456789abcdefABCDEF") == 2;
        text_char(&path, escaped ? (char)strtoul(digits, NULL, 16) : *at);
        at += escaped ? 2 : 0;
    }
    const char *result = arena_format(arena, "content/case-studies/%s", text_string(&path));
    text_free(&path);
    return result;
}

void lsp_check(struct lsp_checked *checked, const char *root, const struct lsp_document *document)
{
    struct diagnostics *diagnostics = &checked->diagnostics;
    const char *data = text_string(&document->text);
    size_t size = document->text.size;
    *checked = (struct lsp_checked){.arena = {0}};
    struct diagnostics own = {0};
    bool good = vocabularies_read(&checked->arena, root, &checked->vocabularies, &own);
    const char *path = path_of(&checked->arena, text_string(&document->uri));
    diagnostics_file(diagnostics, path, data, size);
    if (!good && own.count)
        diagnostics_add(diagnostics, own.items[0].code, (struct place){0, 0, 0}, "see: catalogue check",
                        "this file was not checked, because of %s: %s", own.items[0].path, own.items[0].message);
    diagnostics_free(&own);
    if (good && source_guard(data, size, CASE_FILE_MAX, diagnostics)) {
        const struct case_study *study =
            case_parse(&checked->arena, path, data, size, &checked->vocabularies, diagnostics);
        case_check(&checked->arena, study, &(struct case_context){&checked->vocabularies, root}, diagnostics);
    }
    diagnostics_sort(diagnostics);
}

void lsp_checked_free(struct lsp_checked *checked)
{
    diagnostics_free(&checked->diagnostics);
    arena_free(&checked->arena);
}
