#include "catalogue/draft/read/mail_parts.h"

#include <string.h>
#include <strings.h>

#include "catalogue/draft/read/document_text.h"
#include "catalogue/draft/read/mail_decode.h"
#include "catalogue/draft/read/mail_head.h"
#include "indexer/base/ascii.h"
#include "indexer/base/text.h"

/* A reading on its way. */
struct reading {
    struct arena *arena;
    struct left_out *left_out;
    struct string_list *remarks;
    size_t parts; /* that were met */
    bool too_many;
};

/* A part: its head, its bytes, and what the head says of them. */
struct part {
    const char *head;
    const char *body;
    const char *end;
    const char *type;  /* the whole value */
    const char *kind;  /* "text/plain" */
    const char *shown; /* Content-Disposition */
    const char *coding;
};

static void walk(struct reading *reading, const char *at, const char *end, size_t depth, struct mail_texts *into);

static void remark(struct reading *reading, const char *words)
{
    if (!string_list_have(reading->remarks, words))
        string_list_add(reading->arena, reading->remarks, words);
}

static bool begins(const char *text, const char *with)
{
    return strncasecmp(text, with, strlen(with)) == 0;
}

static struct part part_at(struct arena *arena, const char *at, const char *end)
{
    struct part part = {.head = at, .end = end};
    struct mail_field field;
    const char *next;
    while (at < end && (next = mail_field_read(at, end, &field)) != NULL)
        at = next;
    part.type = mail_field_value(arena, part.head, at, "Content-Type");
    part.kind = mail_value_kind(arena, *part.type ? part.type : "text/plain");
    part.shown = mail_field_value(arena, part.head, at, "Content-Disposition");
    part.coding = mail_value_kind(arena, mail_field_value(arena, part.head, at, "Content-Transfer-Encoding"));
    part.body = at < end && *at == '\n' ? at + 1 : at;
    return part;
}

static const char *name_of(struct arena *arena, const struct part *part)
{
    const char *name = mail_value_parameter(arena, part->shown, "filename");
    return *name ? name : mail_value_parameter(arena, part->type, "name");
}

/* "report.pdf (application/pdf, 48 kB)" */
static void name_attachment(struct reading *reading, const struct part *part)
{
    enum { KILO = 1000 };
    size_t left = (size_t)(part->end - part->body);
    size_t size = strcmp(part->coding, "base64") == 0 ? mail_base64_size(part->body, left) : left;
    const char *measure = size < KILO ? "bytes" : "kB";
    const char *name = name_of(reading->arena, part);
    if (!*name && begins(part->kind, "message/")) {
        const char *subject = mail_field_value(reading->arena, part->body, part->end, "Subject");
        bool unread = false;
        name = mail_decode_words(reading->arena, subject, strlen(subject), &unread);
    }
    const char *words = arena_format(reading->arena, "%s%s%s, %zu %s%s", name, *name ? " (" : "", part->kind,
                                     size < KILO ? size : (size + KILO / 2) / KILO, measure, *name ? ")" : "");
    left_out_add(reading->arena, reading->left_out,
                 "an attachment, which was not read: save it, and give it to \"catalogue new --from\" by itself", words,
                 strlen(words));
}

/* The line that begins with two hyphens and the boundary, from `at` on; `end` when there is none. *last: nothing follows. */
static struct line boundary_from(const char *at, const char *end, const char *boundary, bool *last)
{
    size_t size = strlen(boundary);
    while (at < end) {
        const char *stop = memchr(at, '\n', (size_t)(end - at));
        struct line line = {at, (size_t)((stop ? stop : end) - at)};
        bool same = line.size >= size + 2 && strncmp(at, "--", 2) == 0 && memcmp(at + 2, boundary, size) == 0;
        const char *rest = at + 2 + size;
        *last = same && line.size >= size + 4 && strncmp(rest, "--", 2) == 0;
        rest += *last ? 2 : 0;
        if (same && strspn(rest, " \t") >= line.size - (size_t)(rest - at))
            return line;
        at = line_after(line, end);
    }
    *last = false;
    return (struct line){end, 0};
}

/* What parts most likely have between them where the head does not say it, or says what is not there: "" for nothing. */
static const char *guess_boundary(struct arena *arena, const char *at, const char *end)
{
    struct mail_field field;
    while (at < end) {
        const char *stop = memchr(at, '\n', (size_t)(end - at));
        struct line line = {at, (size_t)((stop ? stop : end) - at)};
        const char *next = line_after(line, end);
        if (line.size > 2 && strncmp(at, "--", 2) == 0 && next < end && mail_field_read(next, end, &field) &&
            begins(field.name.at, "Content-")) {
            size_t size = line.size - 2;
            while (size && strchr(" \t", at[1 + size]))
                size--;
            return arena_copy(arena, at + 2, size);
        }
        at = next;
    }
    return "";
}

static void take(struct reading *reading, struct mail_texts *into, const struct mail_texts *from)
{
    for (size_t i = 0; i < from->count; i++) {
        into->items = arena_grow(reading->arena, into->items, into->count, &into->capacity, sizeof *into->items);
        into->items[into->count++] = from->items[i];
    }
}

