#include "indexer/base/yaml_flow.h"

#include <string.h>

#include "indexer/base/yaml_lines.h"
#include "indexer/base/yaml_quotes.h"
#include "indexer/base/yaml_values.h"
#include "indexer/base/yaml_write.h"

enum { DEPTH_MAX = 32, MISTAKES_MAX = 1000 };

struct level {
    char bracket;
    size_t at;
    size_t key; /* offset behind the last key's colon; 0 when the item has none */
};

struct flow {
    struct yaml_mistakes *mistakes;
    const struct yaml_names *names;
    const char *data;
    bool of_texts;
    size_t at;
    size_t end;
    struct level levels[DEPTH_MAX];
    size_t depth;
    size_t told; /* the end of what was read, without remarks and the blanks behind it */
    bool wants;  /* an item may begin here */
    size_t item; /* what was read last: a text, a key or a value, without the blanks behind it */
    size_t item_end;
};

static bool is_space(char byte)
{
    return strchr(" \t\r\n", byte) != NULL;
}

static size_t line_end(const struct flow *flow, size_t at)
{
    const char *stop = memchr(flow->data + at, '\n', flow->end - at);
    return stop ? (size_t)(stop - flow->data) : flow->end;
}

static size_t trimmed(const struct flow *flow, size_t from, size_t to)
{
    while (to > from && is_space(flow->data[to - 1]))
        to--;
    return to;
}

/* Where the item that `from` lies in ends on its line: before the comma or bracket behind it. */
static size_t item_end(const struct flow *flow, size_t from)
{
    size_t end = line_end(flow, from);
    size_t depth = 0;
    size_t at = from;
    for (; at < end; at++) {
        if (strchr("[{", flow->data[at]))
            depth++;
        else if (depth && strchr("]}", flow->data[at]))
            depth--;
        else if (!depth && strchr(",]}", flow->data[at]))
            break;
    }
    return trimmed(flow, from, at);
}

static struct level *top(struct flow *flow)
{
    return &flow->levels[flow->depth - 1];
}

static void item_done(struct flow *flow, size_t from, size_t to)
{
    flow->item = from;
    flow->item_end = flow->at = flow->told = to;
    flow->wants = false;
}

/* One item is put into quotation marks, and read. */
static struct yaml_mistake *frame(struct flow *flow, enum yaml_mistake_kind kind, size_t place, size_t place_size,
                                  size_t from, size_t to)
{
    item_done(flow, from, to);
    return yaml_value_frame(flow->mistakes, kind, place, place_size, from, to - from);
}

static void missing_comma(struct flow *flow)
{
    yaml_mistake_add(flow->mistakes, MISTAKE_COMMA, flow->at, 1);
    yaml_mistake_edit(flow->mistakes, flow->item_end, 0, ",");
}

/* A remark behind a comma, on a line with others below, is one; elsewhere # was meant as text. */
static void read_hash(struct flow *flow, size_t item)
{
    size_t end = line_end(flow, flow->at);
    bool closes = false;
    for (size_t i = flow->at; i < end; i++)
        closes |= strchr("]}", flow->data[i]) != NULL;
    if ((end < flow->end || !closes) && flow->at + 1 < end && is_space(flow->data[flow->at + 1])) {
        yaml_mistakes_remark(flow->mistakes, flow->at);
        flow->at = end;
        return;
    }
    struct yaml_mistake *mistake = frame(flow, MISTAKE_HASH, flow->at, 1, item, item_end(flow, flow->at));
    mistake->lost = true;
    mistake->safe = false;
}

static bool is_known(const struct flow *flow, const char *word, size_t size)
{
    return flow->names && size && flow->names->shape(word, size) != SHAPE_UNKNOWN;
}

