#include "indexer/base/yaml_tree.h"

#include <string.h>
#include <yaml.h>

#include "indexer/base/normalise.h"
#include "indexer/base/utf8.h"

enum { DEPTH_MAX = 32, BRACKETS_MAX = 32, PROBLEMS_MAX = 50 };

/* What is needed while reading: the parser, and the chain of open lists and maps. */
struct reader {
    struct arena *arena;
    const char *data; /* the text, and its bytes */
    size_t size;
    yaml_parser_t parser;
    size_t first_line;
    struct yaml_problems *problems;
    size_t brackets; /* lists and maps in brackets that are open */
    size_t end;      /* of the last node that is complete, in characters */
    bool stopped;
};

/* Nothing is added once a problem has stopped the reading: it is the last. */
static void problem_add(struct reader *reader, enum yaml_trouble trouble, struct place place, const char *detail,
                        size_t first_line)
{
    struct yaml_problems *problems = reader->problems;
    if (reader->stopped || problems->count == PROBLEMS_MAX)
        return;
    problems->items =
        arena_grow(reader->arena, problems->items, problems->count, &problems->capacity, sizeof *problems->items);
    problems->items[problems->count++] = (struct yaml_problem){
        .trouble = trouble,
        .place = place,
        .detail = detail ? arena_string(reader->arena, detail) : NULL,
        .first_line = first_line,
    };
}

static struct place place_between(const struct reader *reader, yaml_mark_t start, yaml_mark_t end)
{
    size_t length = end.line == start.line && end.column > start.column ? end.column - start.column : 1;
    return (struct place){start.line + reader->first_line, start.column + 1, length};
}

/* False when the document ended or a syntax problem stopped the reading. */
static bool next_event(struct reader *reader, yaml_event_t *event)
{
    if (reader->stopped)
        return false;
    if (yaml_parser_parse(&reader->parser, event))
        return true;
    const yaml_parser_t *parser = &reader->parser;
    if (parser->error == YAML_MEMORY_ERROR)
        memory_exhausted();
    struct place place = {parser->problem_mark.line + reader->first_line, parser->problem_mark.column + 1, 1};
    problem_add(reader, TREE_SYNTAX, place, parser->problem, parser->context_mark.line + reader->first_line);
    reader->stopped = true;
    return false;
}

static struct yaml_node *read_node(struct reader *reader, yaml_event_t *event, size_t depth);

static void check_properties(struct reader *reader, const yaml_char_t *anchor, const yaml_char_t *tag,
                             struct place place)
{
    if (anchor)
        problem_add(reader, TREE_ANCHOR, place, (const char *)anchor, 0);
    static const char core[] = "tag:yaml.org,2002:";
    const char *written = (const char *)tag;
    if (tag && strncmp(written, core, sizeof core - 1) == 0)
        written = arena_format(reader->arena, "!!%s", written + sizeof core - 1);
    if (tag)
        problem_add(reader, TREE_TAG, place, written, 0);
}

static struct yaml_node *node_new(struct reader *reader, enum yaml_kind kind, struct place place)
{
    struct yaml_node *node = arena_alloc(reader->arena, sizeof *node);
    node->kind = kind;
    node->place = place;
    node->in_brackets = reader->brackets > 0;
    return node;
}

/* Blanks that somebody put between quotation marks. A text of blanks alone is an empty one, and told as that. */
static bool is_padded(const yaml_event_t *event, const char *trimmed)
{
    const char *value = (const char *)event->data.scalar.value;
    size_t size = strlen(value);
    bool marks = event->data.scalar.style == YAML_SINGLE_QUOTED_SCALAR_STYLE ||
                 event->data.scalar.style == YAML_DOUBLE_QUOTED_SCALAR_STYLE;
    return marks && *trimmed && size && (strchr(" \t", *value) || strchr(" \t", value[size - 1]));
}

/*
 * From where a node begins to where its text ends: of brackets to the closing one, of other lists and maps to the end
 * of what stands last in them, because their own end is said to be where something else begins.
 */
static void set_span(struct reader *reader, struct yaml_node *node, const yaml_event_t *start, const yaml_mark_t *end)
{
    reader->end = end ? end->index : reader->end;
    node->span = reader->end > start->start_mark.index ? reader->end - start->start_mark.index : 0;
}

/* The bytes of the file were looked at before; what an escape makes was not. */
static bool holds_control(const char *text)
{
    uint32_t point = 0;
    size_t size = strlen(text);
    for (size_t at = utf8_plain_run(text, size); at < size; at += utf8_plain_run(text + at, size - at)) {
        size_t length = utf8_decode(text + at, size - at, &point);
        bool lone_return = text[at] == '\r' && text[at + 1] != '\n';
        if (length && (utf8_is_control(point) || lone_return))
            return true;
        at += length ? length : 1;
    }
    return false;
}

