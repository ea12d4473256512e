#include "catalogue/draft/draft_body.h"

#include <string.h>
#include <strings.h>

#include "catalogue/draft/draft_key.h"
#include "catalogue/draft/draft_words.h"
#include "indexer/base/yaml_make.h"
#include "indexer/content/headings.h"

enum { SUMMARY_MOST = 320, PLACE_MOST = 80 };

const char draft_unplaced[] = "Not placed yet";

/* The part that later ones may be parts of. */
struct placing {
    struct arena *arena;
    struct draft_body *body;
    struct document *document;
    struct yaml_node *front;           /* of the document, with what its parts say */
    const struct document_part *above; /* NULL before the first heading */
    struct draft_pieces *into;         /* where its text went; NULL when that is not the body */
    bool is_placed;
};

static void add_piece(struct arena *arena, struct draft_pieces *pieces, const char *heading, const char *text,
                      bool below)
{
    pieces->items = arena_grow(arena, pieces->items, pieces->count, &pieces->capacity, sizeof *pieces->items);
    pieces->items[pieces->count++] = (struct draft_piece){heading, text, below};
}

void draft_body_unplaced(struct arena *arena, struct draft_body *body, const char *heading, const char *text)
{
    add_piece(arena, &body->unplaced, heading, text, false);
}

static struct draft_pieces *section_of(struct draft_body *body, const char *known)
{
    for (size_t i = 0; i < DRAFT_SECTIONS && heading_at(i); i++)
        if (strcmp(heading_at(i), known) == 0)
            return &body->sections[i];
    return &body->unplaced;
}

struct draft_body draft_body_empty(void)
{
    return (struct draft_body){.title = "", .summary = "", .sources = "", .place = "", .keywords = ""};
}

void draft_body_add(struct arena *arena, struct draft_body *body, const char *known, const char *text)
{
    add_piece(arena, section_of(body, known), known, text, false);
}

static void say_placed(const struct placing *placing, const char *heading, const char *where)
{
    if (*heading)
        string_list_add(placing->arena, &placing->body->placed,
                        arena_format(placing->arena, "%s \u2192 %s", heading, where));
}

/* One more paragraph behind a text. */
static const char *joined(struct arena *arena, const char *text, const char *more)
{
    return !*more ? text : *text ? arena_format(arena, "%s\n\n%s", text, more) : more;
}

/* Whether what stands below a heading may be sources or anything else. */
static bool is_unsure(const char *heading)
{
    static const char *const unsure[] = {"further info", "more info", "find out more", "links", "notes"};
    for (size_t i = 0; i < sizeof unsure / sizeof *unsure; i++)
        if (strncasecmp(heading, unsure[i], strlen(unsure[i])) == 0)
            return true;
    return false;
}

/* Under which answer of the front matter the text of a part is kept; NULL where it stays in the body. */
static const char **answer_of(struct arena *arena, struct draft_body *body, const struct document_part *part)
{
    const char *front = heading_front(part->heading);
    const char *text = part->text;
    const char *rest = "";
    bool is_line = !strchr(text, '\n');
    if (strcmp(front, "summary:") == 0 && strlen(text) <= SUMMARY_MOST && !strstr(text, "\n\n") && !*body->summary)
        return &body->summary;
    if (strcmp(front, "sources:") == 0 && !*body->sources &&
        draft_sources(arena, text, !is_unsure(part->heading), &rest)) {
        body->sources_unsure = is_unsure(part->heading);
        return &body->sources;
    }
    if (strcmp(front, "place:") == 0 && is_line && strlen(text) <= PLACE_MOST && !*body->place)
        return &body->place;
    if (strcmp(front, "keywords:") == 0 && is_line && !*body->keywords)
        return &body->keywords;
    return NULL;
}

static bool is_of_people(const struct document_part *part, const char *front)
{
    return strcmp(front, "contact:") == 0 || strncmp(part->heading, "Author", strlen("Author")) == 0;
}

/* A part whose place is the front matter. False when there is no room for it. */
static bool place_in_front(struct placing *placing, const struct document_part *part)
{
    const char *front = heading_front(part->heading);
    const char **answer = front ? answer_of(placing->arena, placing->body, part) : NULL;
    if (!front)
        return false;
    if (is_of_people(part, front)) {
        const char *all = arena_format(placing->arena, "%s: %s", part->heading, part->text);
        left_out_add(placing->arena, &placing->document->left_out, "whom to ask, or who wrote it", all, strlen(all));
        say_placed(placing, part->heading, "left out");
        return true;
    }
    if (!answer)
        return false;
    *answer = part->text;
    say_placed(placing, part->heading, arena_copy(placing->arena, front, strlen(front) - 1));
    return true;
}

