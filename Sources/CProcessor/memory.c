#include "processor.h"

#ifdef __linux__
#define _DEFAULT_SOURCE
#include <sys/mman.h>
#endif

void memory_prefer_large_pages(void *start, size_t bytes) {
#if defined(__linux__) && defined(MADV_HUGEPAGE)
  madvise(start, bytes, MADV_HUGEPAGE);
#endif
}