/* Those that stand in the file as they are were told of the file as a whole. */
static void look_for_unseen(struct reader *reader, const yaml_event_t *event, struct place place)
{
    const char *value = (const char *)event->data.scalar.value;
    if (event->data.scalar.style != YAML_DOUBLE_QUOTED_SCALAR_STYLE)
        return;
    struct unseen made = normalise_unseen_in(value, event->data.scalar.length);
    struct place whole = {event->start_mark.line + 1, event->start_mark.column + 1,
                          event->end_mark.index - event->start_mark.index};
    size_t from = 0;
    size_t to = 0;
    if (made.count && place_bytes(reader->data, reader->size, whole, &from, &to) &&
        made.count > normalise_unseen_in(reader->data + from, to - from).count)
        problem_add(reader, TREE_UNSEEN, place, normalise_unseen_name(reader->arena, made.first), 0);
}

static struct yaml_node *read_scalar(struct reader *reader, const yaml_event_t *event, struct place place)
{
    const char *value = (const char *)event->data.scalar.value;
    check_properties(reader, event->data.scalar.anchor, event->data.scalar.tag, place);
    struct yaml_node *node = node_new(reader, TREE_SCALAR, place);
    node->quoted = event->data.scalar.style != YAML_PLAIN_SCALAR_STYLE;
    node->text = normalise_trimmed(reader->arena, arena_string(reader->arena, value));
    if (memchr(value, '\0', event->data.scalar.length) || holds_control(node->text))
        problem_add(reader, TREE_CONTROL, place, NULL, 0);
    look_for_unseen(reader, event, place);
    node->padded = is_padded(event, node->text);
    set_span(reader, node, event, &event->end_mark);
    if (event->data.scalar.style == YAML_LITERAL_SCALAR_STYLE || event->data.scalar.style == YAML_FOLDED_SCALAR_STYLE)
        node->span = 0;
    return node;
}

static struct yaml_node *read_list(struct reader *reader, const yaml_event_t *event, struct place place, size_t depth)
{
    check_properties(reader, event->data.sequence_start.anchor, event->data.sequence_start.tag, place);
    struct yaml_node *list = node_new(reader, TREE_LIST, place);
    bool brackets = event->data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE;
    reader->brackets += brackets;
    size_t capacity = 0;
    yaml_event_t next;
    while (next_event(reader, &next)) {
        bool ended = next.type == YAML_SEQUENCE_END_EVENT;
        struct yaml_node *item = ended ? NULL : read_node(reader, &next, depth + 1);
        if (ended)
            set_span(reader, list, event, brackets ? &next.end_mark : NULL);
        yaml_event_delete(&next);
        if (ended)
            break;
        if (!item)
            continue;
        list->items = arena_grow(reader->arena, list->items, list->count, &capacity, sizeof(struct yaml_node *));
        list->items[list->count++] = item;
    }
    reader->brackets -= brackets;
    return list;
}

/* A key that stands twice is told with both places; the first one counts. */
static bool key_is_new(struct reader *reader, const struct yaml_node *map, const struct yaml_node *key)
{
    for (size_t i = 0; i < map->count; i++) {
        if (strcmp(map->entries[i].key, key->text) == 0) {
            problem_add(reader, TREE_DUPLICATE_KEY, key->place, key->text, map->entries[i].key_place.line);
            return false;
        }
    }
    return true;
}

static bool read_entry(struct reader *reader, struct yaml_node *map, size_t *capacity, yaml_event_t *event,
                       size_t depth)
{
    struct yaml_node *key = read_node(reader, event, depth + 1);
    yaml_event_t next;
    if (!next_event(reader, &next))
        return false;
    struct yaml_node *value = read_node(reader, &next, depth + 1);
    yaml_event_delete(&next);
    if (!key || !value)
        return true;
    if (key->kind != TREE_SCALAR) {
        problem_add(reader, TREE_KEY_NOT_TEXT, key->place, NULL, 0);
    } else if (key_is_new(reader, map, key)) {
        map->entries = arena_grow(reader->arena, map->entries, map->count, capacity, sizeof *map->entries);
        map->entries[map->count++] = (struct yaml_entry){key->text, key->place, value};
    }
    return true;
}

