#include "search-cli/present/coach.h"

#include <string.h>

#include "indexer/content/condition.h"
#include "search-cli/present/coach_lines.h"
#include "search-cli/present/principles.h"

static struct coach_step step_of(struct arena *arena, const struct gain *gain, const struct vocabularies *vocabularies)
{
    struct coach_step step = {.gain = gain};
    if (gain->section) {
        step.what = "a section of the text: a sentence, or a line for each";
        step.lines = arena_format(arena, "## %s\n\n- [In a sentence or two]", gain->section);
        return step;
    }
    const struct field *field = &case_fields[gain->field];
    step.what = field->help;
    step.lines = coach_lines(arena, field, vocabularies);
    return step;
}

/* A condition of a principle, as an author would meet it. */
static const char *words_of(struct arena *arena, const struct condition *condition)
{
    const struct field *field = &case_fields[condition->field];
    switch (condition->kind) {
    case CONDITION_FILLED:
        return field->key;
    case CONDITION_MEMBER:
        return arena_format(arena, "%s with %s", field->key, field->members[condition->member].key);
    case CONDITION_TERM:
        return arena_format(arena, field->is_list ? "%s: [%s]" : "%s: %s", field->key, condition->term);
    case CONDITION_YEARS:
        break;
    }
    return arena_format(arena, "start, %g years ago or more", condition->years);
}

static struct coach_principle principle_of(struct arena *arena, const struct term *term)
{
    struct coach_principle principle = {.term = term};
    for (size_t i = 0; i < term->shown_by.count; i++) {
        struct condition condition;
        if (condition_read(arena, term->shown_by.items[i], NULL, &condition, NULL))
            string_list_add(arena, &principle.shown_by, words_of(arena, &condition));
    }
    return principle;
}

static void find_principles(struct arena *arena, const struct principles *principles, struct coach *coach)
{
    coach->principles = arena_array(arena, principles->count, sizeof *coach->principles);
    for (size_t i = 0; i < principles->count; i++) {
        const struct principle *principle = &principles->items[i];
        if (principle->claimed && !principle->shown && principle->can_be_shown)
            coach->principles[coach->principle_count++] = principle_of(arena, principle->term);
    }
}

struct coach coach_of(struct arena *arena, const struct case_study *study, const struct vocabularies *vocabularies,
                      const char *as_of)
{
    struct coach coach = {0};
    for (size_t i = 0; i < GAINS; i++) {
        if (!gain_is_open(study, &gains[i]))
            continue;
        if (coach.count < COACH_STEPS)
            coach.steps[coach.count++] = step_of(arena, &gains[i], vocabularies);
        else
            coach.more++;
    }
    struct principles principles = principles_of(arena, study, vocabularies, as_of);
    find_principles(arena, &principles, &coach);
    coach.filled = case_completeness(study, &coach.advised);
    return coach;
}