/* A part of one line under the name of an answer ("Region") is one, as if it stood in the front matter. */
static bool place_as_answer(struct placing *placing, const struct document_part *part)
{
    const char *front = heading_front(part->heading);
    const char *key = front ? arena_copy(placing->arena, front, strlen(front) - 1) : part->heading;
    unsigned field = heading_meant(part->heading) ? CASE_FIELDS : draft_key(placing->arena, key, false);
    bool fits = *part->text && !strchr(part->text, '\n') && strlen(part->text) <= SUMMARY_MOST && part->level > 0;
    bool shut = field == CASE_PUBLISHED || field == CASE_SOURCES || yaml_get(placing->front, key);
    if (!fits || shut || field == CASE_FIELDS)
        return false;
    yaml_make_entry(placing->arena, placing->front, key,
                    yaml_make_scalar(placing->arena, draft_plain(placing->arena, part->text)));
    say_placed(placing, part->heading, field == DRAFT_OF_PEOPLE ? "left out" : case_fields[field].key);
    return true;
}

static void place_new(struct placing *placing, const struct document_part *part)
{
    const char *meant = heading_meant(part->heading);
    placing->above = part;
    placing->into = NULL;
    placing->is_placed = true;
    if (place_in_front(placing, part) || place_as_answer(placing, part))
        return;
    placing->is_placed = meant != NULL;
    placing->into = meant ? section_of(placing->body, meant) : &placing->body->unplaced;
    add_piece(placing->arena, placing->into, part->heading, part->text, false);
    const char *one = NULL;
    const char *other = NULL;
    if (heading_mixed(part->heading, &one, &other))
        say_placed(placing, part->heading,
                   arena_format(placing->arena, "%s: split it in two, %s and %s", draft_unplaced, one, other));
    else
        say_placed(placing, part->heading, meant ? meant : draft_unplaced);
}

/* A smaller part of one that has its place. What it is part of may be gone to the front matter. */
static void place_below(struct placing *placing, const struct document_part *part)
{
    struct draft_pieces *into = placing->into ? placing->into : &placing->body->unplaced;
    add_piece(placing->arena, into, part->heading, part->text, placing->into != NULL);
    say_placed(placing, part->heading,
               placing->into ? arena_format(placing->arena, "below %s", placing->above->heading) : draft_unplaced);
}

static void place(struct placing *placing, const struct document_part *part)
{
    const struct document_part *above = placing->above;
    if (!*part->heading && !*part->text)
        return;
    bool below = above && above->level < part->level;
    const char *one = NULL;
    const char *two = NULL;
    bool has_place =
        heading_meant(part->heading) || heading_front(part->heading) || heading_mixed(part->heading, &one, &two);
    if (below && (placing->is_placed ? placing->into != NULL || !has_place : !has_place))
        place_below(placing, part);
    else
        place_new(placing, part);
}

/* The first heading is the document's title when that has its words, or when it stands above all others and is no usual one. */
static bool is_title(const struct document_parts *parts, const char *title)
{
    if (parts->count < 2 || parts->items[1].level == PART_LABEL || heading_is_usual(parts->items[1].heading))
        return false;
    for (size_t i = 2; i < parts->count; i++)
        if (parts->items[i].level <= parts->items[1].level)
            return *title && strcmp(parts->items[1].heading, title) == 0;
    return true;
}

/* Whether the front matter, or a part that went there, says it. */
static bool is_answered(const struct placing *placing, unsigned field)
{
    for (size_t i = 0; i < placing->front->count; i++)
        if (draft_key(placing->arena, placing->front->entries[i].key, false) == field)
            return true;
    return false;
}

/* What stands before all headings is the summary when it is as long as one, and there is no other. */
static void place_lead(struct placing *placing, const char *lead, bool is_letter)
{
    enum { SHORTEST = 40 };
    bool fits = !is_letter && strlen(lead) >= SHORTEST && strlen(lead) <= SUMMARY_MOST && !strstr(lead, "\n\n") &&
                !strchr("-*>|", *lead);
    if (fits && !*placing->body->summary && !is_answered(placing, CASE_SUMMARY)) {
        placing->body->summary = lead;
        say_placed(placing, "what stands on top", "summary");
    } else if (*lead) {
        struct draft_pieces rest = placing->body->unplaced;
        placing->body->unplaced = (struct draft_pieces){0};
        draft_body_unplaced(placing->arena, placing->body, "", lead);
        for (size_t i = 0; i < rest.count; i++)
            add_piece(placing->arena, &placing->body->unplaced, rest.items[i].heading, rest.items[i].text,
                      rest.items[i].below);
        say_placed(placing, "what stands on top", draft_unplaced);
    }
}

