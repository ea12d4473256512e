#ifndef CATALOGUE_SITE_CONTRIBUTE_QUESTION_HTML_H
#define CATALOGUE_SITE_CONTRIBUTE_QUESTION_HTML_H

/*
 * A question as elements of a form. Each answer's element has its path as name: "title", "partners.0.type",
 * "sections.The need"; what belongs together stands in an element whose data-path is that of the whole. Boxes of a list
 * of terms have the same name. A text that is a list is answered line by line (data-lines).
 */

#include "catalogue/site/contribute/questions.h"
#include "catalogue/site/frame/frame.h"

void question_write(struct frame *frame, const struct form_question *question);

#endif
