/* The body of a case study: whatever is written, only harmless HTML comes out. */
#include "indexer/content/markdown.h"
#include "indexer/content/source.h"
#include "tests/fuzz/fuzz.h"

/* Whether a tag, from behind its < or </, is one that the text of a case may have. */
static bool is_allowed(const char *tag)
{
    static const char *const allowed[] = {"p",    "em",         "strong", "code",  "pre",   "ul",
                                          "ol",   "li",         "a",      "img",   "br /",  "!-- raw HTML omitted --",
                                          "hr /", "blockquote", "h1",     "h2",    "h3",    "h4",
                                          "h5",   "h6",         "table",  "thead", "tbody", "tr",
                                          "th",   "td",         "section"};
    size_t size = strcspn(tag, ">");
    for (size_t i = 0; i < sizeof allowed / sizeof *allowed; i++) {
        size_t name = strlen(allowed[i]);
        if (strncmp(tag, allowed[i], name) == 0 && (name == size || tag[name] == ' '))
            return true;
    }
    return false;
}

static void look_at(const char *html)
{
    static const char *const schemes[] = {"http:", "https:", "mailto:"};
    fuzz_must_be_shown(html);
    for (const char *at = html; (at = strchr(at, '<')); at++)
        fuzz_must(is_allowed(at + 1 + (at[1] == '/')), "only tags of text come out");
    for (const char *at = html; (at = strstr(at, " href=\"")); at++) {
        const char *address = at + strlen(" href=\"");
        bool harmless = address[strcspn(address, ":/?#\"")] != ':';
        for (size_t i = 0; i < sizeof schemes / sizeof *schemes; i++)
            harmless |= strncmp(address, schemes[i], strlen(schemes[i])) == 0;
        fuzz_must(harmless, "links lead to pages and mailboxes");
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena arena = {0};
    struct diagnostics diagnostics = {0};
    const char *text = (const char *)data;
    diagnostics_file(&diagnostics, "x.md", text, size);
    if (source_guard(text, size, CASE_FILE_MAX, &diagnostics)) {
        struct markdown_body body = markdown_read(&arena, text, size, 1, "../", &diagnostics);
        look_at(body.before.html);
        fuzz_must_be_shown(body.plain);
        for (size_t i = 0; i < body.section_count; i++) {
            look_at(body.sections[i].content.html);
            fuzz_must_be_shown(body.sections[i].plain);
        }
    }
    diagnostics_free(&diagnostics);
    arena_free(&arena);
    return 0;
}
