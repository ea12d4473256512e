/* Tables that people save: rows of cells whose places lie in the file, or a problem that does. */
#include "indexer/base/csv_read.h"
#include "indexer/content/source.h"
#include "tests/fuzz/fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena arena = {0};
    size_t lines = 1;
    for (size_t i = 0; i < size; i++)
        lines += data[i] == '\n';
    if (source_guard((const char *)data, size, CASE_FILE_MAX, NULL)) {
        struct csv_rows rows = csv_read(&arena, (const char *)data, size);
        for (size_t i = 0; i < rows.count; i++) {
            fuzz_must(rows.items[i].count > 0, "a row has cells");
            for (size_t j = 0; j < rows.items[i].count; j++) {
                const struct csv_cell *cell = &rows.items[i].cells[j];
                fuzz_must(cell->place.line >= 1 && cell->place.line <= lines, "a cell stands in its file");
                fuzz_must(strlen(cell->text) <= size, "a cell has no more than the file");
            }
        }
        fuzz_must(!rows.problem || rows.place.line <= lines, "a problem stands in its file");
    }
    arena_free(&arena);
    return 0;
}
