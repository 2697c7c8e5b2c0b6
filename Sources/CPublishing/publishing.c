#define _GNU_SOURCE
#include "publishing.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

int publishing_open_at(int folder, const char *name, int flags, unsigned mode) {
  return openat(folder, name, flags, (mode_t)mode);
}

int publishing_exchange(int folder, const char *name, int other_folder, const char *other_name) {
  return renameat2(folder, name, other_folder, other_name, RENAME_EXCHANGE);
}

int publishing_rename_to_absent(int folder, const char *name, int other_folder, const char *other_name) {
  if (renameat2(folder, name, other_folder, other_name, RENAME_NOREPLACE) == 0) return 0;
  if (errno != EINVAL && errno != ENOSYS && errno != EOPNOTSUPP) return -1;
  // A file system without the flag: look first.
  struct stat there;
  if (fstatat(other_folder, other_name, &there, AT_SYMLINK_NOFOLLOW) == 0) {
    errno = EEXIST;
    return -1;
  }
  return renameat(folder, name, other_folder, other_name);
}

int publishing_is_mount_root(int folder) {
  struct statx facts;
  if (statx(folder, "", AT_EMPTY_PATH, STATX_BASIC_STATS, &facts) != 0) return -1;
  return (facts.stx_attributes_mask & STATX_ATTR_MOUNT_ROOT) && (facts.stx_attributes & STATX_ATTR_MOUNT_ROOT);
}

int publishing_open_nameless(const char *folder) {
  int nameless = open(folder, O_TMPFILE | O_RDWR | O_CLOEXEC | O_EXCL, 0600);
  if (nameless >= 0) return nameless;
  // A file system without nameless files: a name for an instant.
  char path[4096];
  if ((size_t)snprintf(path, sizeof path, "%s/minzheng-XXXXXX", folder) >= sizeof path) {
    errno = ENAMETOOLONG;
    return -1;
  }
  int named = mkostemp(path, O_CLOEXEC);
  if (named >= 0) unlink(path);
  return named;
}
