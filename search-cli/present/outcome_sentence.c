#include "search-cli/present/outcome_sentence.h"

#include <stdbool.h>
#include <string.h>

#include "indexer/base/text.h"

static bool is_control(const struct outcome_words *words)
{
    return strcmp(words->comparator_is, "control") == 0;
}

/* A change is judged where nothing else is: an effect that was worked out, or the change of a control, says more. */
static void add_change(struct text *out, const struct outcome_words *words)
{
    bool judged_elsewhere = *words->estimate.effect || (is_control(words) && *words->comparator_change);
    bool has_verdict = *words->verdict && !judged_elsewhere;
    if (*words->change)
        text_format(out, ": %s%s%s", words->change, has_verdict ? ", " : "", has_verdict ? words->verdict : "");
    if (*words->target)
        text_format(out, "; %s", words->target);
}

static void add_comparator(struct text *out, const struct outcome_words *words)
{
    text_format(out, "; %s %s", words->theirs, words->comparator_span);
    if (*words->comparator_change)
        text_format(out, ": %s", words->comparator_change);
}

static void add_measured(struct text *out, const struct outcome_words *words)
{
    bool side_by_side = *words->instead && !*words->comparator_change && !*words->change;
    text_add(out, side_by_side ? words->instead : words->span);
    if (side_by_side && *words->finding)
        text_format(out, ", %s", words->finding);
    add_change(out, words);
    if (!side_by_side && *words->comparator_after)
        add_comparator(out, words);
}

/* Beside measured figures the effect is what stands behind the word on them. */
static void add_estimate(struct text *out, const struct estimate_words *estimate, bool is_measured)
{
    const char *comma = *estimate->range ? ", " : "";
    bool is_bare = estimate->is_plain && !*estimate->range;
    if (is_measured && is_bare)
        text_format(out, ": %s (%s)", estimate->effect, estimate->says);
    else if (is_measured && !*estimate->says)
        text_format(out, ": %s%s%s", estimate->effect, comma, estimate->range);
    else if (is_measured)
        text_format(out, ": %s (%s%s%s)", estimate->says, estimate->effect, comma, estimate->range);
    else if (*estimate->range)
        text_format(out, "%s (%s)%s%s", estimate->effect, estimate->range, *estimate->says ? ": " : "", estimate->says);
    else
        text_format(out, "%s%s %s", estimate->effect, is_bare ? ";" : ":", estimate->says);
}

static bool is_sentence(const char *text)
{
    return *text && text[strlen(text) - 1] == '.';
}

const char *outcome_sentence(struct arena *arena, const struct outcome_words *words)
{
    struct text out = {0};
    bool is_measured = *words->span != '\0';
    /* What is no sentence of its own was said with the figures. */
    bool has_finding = is_sentence(words->finding);
    /* An effect on the change is told with the change beside a control's. */
    bool is_of_changes = has_finding && is_control(words) && *words->estimate.effect;
    if (is_measured)
        add_measured(&out, words);
    if (is_of_changes)
        text_format(&out, ". %.*s", (int)strlen(words->finding) - 1, words->finding);
    if (*words->estimate.effect)
        add_estimate(&out, &words->estimate, is_measured);
    if (out.size)
        text_char(&out, '.');
    if (has_finding && !is_of_changes)
        text_format(&out, " %s", words->finding);
    const char *result = arena_string(arena, text_string(&out));
    text_free(&out);
    return result;
}
