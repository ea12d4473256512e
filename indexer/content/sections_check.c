#include "indexer/content/sections_check.h"

#include <string.h>

#include "indexer/base/utf8.h"
#include "indexer/base/yaml_lines.h"
#include "indexer/content/codes.h"
#include "indexer/content/headings.h"

/* The headings that anybody looks at to find what was meant; case studies have a dozen. */
enum { SECTIONS_MAX = 50 };

/* The text that is looked at. */
struct looking {
    struct arena *arena;
    const struct markdown_body *body;
    struct diagnostics *diagnostics;
};

/* The number of the sections with a known heading that stood before, up to this one or all. */
static size_t count_repeated(const struct markdown_body *body, const struct markdown_section *until)
{
    size_t count = 0;
    for (size_t i = 0; i < body->section_count && &body->sections[i] != until; i++) {
        const struct markdown_section *at = &body->sections[i];
        count += at->known && markdown_section(body, at->heading) != at;
    }
    return count;
}

/* Under another heading, which is reported by itself. */
static bool is_under_another(const struct markdown_body *body, const char *required)
{
    for (size_t i = 0; i < body->section_count && i < SECTIONS_MAX; i++) {
        const char *meant = body->sections[i].known ? NULL : heading_meant(body->sections[i].heading);
        if (meant && strcmp(meant, required) == 0)
            return true;
    }
    return false;
}

/* The required section that is nowhere, counted from 0, or NULL. */
static const char *missing_section(const struct markdown_body *body, size_t number)
{
    const char *required;
    for (size_t i = 0; (required = heading_required(i)) != NULL; i++)
        if (!markdown_section(body, required) && !is_under_another(body, required) && !number--)
            return required;
    return NULL;
}

static struct place whole_line(const struct markdown_body *body, size_t number)
{
    struct line line = body->lines[number - body->first_line];
    while (line.size && line.at[line.size - 1] == '\r')
        line.size--;
    return (struct place){number, 1, utf8_length(line.at, line.size)};
}

/* The first line of what stands before the first section; 0 where nothing does. */
static size_t text_before(const struct markdown_body *body)
{
    for (size_t i = 0; *body->before.html && i < body->line_count; i++)
        if (yaml_blanks(body->lines[i].at, body->lines[i].size) < body->lines[i].size)
            return body->first_line + i;
    return 0;
}

/* Where a section is missed: at the first heading that comes after it, else at the last there is, else at the line that ends the answers. */
static struct place place_missed(const struct looking *looking, const char *required)
{
    const struct markdown_body *body = looking->body;
    const struct markdown_section *found = NULL;
    bool passed = false;
    const char *at;
    for (size_t i = 0; !found && (at = heading_required(i)) != NULL; i++) {
        found = passed ? markdown_section(body, at) : NULL;
        passed = passed || strcmp(at, required) == 0;
    }
    if (!found && body->section_count)
        found = &body->sections[body->section_count - 1];
    if (found)
        return whole_line(body, found->place.line);
    return (struct place){body->first_line - 1, 1, 3};
}

/* Text before the first section, where the first is missing, has lost its heading. */
static bool first_is_lost(const struct markdown_body *body)
{
    const char *first = heading_required(0);
    return text_before(body) && !markdown_section(body, first) && !is_under_another(body, first);
}

static void tell_lost_heading(const struct looking *looking)
{
    const struct markdown_body *body = looking->body;
    const char *first = heading_required(0);
    size_t line = text_before(body);
    report(looking->diagnostics, CODE_SECTION_MISSING, whole_line(body, line),
           arena_format(looking->arena, "add a line ## %s above it", first), "the heading \"%s\" is missing", first);
    diagnostics_fix(looking->diagnostics, (struct place){line, 1, 0}, arena_format(looking->arena, "## %s\n\n", first),
                    false);
}

