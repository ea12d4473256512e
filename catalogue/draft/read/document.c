#include "catalogue/draft/read/document.h"

#include <string.h>
#include <strings.h>

#include "catalogue/draft/read/document_text.h"
#include "catalogue/draft/read/form_table.h"
#include "catalogue/draft/read/html_markdown.h"
#include "catalogue/draft/read/mail.h"
#include "catalogue/draft/read/markdown_tidy.h"
#include "catalogue/draft/read/toml_front.h"
#include "indexer/content/source.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

static bool begins(const char *data, size_t size, const char *with)
{
    return size >= strlen(with) && strncasecmp(data, with, strlen(with)) == 0;
}

static bool ends_in(const char *path, const char *end)
{
    size_t size = strlen(path);
    return size > strlen(end) && strcasecmp(path + size - strlen(end), end) == 0;
}

size_t document_most(const char *data)
{
    return mail_is_one(data) ? DOCUMENT_MAIL_MAX : DOCUMENT_MAX;
}

const char *document_fault(const char *data, size_t size)
{
    static const struct {
        const char *begins;
        const char *fault;
    } others[] = {
        {"PK\x03\x04", "is a file of an office program; save it as HTML there, or turn it into HTML with pandoc"},
        {"\xD0\xCF\x11\xE0", "is an old Word file, or an e-mail as Outlook keeps it; open it and save it as HTML"},
        {"%PDF", "is a PDF; take the document that it was made from, or copy its text into a plain text file"},
        {"{\\rtf", "is a file in rich text; open it and save it as HTML"},
        {"\x89PNG", "is a picture"},
        {"\xFF\xD8\xFF", "is a picture"},
    };
    for (size_t i = 0; i < COUNT(others); i++)
        if (size >= strlen(others[i].begins) && memcmp(data, others[i].begins, strlen(others[i].begins)) == 0)
            return others[i].fault;
    return NULL;
}

/* By the ending of its name, or by the tag that it begins with. */
static bool is_html(const char *path, const char *data, size_t size)
{
    size_t mark = strspn(data, " \t\n");
    const char *tag = data + mark + 1;
    size_t left = mark < size ? size - mark - 1 : 0;
    bool begins_so = data[mark] == '<' &&
                     (begins(tag, left, "!doctype html") || begins(tag, left, "html") || begins(tag, left, "?xml"));
    return begins_so || ends_in(path, ".html") || ends_in(path, ".htm");
}

static void read_html(struct arena *arena, const struct document_text *text, struct document *document)
{
    const struct html_tree tree = html_tree_read(arena, text->data, text->size);
    document->title = tree.title;
    document->markdown = html_markdown(arena, &tree, &document->left_out);
    if (tree.unseen)
        string_list_add(arena, &document->remarks,
                        "scripts, styles and comments, which readers of the page do not see, are left out");
}

/* Front matter that is no YAML is kept as a text. */
static void read_markdown(struct arena *arena, const struct document_text *text, struct document *document)
{
    const struct source source = source_read(arena, text->data, text->size, NULL, NULL);
    const char *body = source.body ? arena_copy(arena, source.body, source.body_size) : text->data;
    bool whole = source.front && source.front_whole && source.front->kind == TREE_MAP;
    document->front = whole ? source.front : toml_front(arena, text->data, &body);
    if (source.front_text && !whole)
        body = arena_format(arena, "%.*s\n\n%s", (int)source.front_size, source.front_text, body);
    document->markdown = markdown_tidy(arena, form_table_markdown(arena, body, &document->left_out));
}

struct document document_read(struct arena *arena, const char *path, const char *data, size_t size)
{
    const struct document_text text = document_text(arena, data, size);
    struct document document = {.title = ""};
    bool is_page = is_html(path, text.data, text.size);
    const char *mail = is_page ? "" : mail_bytes(arena, data, size);
    bool whole = mail_is_one(mail); /* with its parts in encodings of their own */
    mail = whole ? mail : text.data;
    if (text.read_as && !whole)
        string_list_add(arena, &document.remarks,
                        arena_format(arena, "it is not UTF-8, and was read as %s", text.read_as));
    if (is_page)
        read_html(arena, &text, &document);
    else if ((document.is_letter = whole || mail_is_one(mail)))
        document.markdown = mail_markdown(arena, mail, &document.title, &document.left_out, &document.remarks);
    else
        read_markdown(arena, &text, &document);
    return document;
}
