#ifndef TESTS_UNIT_UNIT_H
#define TESTS_UNIT_UNIT_H

/* cmocka and the headers that it wants before it. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <time.h>

#include <cmocka.h>

#define COUNT_OF(array) (sizeof(array) / sizeof *(array))

/* Seconds of the processor; where whoever runs the tests knows that all takes so many times as long, that part of them. */
static inline double seconds_since(clock_t start)
{
    const char *slower = getenv("SLOWER");
    double times = slower ? strtod(slower, NULL) : 1;
    return (double)(clock() - start) / CLOCKS_PER_SEC / (times >= 1 ? times : 1);
}

#endif
