#include "catalogue/draft/draft.h"

#include <string.h>

#include "catalogue/draft/draft_private.h"
#include "catalogue/draft/draft_words.h"
#include "indexer/base/slug.h"
#include "indexer/content/mend.h"
#include "indexer/content/scalars.h"
#include "indexer/content/source.h"

/* Of a long title as many words as an id can have. */
static const char *id_of(struct arena *arena, const char *title)
{
    enum { ID_MOST = 64 };
    char *id = arena_string(arena, slug_of(arena, title));
    if (strlen(id) > ID_MOST) {
        id[ID_MOST + 1] = '\0';
        char *hyphen = strrchr(id, '-');
        id[hyphen ? hyphen - id : ID_MOST] = '\0';
    }
    return *title && scalar_case_id(id) ? id : "case-study";
}

struct draft_file draft_of_parts(struct arena *arena, const struct draft_base *base, const struct document *document,
                                 const struct draft_body *body)
{
    struct draft_file draft = {.document = *document, .body = *body};
    struct text out = {0};
    const struct draft_answers answers = draft_answers(arena, base, &draft.document, &draft.body);
    draft_answers_write(&out, arena, &answers, base->vocabularies);
    draft_body_write(&out, arena, &draft.body);
    draft.id = id_of(arena, yaml_text(answers.map, case_fields[CASE_TITLE].key, ""));
    const char *path = arena_format(arena, "%s.md", draft.id);
    const struct case_context context = {.vocabularies = base->vocabularies};
    const struct mended mended = out.size <= CASE_FILE_MAX ? mend_case(arena, path, out.data, out.size, &context)
                                                           : (struct mended){out.data, out.size, 0};
    draft.data = arena_copy(arena, mended.data, mended.size);
    draft.size = mended.size;
    text_free(&out);
    return draft;
}

struct draft_file draft_of_document(struct arena *arena, const struct draft_base *base, const char *path,
                                    const char *data, size_t size)
{
    struct document document = document_read(arena, path, data, size);
    document.title = draft_private(arena, draft_one_line(arena, document.title), &document.left_out);
    document.markdown = draft_private(arena, document.markdown, &document.left_out);
    const struct document_parts parts = document_parts(arena, document.markdown);
    const struct draft_body body = draft_body(arena, &parts, &document);
    return draft_of_parts(arena, base, &document, &body);
}
