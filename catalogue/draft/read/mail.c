#include "catalogue/draft/read/mail.h"

#include <string.h>
#include <strings.h>

#include "catalogue/draft/read/html_markdown.h"
#include "catalogue/draft/read/mail_decode.h"
#include "catalogue/draft/read/mail_head.h"
#include "catalogue/draft/read/mail_parts.h"
#include "catalogue/draft/read/markdown_tidy.h"
#include "indexer/base/ascii.h"
#include "indexer/base/lines.h"
#include "indexer/base/text.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

enum { FIELDS_TOLD = 60, EARLIER_MAX = 200 };

static struct line line_at(const char *text)
{
    return (struct line){text, strcspn(text, "\n")};
}

static const char *behind(struct line line)
{
    return line.at + line.size + (line.at[line.size] == '\n');
}

static bool begins(struct line line, const char *with)
{
    return line.size >= strlen(with) && strncasecmp(line.at, with, strlen(with)) == 0;
}

const char *mail_bytes(struct arena *arena, const char *data, size_t size)
{
    char *bytes = arena_copy(arena, data, size);
    size_t used = 0;
    for (size_t i = 0; i < size; i++) {
        bool ended = data[i] == '\r' && i + 1 < size && data[i + 1] == '\n';
        if (!ended)
            bytes[used++] = data[i] == '\r' ? '\n' : data[i] ? data[i] : ' ';
    }
    bytes[used] = '\0';
    return bytes;
}

/* Behind the line "From somebody on a day" with which a box of e-mails parts them. */
static const char *first_field(const char *text)
{
    return strncmp(text, "From ", 5) == 0 ? behind(line_at(text)) : text;
}

bool mail_is_one(const char *text)
{
    bool from = false;
    bool subject = false;
    struct mail_field field;
    const char *end = text + strlen(text);
    for (text = first_field(text); text && (text = mail_field_read(text, end, &field)) != NULL;) {
        from |= mail_field_is(&field, "From") || mail_field_is(&field, "To");
        subject |= mail_field_is(&field, "Subject");
    }
    return from && subject;
}

static bool is_blank(struct line line)
{
    return strspn(line.at, " \t") >= line.size;
}

static const char *without_answer_marks(const char *subject)
{
    static const char *const marks[] = {"re:", "fw:", "fwd:"};
    for (size_t i = 0; i < COUNT(marks); i++)
        if (strncasecmp(subject, marks[i], strlen(marks[i])) == 0) {
            subject += strlen(marks[i]);
            subject += strspn(subject, " ");
            i = (size_t)-1;
        }
    return subject;
}

/* What a program for e-mail shows of the lines on top; the others are for machines. */
static bool is_shown(const struct mail_field *field)
{
    static const char *const names[] = {"from",       "to",          "cc",       "bcc",      "subject",
                                        "date",       "sent",        "sender",   "reply-to", "organization",
                                        "importance", "attachments", "comments", "keywords", "organisation"};
    return ascii_is_one_of(field->name.at, field->name.size, names, COUNT(names));
}

/* Leaves out the lines on top, and takes the subject from them. */
static void read_head(struct arena *arena, const char *text, const char **subject, struct left_out *left_out,
                      struct string_list *remarks)
{
    const char *end = text + strlen(text);
    bool unread = false;
    bool by_machine = *mail_field_value(arena, text, end, "MIME-Version") != '\0' ||
                      *mail_field_value(arena, text, end, "Received") != '\0' ||
                      *mail_field_value(arena, text, end, "Content-Type") != '\0';
    struct string_list others = {0};
    struct mail_field field;
    while ((text = mail_field_read(text, end, &field)) != NULL) {
        const char *name = arena_copy(arena, field.name.at, field.name.size);
        const char *value = mail_decode_words(arena, field.value.at, field.value.size, &unread);
        if (mail_field_is(&field, "Subject") && !**subject)
            *subject = without_answer_marks(value);
        if (by_machine && !is_shown(&field)) {
            if (!string_list_have(&others, name) && others.count < FIELDS_TOLD)
                string_list_add(arena, &others, name);
            continue;
        }
        const char *line = arena_format(arena, "%s: %s", name, value);
        left_out_add(arena, left_out, "a line on top of the e-mail", line, strlen(line));
    }
    const char *names = string_list_join(arena, &others, ", ");
    left_out_add(arena, left_out, "lines on top of the e-mail that programs do not show, by their names", names,
                 strlen(names));
    if (unread)
        string_list_add(arena, remarks, "letters on top of the e-mail are in an encoding that is not known here");
}

/* Whether a line is such words alone, or with a name behind a comma or blank. */
static bool is_one_of(struct line line, const char *const *words, size_t count, size_t longest)
{
    for (size_t i = 0; i < count; i++) {
        size_t size = strlen(words[i]);
        if (begins(line, words[i]) && line.size <= longest && (line.size == size || !ascii_is_letter(line.at[size])))
            return true;
    }
    return false;
}

static bool is_greeting(struct line line)
{
    static const char *const words[] = {"dear", "hi", "hello", "good morning", "good afternoon", "morning", "hiya"};
    return is_one_of(line, words, COUNT(words), 60);
}

