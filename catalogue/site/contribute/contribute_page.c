#include "catalogue/site/contribute/contribute_page.h"

#include <string.h>

#include "catalogue/site/contribute/form_rules.h"
#include "catalogue/site/contribute/question_html.h"
#include "catalogue/site/frame/paths.h"
#include "catalogue/site/theme/asset.h"
#include "indexer/base/phrases.h"
#include "indexer/content/gains.h"
#include "indexer/content/headings.h"

/* A form and what becomes of it; `id` begins the ids of its parts, as contribute.js knows them. */
struct ways {
    const char *id;
    const char *heading;
    const char *text; /* of the label above what is to be sent */
};

static void write_status(struct html *html, const char *id)
{
    html_open(html, HTML_P);
    html_id(html, id);
    html_attribute(html, "role", "status");
    html_close(html, HTML_P);
}

/* What is wrong, named at the top and linked to where it stands. */
static void write_problems(struct frame *frame, const struct ways *ways)
{
    html_open(&frame->html, HTML_DIV);
    html_id(&frame->html, arena_format(&frame->arena, "%s-problems", ways->id));
    html_class(&frame->html, "problems");
    html_attribute(&frame->html, "tabindex", "-1");
    html_flag(&frame->html, "hidden");
    html_close(&frame->html, HTML_DIV);
}

static const struct ways case_ways = {"case", PHRASE("Check and send"), PHRASE("The file that comes of it")};

/* The text that is to be sent, and the four ways to send it. */
static void write_ways(struct frame *frame, const struct ways *ways)
{
    struct html *html = &frame->html;
    const char *text = arena_format(&frame->arena, "%s-text", ways->id);
    html_open(html, HTML_LABEL);
    html_attribute(html, "for", text);
    html_text(html, say(ways->text));
    html_close(html, HTML_LABEL);
    html_open(html, HTML_TEXTAREA);
    html_id(html, text);
    html_attribute(html, "rows", "14");
    html_flag(html, "readonly");
    html_close(html, HTML_TEXTAREA);
    html_open(html, HTML_P);
    html_class(html, "tools");
    /* The way that Enter takes in a short form; in the long one that is the way to the next step. */
    html_button(html, ways == &case_ways ? "button" : "submit", arena_format(&frame->arena, "%s-save", ways->id),
                "quiet-button", say("Save the file"));
    html_button(html, "button", arena_format(&frame->arena, "%s-copy", ways->id), "quiet-button", say("Copy"));
    html_button(html, "button", arena_format(&frame->arena, "%s-mail", ways->id), "quiet-button",
                say("Send by e-mail"));
    if (*frame->site->settings->repository)
        html_button(html, "button", arena_format(&frame->arena, "%s-open", ways->id), "quiet-button",
                    ways == &case_ways ? say("Open a pull request") : say("Open an issue"));
    html_close(html, HTML_P);
    write_status(html, arena_format(&frame->arena, "%s-said", ways->id));
}

/* The questions of a step that have to be answered, or those that may be left out. */
static void write_questions(struct frame *frame, const struct form_step *step, bool required)
{
    for (size_t i = 0; i < FORM_QUESTIONS && step->questions[i].label; i++)
        if (form_question_required(&step->questions[i]) == required)
            question_write(frame, &step->questions[i]);
}

static size_t count_required(const struct form_step *step)
{
    size_t count = 0;
    for (size_t i = 0; i < FORM_QUESTIONS && step->questions[i].label; i++)
        count += form_question_required(&step->questions[i]);
    return count;
}

static void write_step(struct frame *frame, size_t at)
{
    const struct form_step *step = &form_steps[at];
    struct html *html = &frame->html;
    size_t required = count_required(step);
    struct html_mark part =
        frame_part(frame, HTML_SECTION, "step", arena_format(&frame->arena, "step-%zu", at + 1),
                   arena_format(&frame->arena, "%zu. %s", at + 1,
                                required ? say(step->title)
                                         : arena_format(&frame->arena, say("%s (may be left out)"), say(step->title))));
    write_questions(frame, step, true);
    if (required) {
        html_open(html, HTML_DETAILS);
        html_class(html, "optional");
        html_element(html, HTML_SUMMARY, NULL, say("More, where you have it"));
    }
    write_questions(frame, step, false);
    html_close_to(html, part);
}

