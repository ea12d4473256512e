#include "catalogue/draft/mail.h"

#include <string.h>
#include <strings.h>

#include "catalogue/draft/markdown_tidy.h"
#include "indexer/base/ascii.h"
#include "indexer/base/lines.h"
#include "indexer/base/text.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

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

/* Whether a line is "Name: value", as those on top are. */
static bool is_head_line(struct line line)
{
    size_t size = 0;
    while (size < line.size && (ascii_is_letter(line.at[size]) || line.at[size] == '-'))
        size++;
    return size > 1 && size < line.size && line.at[size] == ':';
}

bool mail_is_one(const char *text)
{
    bool from = false;
    bool subject = false;
    for (struct line line = line_at(text); is_head_line(line); line = line_at(behind(line))) {
        from |= begins(line, "From:") || begins(line, "To:");
        subject |= begins(line, "Subject:");
    }
    return from && subject;
}

static bool is_blank(struct line line)
{
    return strspn(line.at, " \t") >= line.size;
}

/* Goes on to behind the lines on top; a line that begins with a blank belongs to the one before. */
static const char *skip_head(struct arena *arena, const char *text, const char **subject, struct left_out *left_out)
{
    struct line line = line_at(text);
    while (is_head_line(line) || (line.at > text && !is_blank(line) && strchr(" \t", *line.at))) {
        if (begins(line, "Subject:") && !**subject) {
            const char *words = arena_copy(arena, line.at + strlen("Subject:"), line.size - strlen("Subject:"));
            words += strspn(words, " ");
            while (strncasecmp(words, "re: ", 4) == 0 || strncasecmp(words, "fw: ", 4) == 0 ||
                   strncasecmp(words, "fwd: ", 5) == 0)
                words = strchr(words, ' ') + 1;
            *subject = words;
        }
        left_out_add(arena, left_out, "a line on top of the e-mail", line.at, line.size);
        line = line_at(behind(line));
    }
    return line.at;
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
    return is_one_of(line, words, COUNT(words), 40) || (begins(line, "-- ") && line.size == 3);
}

/* Whether what was written before begins here. */
static bool is_earlier(struct line line)
{
    return begins(line, "-----Original Message") || begins(line, "________") ||
           begins(line, "Begin forwarded message") ||
           (begins(line, "On ") && line.size > 10 && strncasecmp(line.at + line.size - 6, "wrote:", 6) == 0);
}

/* Blanks at its beginning would make code of it. */
static void add_line(struct text *out, struct line line)
{
    size_t blanks = strspn(line.at, " \t");
    if (line.size > blanks)
        text_append(out, line.at + blanks, line.size - blanks);
    text_char(out, '\n');
}

const char *mail_markdown(struct arena *arena, const char *text, const char **subject, struct left_out *left_out)
{
    struct text out = {0};
    const char *why = NULL; /* from here on all is left out for this */
    bool written = false;
    *subject = "";
    for (struct line line = line_at(skip_head(arena, text, subject, left_out)); *line.at;
         line = line_at(behind(line))) {
        if (is_earlier(line))
            why = "what was written earlier";
        else if (written && !why && is_closing(line))
            why = "the end of the e-mail";
        if (why || *line.at == '>')
            left_out_add(arena, left_out, why ? why : "what was written earlier", line.at, line.size);
        else if (!written && is_greeting(line))
            left_out_add(arena, left_out, "the greeting", line.at, line.size);
        else
            add_line(&out, line);
        written |= !is_blank(line) && !is_greeting(line);
    }
    const char *words = markdown_tidy(arena, text_string(&out));
    text_free(&out);
    return words;
}
