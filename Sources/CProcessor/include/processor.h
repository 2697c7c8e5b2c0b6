#pragma once

#include <stddef.h>

/// Whether this processor has the instructions the program was built for.
int processor_runs_this_build(void);

/// Asks for large pages, of which fewer have to be fetched one by one. Systems without them go on with small ones.
void memory_prefer_large_pages(void *start, size_t bytes);