/* The script shows the first of those that have no answer yet. */
static void write_gains(struct frame *frame)
{
    struct html *html = &frame->html;
    html_open(html, HTML_DIV);
    html_id(html, "case-gains");
    html_flag(html, "hidden");
    html_element(html, HTML_H3, NULL, say("What would strengthen it most"));
    html_open(html, HTML_UL);
    for (size_t i = 0; i < GAINS; i++) {
        const struct form_question *question = form_question_of(gains[i].field, gains[i].section);
        html_open(html, HTML_LI);
        html_attribute(html, "data-gain", form_question_path(&frame->arena, question));
        html_open(html, HTML_A);
        html_text(html, say(question->label));
        html_close(html, HTML_A);
        html_format(html, ": %s", say(gains[i].why));
        html_close(html, HTML_LI);
    }
    html_close(html, HTML_UL);
    html_close(html, HTML_DIV);
}

/* Hidden until the script is there, without which nothing could be sent. */
static void write_last_step(struct frame *frame)
{
    struct html *html = &frame->html;
    struct html_mark end = html_open(html, HTML_DIV);
    html_id(html, "case-end");
    html_flag(html, "hidden");
    frame_part(frame, HTML_SECTION, "step", arena_format(&frame->arena, "step-%d", FORM_STEPS + 1),
               arena_format(&frame->arena, "%d. %s", FORM_STEPS + 1, say(case_ways.heading)));
    html_open(html, HTML_DIV);
    html_id(html, "case-card");
    html_class(html, "notice");
    html_close(html, HTML_DIV);
    write_gains(frame);
    write_ways(frame, &case_ways);
    html_close_to(html, end);
}

/* Drafts are kept in the browser; what is done with them is the script's. */
static void write_drafts(struct html *html)
{
    html_open(html, HTML_DETAILS);
    html_id(html, "drafts");
    html_flag(html, "hidden");
    html_element(html, HTML_SUMMARY, NULL, say("Your drafts"));
    html_open(html, HTML_UL);
    html_id(html, "drafts-list");
    html_close(html, HTML_UL);
    html_open(html, HTML_P);
    html_class(html, "tools");
    html_button(html, "button", "drafts-new", "quiet-button", say("Begin another one"));
    html_button(html, "button", "drafts-forget", "quiet-button", say("Forget all drafts"));
    html_close(html, HTML_P);
    html_close(html, HTML_DETAILS);
    write_status(html, "drafts-said");
}

/* The file as it has to look: what is required, with the example of each field. */
static void write_skeleton(struct frame *frame)
{
    struct text file = {0};
    const char *heading;
    text_add(&file, "---\n");
    for (enum case_field i = 0; i < CASE_FIELDS; i++)
        if (case_fields[i].need == FIELD_REQUIRED)
            text_format(&file, "%s:%s%s\n", case_fields[i].key, *case_fields[i].example == '\n' ? "" : " ",
                        say(case_fields[i].example));
    text_add(&file, "---\n");
    for (size_t i = 0; (heading = heading_required(i)) != NULL; i++)
        text_format(&file, "\n## %s\n\n%s\n", heading, say("A sentence or more."));
    html_open(&frame->html, HTML_DETAILS);
    html_element(&frame->html, HTML_SUMMARY, NULL,
                 say("The file as it has to look, for those who would rather write it by hand"));
    html_element(&frame->html, HTML_PRE, NULL, text_string(&file));
    html_close(&frame->html, HTML_DETAILS);
    text_free(&file);
}