/* A comma in a text: in a group no key stands behind it, in a list more than one word, or it ends a sentence. */
static bool goes_on_behind_comma(const struct flow *flow, size_t from, size_t at)
{
    enum { SENTENCE = 4 };
    size_t end = line_end(flow, at);
    if (at >= end || flow->data[at] != ',')
        return false;
    size_t word = at + 1 + yaml_blanks(flow->data + at + 1, end - at - 1);
    size_t size = yaml_word(flow->data + word, end - word);
    size_t piece = word < end ? yaml_remark(flow->data + word, item_end(flow, word) - word) : 0;
    size_t blanks = 0;
    for (size_t i = from; i < at; i++)
        blanks += flow->data[i] == ' ';
    if (flow->levels[flow->depth - 1].bracket == '[' && blanks < SENTENCE &&
        !memchr(flow->data + word, ' ', trimmed(flow, word, word + piece) - word))
        return false;
    return word < end && !strchr("\r#\"'", flow->data[word]) && !is_known(flow, flow->data + word, size);
}

static void read_quote(struct flow *flow)
{
    size_t from = flow->at;
    if (!flow->wants)
        missing_comma(flow);
    size_t close = yaml_quote_close(flow->data, from, flow->end);
    size_t next = close + 1;
    while (close < flow->end && next < flow->end && is_space(flow->data[next]))
        next++;
    bool ends = close < flow->end && (next >= flow->end || strchr(",]}:", flow->data[next]) ||
                                      (flow->data[next] == '#' && next > close + 1) ||
                                      (strchr("\"'", flow->data[next]) && next > close + 1));
    if (ends) {
        item_done(flow, from, close + 1);
        size_t bad = flow->data[from] == '"' ? yaml_quote_bad_escape(flow->data, from, close) : close;
        if (bad < close) {
            yaml_mistake_add(flow->mistakes, MISTAKE_ESCAPE, bad, 2)->lost = true;
            yaml_mistake_edit(flow->mistakes, bad, 0, "\\");
        }
        return;
    }
    size_t to = item_end(flow, from);
    while (yaml_quote_meaning(flow->data + from, to - from) == QUOTE_UNENDED && goes_on_behind_comma(flow, from, to))
        to = item_end(flow, to + 1);
    to = from + yaml_quote_unended(flow->data + from, to - from);
    enum yaml_quote_meaning meaning = yaml_quote_meaning(flow->data + from, to - from);
    enum yaml_mistake_kind kind = meaning == QUOTE_UNENDED  ? MISTAKE_QUOTE_OPEN
                                  : meaning == QUOTE_FRAMES ? MISTAKE_QUOTE_INSIDE
                                                            : MISTAKE_QUOTE_REST;
    size_t culprit = from + yaml_quote_culprit(flow->data + from, to - from);
    frame(flow, kind, culprit, 1, from, to)->safe = meaning != QUOTE_UNENDED;
}

/* The word that ends a text, with a blank before it; its offset, or `from` when there is but one. */
static size_t last_word(const struct flow *flow, size_t from, size_t to)
{
    size_t at = to;
    while (at > from && !is_space(flow->data[at - 1]))
        at--;
    return at;
}

/* A colon behind a text: that of a key, one in a text, or one of a key that lacks its comma. */
static void read_colon(struct flow *flow, size_t from, size_t to)
{
    struct level *level = top(flow);
    size_t colon = flow->at;
    size_t word = last_word(flow, from, to);
    if (level->bracket == '[' && flow->of_texts && flow->depth == 1) {
        frame(flow, MISTAKE_COLON_INSIDE, colon, 1, from, item_end(flow, from))->lost = true;
        return;
    }
    if (level->key && word > from && is_known(flow, flow->data + word, to - word)) {
        yaml_mistake_add(flow->mistakes, MISTAKE_COMMA, word, to - word);
        yaml_mistake_edit(flow->mistakes, trimmed(flow, from, word), 0, ",");
    } else if (level->key) {
        frame(flow, MISTAKE_COLON_INSIDE, colon, 1, from, item_end(flow, from));
        return;
    }
    flow->at = flow->told = level->key = colon + 1;
    flow->wants = true;
}

/* "name:Example" and "name Example" in a group: the colon or its blank is missing. */
static bool mend_key(struct flow *flow, size_t from, size_t to)
{
    size_t word = yaml_word(flow->data + from, to - from);
    if (top(flow)->bracket != '{' || top(flow)->key || from + word >= to || !is_known(flow, flow->data + from, word))
        return false;
    char next = flow->data[from + word];
    if (next != ':' && next != ' ')
        return false;
    struct yaml_mistake *mistake = yaml_mistake_add(
        flow->mistakes, next == ':' ? MISTAKE_COLON_BLANK : MISTAKE_COLON_MISSING, from, next == ':' ? word + 2 : word);
    mistake->lost = true;
    yaml_mistake_edit(flow->mistakes, from + word + (next == ':'), 0, next == ':' ? " " : ":");
    return true;
}