static struct yaml_node *read_map(struct reader *reader, const yaml_event_t *event, struct place place, size_t depth)
{
    check_properties(reader, event->data.mapping_start.anchor, event->data.mapping_start.tag, place);
    struct yaml_node *map = node_new(reader, TREE_MAP, place);
    bool brackets = event->data.mapping_start.style == YAML_FLOW_MAPPING_STYLE;
    reader->brackets += brackets;
    size_t capacity = 0;
    yaml_event_t next;
    while (next_event(reader, &next)) {
        bool ended = next.type == YAML_MAPPING_END_EVENT;
        bool more = !ended && read_entry(reader, map, &capacity, &next, depth);
        if (ended)
            set_span(reader, map, event, brackets ? &next.end_mark : NULL);
        yaml_event_delete(&next);
        if (!more)
            break;
    }
    reader->brackets -= brackets;
    return map;
}

static struct yaml_node *read_node(struct reader *reader, yaml_event_t *event, size_t depth)
{
    struct place place = place_between(reader, event->start_mark, event->end_mark);
    if (depth > DEPTH_MAX) {
        problem_add(reader, TREE_TOO_DEEP, place, NULL, 0);
        reader->stopped = true;
        return NULL;
    }
    if (event->type == YAML_SCALAR_EVENT)
        return read_scalar(reader, event, place);
    if (event->type == YAML_SEQUENCE_START_EVENT)
        return read_list(reader, event, place, depth);
    if (event->type == YAML_MAPPING_START_EVENT)
        return read_map(reader, event, place, depth);
    if (event->type == YAML_ALIAS_EVENT)
        problem_add(reader, TREE_ALIAS, place, (const char *)event->data.alias.anchor, 0);
    return NULL;
}

static void check_document_start(struct reader *reader, const yaml_event_t *event, bool is_first)
{
    struct place place = place_between(reader, event->start_mark, event->end_mark);
    if (!is_first) {
        problem_add(reader, TREE_SECOND_DOCUMENT, place, NULL, 0);
        reader->stopped = true;
    }
    if (event->data.document_start.version_directive ||
        event->data.document_start.tag_directives.start != event->data.document_start.tag_directives.end)
        problem_add(reader, TREE_DIRECTIVE, place, NULL, 0);
}

static struct yaml_node *read_stream(struct reader *reader)
{
    struct yaml_node *root = NULL;
    bool is_first = true;
    yaml_event_t event;
    while (next_event(reader, &event)) {
        bool ended = event.type == YAML_STREAM_END_EVENT;
        if (event.type == YAML_DOCUMENT_START_EVENT) {
            check_document_start(reader, &event, is_first);
            is_first = false;
        } else if (!root) {
            root = read_node(reader, &event, 0);
        }
        yaml_event_delete(&event);
        if (ended)
            break;
    }
    return root;
}

/*
 * libyaml's time grows with the square of the nesting of brackets, so they are
 * counted before it sees them, wherever they stand. Other nesting is stopped
 * by the depth of events, which come one by one.
 */
static bool brackets_too_deep(const char *data, size_t size, size_t *offset)
{
    size_t open = 0;
    for (size_t i = 0; i < size; i++) {
        if (data[i] == '[' || data[i] == '{')
            open++;
        else if ((data[i] == ']' || data[i] == '}') && open)
            open--;
        if (open > BRACKETS_MAX) {
            *offset = i;
            return true;
        }
    }
    return false;
}

struct yaml_node *yaml_tree_read(struct arena *arena, const char *data, size_t size, size_t first_line,
                                 struct yaml_problems *problems)
{
    struct reader reader = {.arena = arena, .data = data, .size = size, .first_line = first_line, .problems = problems};
    size_t offset = 0;
    if (brackets_too_deep(data, size, &offset)) {
        struct place place = place_of(data, size, offset, 1);
        place.line += first_line - 1;
        problem_add(&reader, TREE_TOO_DEEP, place, NULL, 0);
        return NULL;
    }
    if (!yaml_parser_initialize(&reader.parser))
        memory_exhausted();
    yaml_parser_set_encoding(&reader.parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&reader.parser, (const unsigned char *)data, size);
    struct yaml_node *root = read_stream(&reader);
    yaml_parser_delete(&reader.parser);
    return reader.stopped ? NULL : root;
}

const struct yaml_node *yaml_get(const struct yaml_node *node, const char *key)
{
    for (size_t i = 0; node && node->kind == TREE_MAP && i < node->count; i++)
        if (strcmp(node->entries[i].key, key) == 0)
            return node->entries[i].value;
    return NULL;
}

const char *yaml_text(const struct yaml_node *node, const char *key, const char *fallback)
{
    const struct yaml_node *value = yaml_get(node, key);
    return value && value->kind == TREE_SCALAR ? value->text : fallback;
}
