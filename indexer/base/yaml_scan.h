#ifndef INDEXER_BASE_YAML_SCAN_H
#define INDEXER_BASE_YAML_SCAN_H

/*
 * Reads YAML line by line as its author does, and finds what was written wrongly at the place where it was. libyaml
 * says what can be read, but where it stops is seldom where the mistake is. A mistake that is `lost` is one that YAML
 * reads as something else; the others are believed only where libyaml refuses the text (front_yaml.h).
 */

#include "indexer/base/yaml_lines.h"
#include "indexer/base/yaml_mistakes.h"
#include "indexer/base/yaml_names.h"

/* Adds the mistakes of the text that `mistakes` was made for, in the order of their places. `names` may be NULL. */
void yaml_scan(struct yaml_mistakes *mistakes, const struct yaml_lines *lines, const struct yaml_names *names);

#endif
