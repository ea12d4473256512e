#include "catalogue/site/glossary/glossary_page.h"

#include "catalogue/site/frame/frame.h"
#include "catalogue/site/frame/paths.h"
#include "indexer/base/phrases.h"

static void write_words(struct frame *frame, const char *vocabulary, const char *anchor, const char *heading)
{
    struct html *html = &frame->html;
    const struct vocabulary *words = vocabulary_find(frame->site->vocabularies, vocabulary);
    if (!words || !words->count)
        return;
    struct html_mark section = frame_section(frame, anchor, heading);
    html_open(html, HTML_DL);
    html_class(html, "terms");
    for (size_t i = 0; i < words->count; i++) {
        html_open(html, HTML_DIV);
        html_element(html, HTML_DT, NULL, words->terms[i].label);
        html_element(html, HTML_DD, NULL, words->terms[i].definition);
        html_close(html, HTML_DIV);
    }
    html_close_to(html, section);
}

void glossary_page(const struct site *site, struct site_files *files)
{
    struct frame frame;
    frame_open(
        &frame, site, files,
        &(struct frame_head){.path = path_glossary,
                             .title = say("Glossary"),
                             .description = say("Evidence levels, names and abbreviations that case studies use.")});
    html_element(
        &frame.html, HTML_P, "lead",
        say("What the evidence levels mean, and the names and abbreviations that case studies use. On other pages "
            "these words have a dotted line and say what they mean when they are pointed at or touched."));
    write_words(&frame, "evidence", "levels", say("Evidence levels"));
    write_words(&frame, "glossary", "words", say("Names and abbreviations"));
    frame_close(&frame);
}
