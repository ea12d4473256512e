#include "catalogue/site/publish/job_kind.h"

void jobs_add(struct jobs *jobs, const struct job_kind *kind, const void *subject)
{
    jobs->items = arena_grow(&jobs->arena, jobs->items, jobs->count, &jobs->capacity, sizeof *jobs->items);
    jobs->items[jobs->count++] = (struct job){kind, subject, 0};
}

void jobs_list_once(struct jobs *jobs, const struct job_kind *kind, const struct site *site)
{
    (void)site;
    jobs_add(jobs, kind, NULL);
}
