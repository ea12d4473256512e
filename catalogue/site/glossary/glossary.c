#include "catalogue/site/glossary/glossary.h"

#include <limits.h>
#include <string.h>

#include "catalogue/site/frame/paths.h"
#include "indexer/base/ascii.h"

/* Elements whose text is left as it is: what is pressed, what names a part, and what stands in a box that scrolls. */
static const struct {
    enum html_tag tag;
    const char *name;
} left_alone[] = {{HTML_A, "a"},        {HTML_BUTTON, "button"}, {HTML_LABEL, "label"}, {HTML_SUMMARY, "summary"},
                  {HTML_H1, "h1"},      {HTML_H2, "h2"},         {HTML_H3, "h3"},       {HTML_H4, "h4"},
                  {HTML_TABLE, "table"}};
enum { LEFT_ALONE = sizeof left_alone / sizeof *left_alone };

void glossary_word(struct frame *frame, const char *word, const char *class, const char *meaning, const char *id)
{
    struct html *html = &frame->html;
    const char *free = html_free_id(html, id);
    html_open(html, HTML_SPAN);
    html_class(html, "explained");
    html_open(html, HTML_BUTTON);
    html_attribute(html, "type", "button");
    if (class)
        html_class(html, class);
    html_attribute(html, "aria-describedby", free);
    html_text(html, word);
    html_close(html, HTML_BUTTON);
    html_open(html, HTML_SPAN);
    html_attribute(html, "role", "tooltip");
    html_id(html, id);
    html_text(html, meaning);
    html_close(html, HTML_SPAN);
    html_close(html, HTML_SPAN);
}

static bool is_of_word(char byte)
{
    return ascii_is_letter(byte) || ascii_is_digit(byte) || (unsigned char)byte >= 0x80;
}

/* How many bytes of a text a spelling takes where it stands alone there, with an s of the plural; 0 where it does not. */
static size_t taken(const char *at, size_t left, const char *spelling)
{
    size_t size = strlen(spelling);
    if (size > left || strncmp(at, spelling, size) != 0)
        return 0;
    if (size < left && at[size] == 's')
        size++;
    return size < left && is_of_word(at[size]) ? 0 : size;
}

/* As it stands in rendered text. */
static const char *rendered(struct arena *arena, const char *spelling)
{
    const char *sign = strchr(spelling, '&');
    return sign ? arena_format(arena, "%.*s&amp;%s", (int)(sign - spelling), spelling, sign + 1) : spelling;
}

struct spelling {
    const char *written;
    const char *rendered;
    size_t term;
};

/* All spellings of the words that the site explains, and which of them the page has explained. */
struct glossary {
    const struct vocabulary *words;
    struct spelling *spellings;
    size_t count;
    bool begins[UCHAR_MAX + 1]; /* the bytes that any of them begins with */
    bool *explained;            /* by term */
};

static void add_spelling(struct arena *arena, struct glossary *glossary, size_t *capacity, const char *text,
                         size_t term)
{
    if (!*text)
        return;
    glossary->spellings =
        arena_grow(arena, glossary->spellings, glossary->count, capacity, sizeof *glossary->spellings);
    glossary->spellings[glossary->count++] = (struct spelling){text, rendered(arena, text), term};
    glossary->begins[(unsigned char)*text] = true;
}

static struct glossary *glossary_of(struct frame *frame)
{
    struct arena *arena = &frame->arena;
    if (frame->glossary)
        return frame->glossary;
    struct glossary *glossary = frame->glossary = arena_array(arena, 1, sizeof *glossary);
    glossary->words = vocabulary_find(frame->site->vocabularies, "glossary");
    size_t count = glossary->words ? glossary->words->count : 0;
    size_t capacity = 0;
    glossary->explained = arena_array(arena, count, sizeof *glossary->explained);
    for (size_t i = 0; i < count; i++) {
        const struct term *term = &glossary->words->terms[i];
        add_spelling(arena, glossary, &capacity, term->label, i);
        for (size_t j = 0; j < term->search_words.count; j++)
            add_spelling(arena, glossary, &capacity, term->search_words.items[j], i);
    }
    return glossary;
}

/* A run of characters of a page, and whether it is rendered text or still to be escaped. */
struct run {
    const char *text;
    size_t size;
    bool is_rendered;
};

