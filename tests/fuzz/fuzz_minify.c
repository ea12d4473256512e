/* Style sheets and scripts that are stripped, whatever they are: what is left is no longer. */
#include "catalogue/site/theme/minify.h"
#include "tests/fuzz/fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct text style = {0};
    struct text script = {0};
    minify_css(&style, (const char *)data, size);
    minify_js(&script, (const char *)data, size);
    fuzz_must(style.size <= size, "what is left of a style sheet is no longer");
    fuzz_must(script.size <= size + 1, "nor is what is left of a script, but for the line end");
    text_free(&style);
    text_free(&script);
    return 0;
}
