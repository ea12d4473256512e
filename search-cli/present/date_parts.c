#include "search-cli/present/date_parts.h"

#include <stdbool.h>

/* Reads so many digits; false when there are fewer. */
static bool read_digits(const char **at, int digits, int *number)
{
    int value = 0;
    for (int i = 0; i < digits; i++, (*at)++) {
        if (**at < '0' || **at > '9')
            return false;
        value = value * 10 + (**at - '0');
    }
    *number = value;
    return true;
}

struct date_parts date_parts_of(const char *date)
{
    struct date_parts parts = {0};
    struct {
        int digits, most;
        int *number;
    } read[] = {{4, 9999, &parts.year}, {2, 12, &parts.month}, {2, 31, &parts.day}};
    for (int i = 0; i < 3; i++) {
        if (i && *date++ != '-')
            break;
        int number = 0;
        if (!read_digits(&date, read[i].digits, &number) || number < 1 || number > read[i].most)
            break;
        *read[i].number = number;
        parts.count = i + 1;
    }
    return parts;
}