/* Each part of several, and what stands around them. `plain` and `html` are the same where all are to be read. */
static void walk_between(struct reading *reading, const struct part *part, const char *boundary, size_t depth,
                         struct mail_texts *plain, struct mail_texts *html)
{
    bool last = false;
    struct line line = boundary_from(part->body, part->end, boundary, &last);
    left_out_add(reading->arena, reading->left_out, "before the parts of the e-mail", part->body,
                 (size_t)(line.at - part->body));
    while (line.at < part->end && !last) {
        const char *from = line_after(line, part->end);
        line = boundary_from(from, part->end, boundary, &last);
        struct mail_texts found = {0};
        /* The line's end before a boundary is the boundary's. */
        walk(reading, from, line.at - (line.at > from && line.at < part->end), depth + 1, &found);
        bool is_html = false;
        for (size_t i = 0; i < found.count; i++)
            is_html |= found.items[i].is_html;
        take(reading, is_html ? html : plain, &found);
    }
    if (!last)
        remark(reading, "the e-mail breaks off: the end of its parts is not there");
    const char *rest = last ? line_after(line, part->end) : part->end;
    left_out_add(reading->arena, reading->left_out, "behind the parts of the e-mail", rest, (size_t)(part->end - rest));
}

static void read_text(struct reading *reading, const struct part *part, struct mail_texts *into)
{
    struct text bytes = {0};
    size_t size = (size_t)(part->end - part->body);
    if (strcmp(part->coding, "base64") == 0)
        mail_decode_base64(&bytes, part->body, size);
    else if (strcmp(part->coding, "quoted-printable") == 0)
        mail_decode_quoted(&bytes, part->body, size);
    else
        text_append(&bytes, part->body, size);
    const char *charset = mail_value_parameter(reading->arena, part->type, "charset");
    const struct document_text text = document_text_of(reading->arena, text_string(&bytes), bytes.size, charset);
    struct mail_text one = {text.data, text.size, strcmp(part->kind, "text/html") == 0};
    if (text.unread)
        remark(reading,
               arena_format(reading->arena,
                            "its letters are in the encoding \"%s\", which is not known here: those beyond A to "
                            "Z are \uFFFD in the file; save the e-mail as UTF-8",
                            charset));
    else if (text.read_as && !*charset)
        remark(reading, arena_format(reading->arena, "it is not UTF-8, and was read as %s", text.read_as));
    take(reading, into, &(struct mail_texts){&one, 1, 1});
    text_free(&bytes);
}

static void walk_several(struct reading *reading, const struct part *part, size_t depth, struct mail_texts *into)
{
    bool last = false;
    const char *boundary = mail_value_parameter(reading->arena, part->type, "boundary");
    if (!*boundary || boundary_from(part->body, part->end, boundary, &last).at == part->end) {
        boundary = guess_boundary(reading->arena, part->body, part->end);
        remark(reading, *boundary ? "its head does not say where its parts end; they were told apart by their lines"
                                  : "its parts could not be told apart; all of it was read as text");
    }
    struct mail_texts html = {0};
    struct mail_texts plain = {0};
    if (!*boundary) {
        read_text(reading, part, into);
    } else if (strcmp(part->kind, "multipart/alternative") == 0) {
        walk_between(reading, part, boundary, depth, &plain, &html);
        take(reading, into, mail_text_choose(reading->arena, &plain, &html, reading->left_out, reading->remarks));
    } else {
        walk_between(reading, part, boundary, depth, into, into);
    }
}

static void walk(struct reading *reading, const char *at, const char *end, size_t depth, struct mail_texts *into)
{
    const struct part part = part_at(reading->arena, at, end);
    bool is_text = strcmp(part.kind, "text/plain") == 0 || strcmp(part.kind, "text/html") == 0;
    bool attached = begins(part.shown, "attachment") || (depth && *name_of(reading->arena, &part));
    static const char *const codings[] = {"", "7bit", "8bit", "binary", "quoted-printable", "base64"};
    bool known = ascii_is_one_of(part.coding, strlen(part.coding), codings, sizeof codings / sizeof *codings);
    if (depth > MAIL_DEPTH || ++reading->parts > MAIL_PARTS) {
        if (!reading->too_many)
            remark(reading, "it has more parts, or parts deeper in others, than are read: the rest is left out");
        reading->too_many = true;
    } else if (begins(part.kind, "multipart/") && !attached) {
        walk_several(reading, &part, depth, into);
    } else if (is_text && !attached && known) {
        read_text(reading, &part, into);
    } else {
        if (is_text && !known)
            remark(reading, arena_format(reading->arena, "a text of it is in the form \"%s\", which is not known here",
                                         part.coding));
        name_attachment(reading, &part);
    }
}

struct mail_texts mail_parts(struct arena *arena, const char *at, const char *end, struct left_out *left_out,
                             struct string_list *remarks)
{
    struct reading reading = {.arena = arena, .left_out = left_out, .remarks = remarks};
    struct mail_texts parts = {0};
    walk(&reading, at, end, 0, &parts);
    return parts;
}