/* One heading that stands twice is told as what it is, and not as the lack of another. */
static void required_sections_are_there(const struct looking *looking)
{
    const struct markdown_body *body = looking->body;
    bool lost = first_is_lost(body);
    const char *missing;
    if (lost)
        tell_lost_heading(looking);
    else if (text_before(body))
        report(looking->diagnostics, CODE_SECTION_UNKNOWN, whole_line(body, text_before(body)),
               "put it below ## The need", "text stands before the first section");
    for (size_t i = lost + count_repeated(body, NULL); (missing = missing_section(body, i)) != NULL; i++)
        report(looking->diagnostics, CODE_SECTION_MISSING, place_missed(looking, missing),
               arena_format(looking->arena, "add a line ## %s and a sentence or more below it", missing),
               "the section \"%s\" is missing", missing);
}

/* Whether the section that a heading stands for is there, or a heading before it stands for the same. */
static bool is_taken(const struct markdown_body *body, const struct markdown_section *section, const char *meant)
{
    for (size_t i = 0; meant && i < body->section_count && i < SECTIONS_MAX; i++) {
        const struct markdown_section *other = &body->sections[i];
        const char *as = other->known ? other->heading : other < section ? heading_meant(other->heading) : NULL;
        if (other != section && as && strcmp(as, meant) == 0)
            return true;
    }
    return false;
}

/* The line of a heading as it was meant: the section's own words, or a heading within the section before. */
static void fix_heading(const struct looking *looking, const struct markdown_section *section, const char *meant,
                        bool taken)
{
    const struct markdown_body *body = looking->body;
    struct line line = body->lines[section->place.line - body->first_line];
    struct place place = whole_line(body, section->place.line);
    bool first = section == body->sections;
    if (line.size < 2 || memcmp(line.at, "##", 2) != 0 || (first && (taken || !meant)) || !section->has_text)
        return;
    bool stays = taken || !meant;
    while (line.size && line.at[line.size - 1] == '\r')
        line.size--;
    diagnostics_fix(looking->diagnostics, place,
                    stays ? arena_format(looking->arena, "#%.*s", (int)line.size, line.at)
                          : arena_format(looking->arena, "## %s", meant),
                    !stays && heading_known(section->heading));
}

static void section_is_unknown(const struct looking *looking, const struct markdown_section *section)
{
    if (section >= looking->body->sections + SECTIONS_MAX) {
        report(looking->diagnostics, CODE_SECTION_UNKNOWN, section->place, NULL,
               "\"%s\" is not a section of a case study", section->heading);
        return;
    }
    const char *meant = heading_meant(section->heading);
    bool taken = is_taken(looking->body, section, meant);
    report(looking->diagnostics, CODE_SECTION_UNKNOWN, whole_line(looking->body, section->place.line),
           heading_help(looking->arena, section->heading, taken), "\"%s\" is not a section of a case study",
           section->heading);
    fix_heading(looking, section, meant, taken);
}

/* Where a required section is missing as well, this is probably the one. */
static void section_stands_twice(const struct looking *looking, const struct markdown_section *section)
{
    const struct markdown_body *body = looking->body;
    const char *missing = missing_section(body, first_is_lost(body) + count_repeated(body, section));
    report(looking->diagnostics, CODE_SECTION_TWICE, whole_line(body, section->place.line),
           missing ? arena_format(looking->arena,
                                  "is it ## %s, which is missing? Else put both texts under one heading", missing)
                   : "put both texts under one heading",
           "the section \"%s\" stands twice", section->heading);
    if (missing)
        diagnostics_fix(looking->diagnostics, whole_line(body, section->place.line),
                        arena_format(looking->arena, "## %s", missing), false);
}

static void sections_are_known_and_filled(const struct looking *looking)
{
    const struct markdown_body *body = looking->body;
    for (size_t i = 0; i < body->section_count; i++) {
        const struct markdown_section *section = &body->sections[i];
        if (section->is_title)
            continue;
        if (!section->known)
            section_is_unknown(looking, section);
        else if (markdown_section(body, section->heading) != section)
            section_stands_twice(looking, section);
        if (!section->has_text)
            report(looking->diagnostics, CODE_SECTION_EMPTY, section->place,
                   "write a sentence or more below it, or take the heading out", "the section \"%s\" has no text",
                   section->heading);
    }
}

void sections_check(struct arena *arena, const struct markdown_body *body, struct diagnostics *diagnostics)
{
    struct looking looking = {arena, body, diagnostics};
    required_sections_are_there(&looking);
    sections_are_known_and_filled(&looking);
}