static void write_form(struct frame *frame)
{
    struct html *html = &frame->html;
    struct url repository;
    html_open(html, HTML_FORM);
    html_id(html, "case");
    if (url_allow(&frame->arena, frame->site->settings->repository, &repository))
        html_attribute(html, "data-repository", repository.address);
    html_flag(html, "novalidate");
    html_attribute(html, "autocomplete", "off");
    html_open(html, HTML_OL);
    html_id(html, "steps");
    html_flag(html, "hidden");
    html_close(html, HTML_OL);
    write_problems(frame, &case_ways);
    for (size_t i = 0; i < FORM_STEPS; i++)
        write_step(frame, i);
    write_last_step(frame);
    html_open(html, HTML_P);
    html_id(html, "case-moves");
    html_class(html, "tools");
    html_flag(html, "hidden");
    html_button(html, "button", "case-back", "quiet-button", say("Back"));
    html_button(html, "submit", "case-next", "more-button", say("Go on"));
    html_button(html, "button", "case-check", "quiet-button", say("Check and send"));
    html_close(html, HTML_P);
    html_close(html, HTML_FORM);
}

/* A short form about a case study that is there, which the address names. */
static void write_short(struct frame *frame, const struct ways *ways, const struct form_question *questions,
                        size_t count)
{
    struct html *html = &frame->html;
    html_open(html, HTML_FORM);
    html_id(html, ways->id);
    html_flag(html, "novalidate");
    html_attribute(html, "autocomplete", "off");
    html_flag(html, "hidden");
    html_element(html, HTML_H2, NULL, say(ways->heading));
    html_open(html, HTML_P);
    html_lead(html, say("About"));
    html_open(html, HTML_A);
    html_id(html, arena_format(&frame->arena, "%s-of", ways->id));
    html_text(html, say("a case study"));
    html_close(html, HTML_A);
    html_close(html, HTML_P);
    write_problems(frame, ways);
    for (size_t i = 0; i < count; i++)
        question_write(frame, &questions[i]);
    write_ways(frame, ways);
    html_close(html, HTML_FORM);
}

static void write_short_forms(struct frame *frame)
{
    static const struct form_question adoption[] = {
        {.label = PHRASE("Where else was it done?"), .field = CASE_ADOPTIONS, .members = ~UINT64_C(0)},
    };
    static const struct form_question problem[] = {
        {.label = PHRASE("What is wrong?"), .field = CASE_FIELDS, .section = "What is wrong"},
        {.label = PHRASE("How is that known?"), .field = CASE_FIELDS, .section = "How that is known"},
    };
    write_short(frame, &(struct ways){"adoption", PHRASE("We tried this too"), PHRASE("What is sent")}, adoption, 1);
    write_short(frame, &(struct ways){"problem", PHRASE("Report a problem"), PHRASE("What is sent")}, problem, 2);
}

void contribute_page(const struct site *site, struct site_files *files)
{
    struct frame frame;
    struct html *html = &frame.html;
    struct text rules = {0};
    frame_open(
        &frame, site, files,
        &(struct frame_head){.path = path_contribute,
                             .title = say("Contribute a case study"),
                             .description = say("A form that makes the file of a case study in your own browser.")});
    html_element(
        html, HTML_P, "lead",
        say("Were you part of something that others could learn from, whether it worked or not? Ten answers and "
            "three short texts are enough."));
    html_element(
        html, HTML_P, NULL,
        say("Nothing that you type leaves this machine until you send it yourself. Write about the work: no names, "
            "telephone numbers or other details of people who were served."));
    html_without_scripts(
        html,
        say("Filling in this form needs JavaScript, which is off or not available here. Print the page and write on "
            "it, or write the file by hand; either can be sent to the contact at the end of this page."));
    write_drafts(html);
    write_form(&frame);
    write_short_forms(&frame);
    write_skeleton(&frame);
    form_rules_write(&rules);
    html_data(html, "application/json", text_string(&rules));
    frame_script(&frame, path_contribute_script, ASSET_CONTRIBUTE);
    frame_close(&frame);
    text_free(&rules);
}
