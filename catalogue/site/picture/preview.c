#include "catalogue/site/picture/preview.h"

#include <string.h>

#include "catalogue/site/frame/paths.h"
#include "catalogue/site/picture/letters.h"
#include "catalogue/site/theme/asset.h"
#include "indexer/content/scalars.h"

/* From the brand's colour as paper to its ink, and the accent. */
enum { PAPER, INK = LETTER_TONES - 1, ACCENT, COLOURS, MARGIN = 90, TITLE_TOP = 250, TITLE_HEIGHT = 300, LINE = 13 };

static bool find_colour(const char *style, const char *name, unsigned parts[3])
{
    const char *at = strstr(style, name);
    char colour[8] = "";
    if (!at)
        return false;
    at += strlen(name);
    at += strspn(at, " ");
    size_t length = strcspn(at, "; }\n");
    if (length >= sizeof colour)
        return false;
    memcpy(colour, at, length);
    return scalar_colour(colour, parts);
}

/* As the pages have it: what the publisher sets comes before what the site has. */
static void take_colour(const struct site *site, const char *style, const char *name, unsigned parts[3])
{
    find_colour(style, name, parts);
    for (size_t i = 0; i < site->theme.file_count; i++)
        if (strcmp(site->theme.files[i].path, theme_stylesheet_path) == 0)
            find_colour(site->theme.files[i].data, name, parts);
}

static void find_colours(const struct site *site, unsigned char colours[3 * COLOURS])
{
    struct text style = {0};
    unsigned paper[3] = {0}, ink[3] = {0}, accent[3] = {0};
    asset_add(&style, ASSET_STYLESHEET);
    take_colour(site, text_string(&style), "--brand:", paper);
    take_colour(site, text_string(&style), "--on-brand:", ink);
    take_colour(site, text_string(&style), "--accent:", accent);
    for (unsigned i = 0; i < LETTER_TONES; i++)
        for (unsigned j = 0; j < 3; j++)
            colours[3 * i + j] = (unsigned char)((paper[j] * (INK - i) + ink[j] * i) / INK);
    for (unsigned j = 0; j < 3; j++)
        colours[3 * ACCENT + j] = (unsigned char)accent[j];
    text_free(&style);
}

static void fill(struct picture *picture, size_t left, size_t top, size_t right, size_t bottom, unsigned char colour)
{
    for (size_t y = top; y < bottom; y++)
        memset(picture->pixels + y * picture->width + left, colour, right - left);
}

/* The mark of the header, and a line at the foot. */
static void draw_mark(struct picture *picture)
{
    fill(picture, MARGIN, 155, MARGIN + 25, 200, INK);
    fill(picture, MARGIN + 38, 130, MARGIN + 63, 200, INK);
    fill(picture, MARGIN + 76, 100, MARGIN + 101, 200, ACCENT);
    fill(picture, 0, PREVIEW_HEIGHT - 16, PREVIEW_WIDTH, PREVIEW_HEIGHT, ACCENT);
}

/* How much of a text, in whole words, fits into a line; all of the first word. */
static size_t line_of(const char *text, double most)
{
    size_t fits = strcspn(text, " ");
    for (size_t end = fits; text[end];) {
        end += 1 + strcspn(text + end + 1, " ");
        if (letters_width(text, end) > most)
            break;
        fits = end;
    }
    return fits;
}

/* Draws it line by line, or only sees whether there is room for it. */
static bool set_title(const struct pen *pen, const char *text, bool draw)
{
    double most = (PREVIEW_WIDTH - 2 * MARGIN) / pen->unit;
    double y = TITLE_TOP;
    while (*text) {
        size_t line = line_of(text, most);
        if (letters_width(text, line) > most || y + LINE * pen->unit > TITLE_TOP + TITLE_HEIGHT + 5 * pen->unit)
            return false;
        if (draw)
            letters_draw(pen, text, line, MARGIN, y);
        text += line;
        text += strspn(text, " ");
        y += LINE * pen->unit;
    }
    return true;
}

/* The pen has no letters but a to z: a title with others is not drawn, rather than with holes. Dashes are blanks to it. */
static bool can_be_drawn(const char *text)
{
    for (; *text; text++) {
        if (strncmp(text, "\xe2\x80", 2) == 0 && text[2])
            text += 2;
        else if ((unsigned char)*text >= 0x80)
            return false;
    }
    return true;
}

void preview_make(const struct site *site, struct site_files *files)
{
    struct arena arena = {0};
    unsigned char colours[3 * COLOURS];
    struct picture picture = {PREVIEW_WIDTH, PREVIEW_HEIGHT, NULL};
    picture.pixels = arena_alloc(&arena, (size_t)PREVIEW_WIDTH * PREVIEW_HEIGHT);
    struct pen pen = {&picture, PAPER, 9.5};
    const char *title = site->settings->title;
    find_colours(site, colours);
    fill(&picture, 0, 0, PREVIEW_WIDTH, PREVIEW_HEIGHT, PAPER);
    draw_mark(&picture);
    while (pen.unit > 3 && !set_title(&pen, title, false))
        pen.unit -= 0.5;
    if (can_be_drawn(title))
        set_title(&pen, title, true);
    png_add(&site_files_add(files, path_preview)->bytes, &picture, colours, COLOURS);
    arena_free(&arena);
}