static bool is_plain_end(const struct flow *flow, size_t from, size_t at)
{
    char byte = flow->data[at];
    if (strchr(",[]{}", byte))
        return true;
    if (byte == ':')
        return at + 1 >= flow->end || is_space(flow->data[at + 1]) || strchr(",[]{}", flow->data[at + 1]);
    return byte == '#' && at > from && is_space(flow->data[at - 1]);
}

static void read_plain(struct flow *flow)
{
    size_t from = flow->at;
    enum yaml_mistake_kind kind;
    size_t whole = item_end(flow, from);
    if (!flow->wants)
        missing_comma(flow);
    if (yaml_value_misread(flow->data + from, whole - from, true, &kind)) {
        frame(flow, kind, from, yaml_value_mark(flow->data + from, whole - from, kind), from, whole)->lost =
            kind != MISTAKE_INDICATOR || flow->data[from] == '!';
        return;
    }
    size_t at = from;
    while (at < flow->end && !is_plain_end(flow, from, at))
        at++;
    size_t to = trimmed(flow, from, at);
    if (at < flow->end && strchr("[{", flow->data[at])) {
        frame(flow, MISTAKE_BRACKET_INSIDE, at, 1, from, whole);
        return;
    }
    item_done(flow, from, to);
    flow->at = at;
    if (at < flow->end && flow->data[at] == ':')
        read_colon(flow, from, to);
    else if (at < flow->end && flow->data[at] == '#')
        read_hash(flow, from);
    else
        mend_key(flow, from, to);
}

/* Among texts, [ that a text goes on behind, or { at all, begins a text. */
static bool begins_text(const struct flow *flow, size_t end)
{
    return flow->of_texts && flow->depth == 1 && end > flow->at + 1 &&
           (flow->data[flow->at] == '{' || flow->data[end - 1] != ']');
}

/* A group begins where a key of another one was expected: that one is not closed. */
static void close_before(struct flow *flow)
{
    yaml_mistake_add(flow->mistakes, MISTAKE_BRACKET_OPEN, top(flow)->at, 1);
    yaml_mistake_edit(flow->mistakes, flow->item_end, 0, "}");
    flow->depth--;
}

static void read_opening(struct flow *flow)
{
    size_t end = flow->depth ? item_end(flow, flow->at) : flow->at;
    if (begins_text(flow, end)) {
        frame(flow, MISTAKE_BRACKET_INSIDE, flow->at, 1, flow->at, end)->lost = flow->data[flow->at] == '{';
        return;
    }
    if (flow->depth > 1 && top(flow)->bracket == '{' && flow->data[flow->at] == '{' && flow->wants && !top(flow)->key)
        close_before(flow);
    if (!flow->wants && flow->depth)
        missing_comma(flow);
    flow->levels[flow->depth++] = (struct level){flow->data[flow->at], flow->at, 0};
    flow->told = ++flow->at;
    flow->wants = true;
}

static void read_comma(struct flow *flow)
{
    if (flow->wants && !top(flow)->key) {
        yaml_mistake_add(flow->mistakes, MISTAKE_COMMA_EXTRA, flow->at, 1);
        yaml_mistake_edit(flow->mistakes, flow->at, 1, "");
    }
    flow->told = ++flow->at;
    flow->wants = true;
    top(flow)->key = 0;
}

static char closing_of(char bracket)
{
    return bracket == '[' ? ']' : '}';
}

