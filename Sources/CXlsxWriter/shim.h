#include <xlsxwriter.h>

// Of the C library; Swift's import of it leaves it out.
int memfd_create(const char *name, unsigned int flags);
