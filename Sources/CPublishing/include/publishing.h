#ifndef PUBLISHING_H
#define PUBLISHING_H

// Attributes of files, which Swift's import of the C library leaves out.
#include <sys/types.h>
#include <sys/xattr.h>

// What Swift cannot call by itself: functions with a variable number of arguments, and those of Linux alone.
// All return -1 and set errno where they fail.

/// Opens a name in a folder; `mode` counts where it is made.
int publishing_open_at(int folder, const char *name, int flags, unsigned mode);

/// Exchanges two names in one step: at no instant is either of them absent.
int publishing_exchange(int folder, const char *name, int other_folder, const char *other_name);

/// Renames where nothing stands at the new name, else fails with EEXIST.
int publishing_rename_to_absent(int folder, const char *name, int other_folder, const char *other_name);

/// 1 where a file system begins at this folder, 0 where none does.
int publishing_is_mount_root(int folder);

/// Opens a file that has no name and is gone when it is closed.
int publishing_open_nameless(const char *folder);

#endif
