/* Written values: what is proposed in place of one must itself be good, and an address is harmless. */
#include <strings.h>

#include "catalogue/site/frame/url.h"
#include "indexer/content/meant_address.h"
#include "indexer/content/meant_date.h"
#include "indexer/content/meant_number.h"
#include "indexer/content/scalars.h"
#include "tests/fuzz/fuzz.h"

static bool begins(const char *text, const char *with)
{
    return strncasecmp(text, with, strlen(with)) == 0;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena arena = {0};
    const char *text = arena_copy(&arena, (const char *)data, size);
    const char *number = meant_number(&arena, text).meant.text;
    const char *date = meant_date(&arena, text, size % 2).text;
    const char *year = meant_year(&arena, text).text;
    const char *address = meant_url(&arena, text).text;
    const char *id = meant_case_id(&arena, text).text;
    struct url url;
    fuzz_must(!number || scalar_number(number, &(double){0}), "a proposed number is one");
    fuzz_must(!date || scalar_date(date), "a proposed date is one");
    fuzz_must(!year || (strlen(year) == 4 && scalar_date(year)), "a proposed year is one");
    fuzz_must(!address || scalar_url(address), "a proposed address is one");
    fuzz_must(!id || scalar_case_id(id), "a proposed id is one");
    fuzz_must(!scalar_date(text) || scalar_compare_dates(text, text) == 0, "a date is as late as itself");
    if (url_allow(&arena, text, &url)) {
        const char *at = url.address;
        fuzz_must(begins(at, "http://") || begins(at, "https://") || begins(at, "mailto:"), "an address is harmless");
        fuzz_must(!strpbrk(at, "\"<> \n"), "an address has no quotes and blanks");
    }
    fuzz_must(!scalar_case_id(text) || strspn(text, "abcdefghijklmnopqrstuvwxyz0123456789-") == strlen(text),
              "an id is a file name");
    arena_free(&arena);
    return 0;
}