/* The word that stands here in the run, the longest if several do, and its size; NULL when none does. */
static const struct spelling *spelling_at(const struct glossary *glossary, const struct run *run, size_t at,
                                          size_t *size)
{
    const struct spelling *found = NULL;
    *size = 0;
    if (!glossary->begins[(unsigned char)run->text[at]] || (at && is_of_word(run->text[at - 1])))
        return NULL;
    for (size_t i = 0; i < glossary->count; i++) {
        const struct spelling *spelling = &glossary->spellings[i];
        size_t here = taken(run->text + at, run->size - at, run->is_rendered ? spelling->rendered : spelling->written);
        if (here > *size) {
            *size = here;
            found = spelling;
        }
    }
    return found;
}

static void write_plain(struct frame *frame, const struct run *run, size_t from, size_t to)
{
    if (run->is_rendered)
        html_splice(&frame->html, run->text + from, to - from);
    else
        html_text(&frame->html, arena_copy(&frame->arena, run->text + from, to - from));
}

/* As it is written there, with the s of the plural. */
static void explain(struct frame *frame, const struct run *run, size_t size, const struct spelling *spelling)
{
    const struct term *term = &frame->glossary->words->terms[spelling->term];
    size_t bare = strlen(run->is_rendered ? spelling->rendered : spelling->written);
    const char *word = arena_format(&frame->arena, "%s%s", spelling->written, size > bare ? "s" : "");
    frame->glossary->explained[spelling->term] = true;
    glossary_word(frame, word, NULL, term->definition,
                  arena_format(&frame->arena, "word-%s", path_slug(&frame->arena, term->id)));
}

static void write_run(struct frame *frame, const struct run *run)
{
    const struct glossary *glossary = glossary_of(frame);
    size_t written = 0;
    size_t size = 0;
    for (size_t at = 0; at < run->size; at += size ? size : 1) {
        const struct spelling *spelling = spelling_at(glossary, run, at, &size);
        if (!spelling || glossary->explained[spelling->term])
            continue;
        write_plain(frame, run, written, at);
        explain(frame, run, size, spelling);
        written = at + size;
    }
    write_plain(frame, run, written, run->size);
}

/* Whether what is written now stands in an element that is left alone. */
static bool is_left_alone(const struct html *html)
{
    for (size_t i = 0; i < html->depth; i++) {
        for (size_t j = 0; j < LEFT_ALONE; j++) {
            if (html->open[i] == left_alone[j].tag)
                return true;
        }
    }
    return false;
}

void glossary_text(struct frame *frame, const char *text)
{
    if (is_left_alone(&frame->html))
        html_text(&frame->html, text);
    else
        write_run(frame, &(struct run){text, strlen(text), false});
}

/* 1 for the start of an element that is left alone, -1 for its end, 0 for any other tag. */
static int way_of(const char *tag)
{
    bool ends = tag[1] == '/';
    const char *name = tag + 1 + ends;
    size_t size = strcspn(name, " >/");
    for (size_t i = 0; i < LEFT_ALONE; i++) {
        if (strlen(left_alone[i].name) == size && strncmp(left_alone[i].name, name, size) == 0)
            return ends ? -1 : 1;
    }
    return 0;
}

/* Whether a tag begins a link to a page that settings leave out of the site. */
static bool leads_nowhere(const struct frame *frame, const char *tag)
{
    static const char link[] = "\74a href=\"";
    return strncmp(tag, link, sizeof link - 1) == 0 && !site_has(frame->site, tag + sizeof link - 1);
}

/* What was rendered is well formed, and has no > within a tag but its end; links do not stand in links. */
void glossary_rendered(struct frame *frame, struct rendered rendered)
{
    const char *at = rendered.html;
    int alone = 0;
    bool dropped = false;
    while (*at) {
        size_t size = *at == '<' ? strcspn(at, ">") + 1 : strcspn(at, "<");
        if (leads_nowhere(frame, at)) {
            dropped = true;
        } else if (dropped && strncmp(at, "\74/a>", 4) == 0) {
            dropped = false;
        } else {
            if (*at == '<')
                alone += way_of(at);
            if (*at == '<' || alone)
                html_splice(&frame->html, at, size);
            else
                write_run(frame, &(struct run){at, size, true});
        }
        at += size;
    }
}
