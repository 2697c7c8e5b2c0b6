#include "processor.h"

// Written by Scripts/stamp where the program is built from a checkout.
#if __has_include("commit.h")
static const char commit[] =
#include "commit.h"
    ;
#else
static const char commit[] = "";
#endif

const char *built_commit(void) { return commit; }