/* Another bracket than was opened stands for the right one, unless an outer one waits for it: then one is missing. */
static void read_wrong_closing(struct flow *flow)
{
    char text[2] = {closing_of(top(flow)->bracket), '\0'};
    bool outer = false;
    for (size_t i = 0; i + 1 < flow->depth; i++)
        outer |= closing_of(flow->levels[i].bracket) == flow->data[flow->at];
    size_t next = flow->at + 1;
    while (next < flow->end && is_space(flow->data[next]))
        next++;
    outer = outer && !(next < flow->end && strchr("]},", flow->data[next]));
    yaml_mistake_add(flow->mistakes, outer ? MISTAKE_BRACKET_OPEN : MISTAKE_BRACKET_WRONG,
                     outer ? top(flow)->at : flow->at, 1);
    yaml_mistake_edit(flow->mistakes, outer ? trimmed(flow, top(flow)->at, flow->at) : flow->at, outer ? 0 : 1, text);
    flow->at += outer ? 0 : 1;
}

static void read_closing(struct flow *flow)
{
    if (closing_of(top(flow)->bracket) == flow->data[flow->at])
        flow->at++;
    else
        read_wrong_closing(flow);
    flow->item = top(flow)->at;
    flow->item_end = flow->told = flow->at;
    flow->depth--;
    flow->wants = false;
}

static void read_next(struct flow *flow)
{
    char byte = flow->data[flow->at];
    if (is_space(byte))
        flow->at++;
    else if (byte == '#' && is_space(flow->data[flow->at - 1]))
        read_hash(flow, flow->wants ? flow->at : flow->item);
    else if (byte == ',')
        read_comma(flow);
    else if (strchr("]}", byte))
        read_closing(flow);
    else if (strchr("[{", byte))
        read_opening(flow);
    else if (byte == ':' && !flow->wants && !top(flow)->key)
        read_colon(flow, flow->item, flow->item_end);
    else if (strchr("\"'", byte))
        read_quote(flow);
    else
        read_plain(flow);
}

/* The brackets that are open at the end are closed there. */
static void close_all(struct flow *flow)
{
    char text[DEPTH_MAX + 1];
    size_t count = 0;
    for (size_t i = flow->depth; i > 0; i--)
        text[count++] = closing_of(flow->levels[i - 1].bracket);
    text[count] = '\0';
    size_t end = flow->told;
    struct yaml_mistake *mistake =
        yaml_mistake_add(flow->mistakes, MISTAKE_BRACKET_OPEN, flow->levels[flow->depth - 1].at, 1);
    mistake->safe = flow->depth == 1 && !memchr(flow->data + mistake->at, '\n', end - mistake->at);
    yaml_mistake_edit(flow->mistakes, end, 0, text);
}

/* Reads until the first bracket is closed; `strict` gives up at the first mistake. False: there is no end of mistakes. */
static bool read_all(struct flow *flow, bool strict)
{
    size_t most = flow->mistakes->count + (strict ? 0 : MISTAKES_MAX);
    read_opening(flow);
    while (flow->depth && flow->at < flow->end && flow->depth < DEPTH_MAX && flow->mistakes->count <= most) {
        size_t before = flow->at;
        size_t depth = flow->depth;
        read_next(flow);
        if (flow->at <= before && flow->depth >= depth)
            flow->at = before + 1;
    }
    return flow->mistakes->count <= most;
}

struct yaml_flow_end yaml_flow_read(struct yaml_mistakes *mistakes, const struct yaml_names *names, bool of_texts,
                                    size_t at, size_t end)
{
    struct flow flow = {.mistakes = mistakes,
                        .names = names,
                        .data = mistakes->data,
                        .of_texts = of_texts,
                        .at = at,
                        .end = end,
                        .wants = true};
    if (!read_all(&flow, false) || flow.depth == DEPTH_MAX)
        return (struct yaml_flow_end){end, false, false};
    if (flow.depth)
        close_all(&flow);
    return (struct yaml_flow_end){flow.at, !flow.depth, true};
}

size_t yaml_flow_close(const struct yaml_mistakes *mistakes, size_t at)
{
    struct arena arena = {0};
    struct yaml_mistakes none = {.arena = &arena, .data = mistakes->data, .size = mistakes->size};
    struct flow flow = {.mistakes = &none, .data = mistakes->data, .at = at, .end = mistakes->size, .wants = true};
    read_all(&flow, true);
    bool closed = !flow.depth && !none.count;
    arena_free(&arena);
    return closed ? flow.at : 0;
}