static bool is_closing(struct line line)
{
    static const char *const words[] = {
        "kind regards", "best regards", "regards",      "warm regards",    "many thanks",      "thanks",
        "thank you",    "best wishes",  "all the best", "yours sincerely", "yours faithfully", "with best wishes",
        "with thanks",  "cheers",       "yours",        "kindest regards", "sent from my"};
    return is_one_of(line, words, COUNT(words), 40) || (line.size == 3 && begins(line, "-- "));
}

/* Without the marks of bold letters. */
static struct line bare(struct line line)
{
    size_t marks = strspn(line.at, "*_> ");
    marks = marks < line.size ? marks : line.size;
    return (struct line){line.at + marks, line.size - marks};
}

/* "From: somebody", with "Sent: a day" a few lines below it. */
static bool is_earlier_head(struct line line)
{
    enum { NEAR = 4 };
    if (!begins(bare(line), "From:"))
        return false;
    for (size_t i = 0; i < NEAR && *line.at; i++) {
        line = line_at(behind(line));
        if (begins(bare(line), "Sent:") || begins(bare(line), "Date:"))
            return true;
    }
    return false;
}

/* "On Monday Chris wrote:", on one line or two. */
static bool is_said(struct line line)
{
    static const char wrote[] = "wrote:";
    const size_t size = sizeof wrote - 1;
    struct line below = line_at(behind(line));
    return begins(line, "On ") && ((line.size > 10 && strncasecmp(line.at + line.size - size, wrote, size) == 0) ||
                                   (below.size >= size && below.size < EARLIER_MAX &&
                                    strncasecmp(below.at + below.size - size, wrote, size) == 0));
}

/* Whether what was written before begins here. */
static bool is_earlier(struct line line)
{
    static const char *const marks[] = {"-----Original Message", "________", "Begin forwarded message",
                                        "---------- Forwarded message", "-------- Forwarded Message"};
    for (size_t i = 0; i < COUNT(marks); i++)
        if (begins(bare(line), marks[i]))
            return true;
    return is_earlier_head(line) || is_said(line);
}

/* One e-mail on its way. */
struct writing {
    struct arena *arena;
    struct left_out *left_out;
    struct text out;
    const char *why; /* from here on all is left out for this */
    bool written;    /* something was taken */
    bool on_top;     /* of one that is passed on: its lines on top */
    bool after_blank;
    bool is_html; /* the blanks at the beginning of a line are those of lists */
};

static void leave_out(const struct writing *writing, const char *why, struct line line)
{
    left_out_add(writing->arena, writing->left_out, why, line.at, line.size);
}

/* Blanks at its beginning would make code of it. */
static void add_line(struct writing *writing, struct line line)
{
    size_t blanks = writing->is_html ? 0 : strspn(line.at, " \t");
    if (line.size > blanks)
        text_append(&writing->out, line.at + blanks, line.size - blanks);
    text_char(&writing->out, '\n');
}

static void write_line(struct writing *writing, struct line line)
{
    static const char earlier[] = "what was written earlier";
    struct mail_field field;
    bool signs = is_closing(line) || (writing->after_blank && line.size == 2 && begins(line, "--"));
    struct line words = bare(line);
    bool begins_earlier = is_earlier(line);
    if (begins_earlier && writing->written)
        writing->why = earlier;
    else if (writing->written && !writing->why && signs)
        writing->why = "the end of the e-mail";
    if (begins_earlier && !writing->written)
        writing->on_top = true;
    bool is_field = writing->on_top && mail_field_read(words.at, words.at + words.size, &field) != NULL;
    writing->on_top = writing->on_top && (is_field || begins_earlier || is_blank(line));
    if (writing->why || *line.at == '>')
        leave_out(writing, writing->why ? writing->why : earlier, line);
    else if (begins_earlier || is_field)
        leave_out(writing, earlier, line);
    else if (!writing->written && is_greeting(line))
        leave_out(writing, "the greeting", line);
    else
        add_line(writing, line);
    writing->written |= !is_blank(line) && !is_greeting(line) && !begins_earlier && !is_field && *line.at != '>';
    writing->after_blank = is_blank(line);
}

static const char *markdown_of(struct arena *arena, const struct mail_text *text, const char **title,
                               struct left_out *left_out, struct string_list *remarks)
{
    static const char unseen[] = "scripts, styles and comments, which readers of the e-mail do not see, are left out";
    if (!text->is_html)
        return text->data;
    const struct html_tree tree = html_tree_read(arena, text->data, text->size);
    if (!**title)
        *title = tree.title;
    if (tree.unseen && !string_list_have(remarks, unseen))
        string_list_add(arena, remarks, unseen);
    return html_markdown(arena, &tree, left_out);
}

const char *mail_markdown(struct arena *arena, const char *text, const char **subject, struct left_out *left_out,
                          struct string_list *remarks)
{
    struct writing writing = {.arena = arena, .left_out = left_out, .after_blank = true};
    text = first_field(text);
    *subject = "";
    read_head(arena, text, subject, left_out, remarks);
    const struct mail_texts parts = mail_parts(arena, text, text + strlen(text), left_out, remarks);
    for (size_t i = 0; i < parts.count; i++) {
        writing.is_html = parts.items[i].is_html;
        const char *markdown = markdown_of(arena, &parts.items[i], subject, left_out, remarks);
        for (struct line line = line_at(markdown); *line.at; line = line_at(behind(line)))
            write_line(&writing, line);
        text_char(&writing.out, '\n');
    }
    const char *words = markdown_tidy(arena, text_string(&writing.out));
    text_free(&writing.out);
    return words;
}