/* A short first line of a document that has no other title, as a word processor's page begins; goes on behind it. */
static const char *lead_title(struct arena *arena, const char **lead)
{
    enum { SHORTEST = 10, LONGEST = 110 };
    const char *from = *lead + strspn(*lead, "*_");
    size_t size = strcspn(*lead, "\n");
    const char *end = *lead + size;
    const char *rest = end + strspn(end, "\n");
    while (end > from && strchr("*_ ", end[-1]))
        end--;
    size_t length = end > from ? (size_t)(end - from) : 0;
    if (length < SHORTEST || length > LONGEST || strchr(".!?:;", end[-1]) || strchr("-#>|`", **lead) ||
        (*rest && rest[-2] != '\n'))
        return "";
    *lead = rest;
    return arena_copy(arena, from, length);
}

struct draft_body draft_body(struct arena *arena, const struct document_parts *parts, struct document *document)
{
    struct draft_body body = draft_body_empty();
    struct placing placing = {.arena = arena, .body = &body, .document = document, .front = yaml_make(arena, TREE_MAP)};
    for (size_t i = 0; document->front && i < document->front->count; i++)
        yaml_make_entry(arena, placing.front, document->front->entries[i].key, document->front->entries[i].value);
    bool titled = is_title(parts, document->title);
    const char *lead = parts->items[0].text;
    if (titled) {
        body.title = parts->items[1].heading;
        lead = joined(arena, lead, parts->items[1].text);
    }
    if (!titled && !*document->title && !yaml_get(document->front, "title"))
        body.title = lead_title(arena, &lead);
    for (size_t i = titled ? 2 : 1; i < parts->count; i++)
        place(&placing, &parts->items[i]);
    place_lead(&placing, lead, document->is_letter);
    document->front = placing.front;
    return body;
}

/* How many of the pieces are no smaller part of another. */
static size_t count_whole(const struct draft_pieces *pieces)
{
    size_t count = 0;
    for (size_t i = 0; i < pieces->count; i++)
        count += !pieces->items[i].below;
    return count;
}

/* First what stood under the heading itself, then each other part under its own. */
static void add_pieces(struct text *out, const struct draft_pieces *pieces, const char *heading)
{
    bool alone = heading && count_whole(pieces) == 1;
    for (int round = 0; round < 2; round++) {
        bool own = false;
        for (size_t i = 0; i < pieces->count; i++) {
            const struct draft_piece *piece = &pieces->items[i];
            const char *known = heading_known(piece->heading);
            if (!piece->below)
                own = !*piece->heading || (known && heading && strcmp(known, heading) == 0);
            if (own != (round == 0) || !(*piece->text || *piece->heading))
                continue;
            bool headed = piece->below || !(own || alone);
            text_add(out, out->size && (headed || *piece->text) ? "\n\n" : "");
            if (headed)
                text_format(out, "### %s%s", piece->heading, *piece->text ? "\n\n" : "");
            text_add(out, piece->text);
        }
    }
}

static const char *pieces_text(struct arena *arena, const struct draft_pieces *pieces, const char *heading)
{
    struct text out = {0};
    add_pieces(&out, pieces, heading);
    const char *text = arena_copy(arena, text_string(&out), out.size);
    text_free(&out);
    return text;
}

const char *draft_body_section(struct arena *arena, const struct draft_body *body, const char *heading)
{
    for (size_t i = 0; i < DRAFT_SECTIONS && heading_at(i); i++)
        if (strcmp(heading_at(i), heading) == 0)
            return pieces_text(arena, &body->sections[i], heading);
    return "";
}

void draft_body_write(struct text *out, struct arena *arena, const struct draft_body *body)
{
    for (size_t i = 0; i < DRAFT_SECTIONS && heading_at(i); i++) {
        const char *text = pieces_text(arena, &body->sections[i], heading_at(i));
        if (*text || heading_is_required(heading_at(i)))
            text_format(out, "\n## %s\n%s%s%s", heading_at(i), *text ? "\n" : "", text, *text ? "\n" : "");
    }
    if (body->unplaced.count)
        text_format(out, "\n## %s\n\n%s\n", draft_unplaced, pieces_text(arena, &body->unplaced, NULL));
}
