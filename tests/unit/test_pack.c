#include "catalogue/site/single/pack.h"

#include <stdint.h>
#include <string.h>

#include "indexer/base/utf8.h"
#include "tests/unit/unit.h"

static size_t digit(const char **at)
{
    static const char digits[] = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_";
    const char *found = strchr(digits, *(*at)++);
    assert_non_null(found);
    return (size_t)(found - digits);
}

/* As assets/single.js does it. */
static void unpack(struct text *said, const char *packed)
{
    while (*packed) {
        char byte = *packed++;
        if (byte != '~') {
            text_char(said, byte);
            continue;
        }
        if (strchr("~!.", *packed)) {
            text_char(said, *packed == '~' ? '~' : *packed == '!' ? '<' : '\r');
            packed++;
            continue;
        }
        size_t size = digit(&packed);
        if (size == 63) {
            size += digit(&packed) * 64;
            size += digit(&packed);
        }
        size_t back = digit(&packed);
        size_t more = (back >> 4) + 1;
        for (back &= 15; more; more--)
            back = back * 64 + digit(&packed);
        assert_true(back > 0 && back <= said->size);
        for (size += PACK_LEAST; size; size--)
            text_char(said, said->data[said->size - back]);
    }
}

/* What is packed of a text behind others; it comes out as it was, and can stand in a script. */
static size_t packed_size(struct pack *pack, struct text *said, const char *text)
{
    struct text packed = {0};
    size_t before = said->size;
    pack_add(pack, &packed, text, strlen(text));
    size_t size = packed.size;
    size_t offset;
    assert_true(utf8_check(text_string(&packed), size, &offset));
    assert_null(strstr(text_string(&packed), "</script"));
    assert_null(strstr(text_string(&packed), "<!--"));
    assert_null(strchr(text_string(&packed), '\r'));
    unpack(said, text_string(&packed));
    assert_string_equal(text_string(said) + before, text);
    text_free(&packed);
    return size;
}

static void what_was_said_is_pointed_at(void **state)
{
    (void)state;
    struct pack pack = {0};
    struct text said = {0};
    static const char words[] = "Few men in two wards had their blood pressure checked.";
    assert_int_equal(packed_size(&pack, &said, words), strlen(words));
    assert_true(packed_size(&pack, &said, words) < 8);
    assert_true(packed_size(&pack, &said, "ppppppppppppppppppppppppppppppppppppppppppppppp") < 8);
    assert_int_equal(packed_size(&pack, &said, "Few men"), strlen("Few men"));
    assert_int_equal(packed_size(&pack, &said, ""), 0);
    text_free(&said);
    pack_free(&pack);
}

static void what_a_page_has_is_pointed_at_as_a_browser_reads_it(void **state)
{
    (void)state;
    struct pack pack = {0};
    struct text said = {0};
    static const char page[] = "Checks rose\r\nfrom 300 to 1,200\rin the first year";
    pack_know(&pack, page, strlen(page));
    text_add(&said, "Checks rose\nfrom 300 to 1,200\nin the first year");
    assert_true(packed_size(&pack, &said, "from 300 to 1,200\nin the first year") < 8);
    text_free(&said);
    pack_free(&pack);
}

static void what_would_end_the_script_is_a_mark(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "~",
        "~~",
        "~!",
        "a~",
        "</script>",
        "</SCRIPT",
        "<!-- a -->",
        "<b>a</b>",
        "a\r\nb\rc",
        ("\xef\xbb\xbf"
         "id"),
    };
    struct pack pack = {0};
    struct text said = {0};
    for (size_t i = 0; i < COUNT_OF(texts); i++)
        packed_size(&pack, &said, texts[i]);
    text_free(&said);
    pack_free(&pack);
}

/* Letters whose bytes begin or end alike, near and far, in runs of all lengths. */
static void any_text_comes_out_as_it_was(void **state)
{
    (void)state;
    static const char *const parts[] = {"é", "è", "–",         "—",    "‘", "a",
                                        "~", "<", "</script>", "\r\n", "0", "Checks rose in a year"};
    struct pack pack = {0};
    struct text said = {0};
    struct text text = {0};
    uint32_t number = 1;
    for (size_t round = 0; round < 200; round++) {
        text_clear(&text);
        for (size_t i = 0; i < round * 10; i++) {
            number = number * 1664525 + 1013904223;
            text_add(&text, parts[(number >> 16) % (round % 3 ? COUNT_OF(parts) : 2)]);
        }
        packed_size(&pack, &said, text_string(&text));
    }
    text_free(&text);
    text_free(&said);
    pack_free(&pack);
}

/* Lengths of one digit and of three, and more than one mark can say. */
static void a_long_text_is_said_again_in_few_marks(void **state)
{
    (void)state;
    static const size_t lengths[] = {8, 9, 70, 71, 72, 4000, 4166, 4167, 4168, 9000};
    for (size_t i = 0; i < COUNT_OF(lengths); i++) {
        struct pack pack = {0};
        struct text said = {0};
        struct text text = {0};
        uint32_t number = 7;
        for (size_t j = 0; j < lengths[i]; j++) {
            number = number * 1664525 + 1013904223;
            text_char(&text, (char)('a' + (number >> 20) % 26));
        }
        packed_size(&pack, &said, text_string(&text));
        assert_true(packed_size(&pack, &said, text_string(&text)) <= 8 * (1 + lengths[i] / 4000));
        text_free(&text);
        text_free(&said);
        pack_free(&pack);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_was_said_is_pointed_at),
        cmocka_unit_test(what_a_page_has_is_pointed_at_as_a_browser_reads_it),
        cmocka_unit_test(what_would_end_the_script_is_a_mark),
        cmocka_unit_test(any_text_comes_out_as_it_was),
        cmocka_unit_test(a_long_text_is_said_again_in_few_marks),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
