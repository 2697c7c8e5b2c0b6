// Laid over the C library with LD_PRELOAD, to break a program where it writes.
//
//   FAULT_CLASS   write, sync, rename, make, remove: which calls count; all counts every one of them
//   FAULT_NTH     the call, from 1, that goes wrong
//   FAULT_ERRNO   the number it fails with; 0 kills the program before the call, -1 after it
//   FAULT_ONCE    1: only that call fails; else all calls of the class from that one on
//   FAULT_DELAY   microseconds that each call waits before it is made
//
//   FAULT_FIRED   a file that is made when the call is reached
//
// Standard streams are left alone.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

static atomic_int calls;

static int number(const char *name) {
  const char *text = getenv(name);
  return text ? atoi(text) : 0;
}

static int counts(const char *class) {
  const char *wanted = getenv("FAULT_CLASS");
  return wanted && (strcmp(wanted, class) == 0 || strcmp(wanted, "all") == 0);
}

/// Whether this call is to fail; errno is set. `late` is whether the program dies after it.
static int fails(const char *class, int *late) {
  *late = 0;
  if (number("FAULT_DELAY")) usleep(number("FAULT_DELAY"));
  if (!counts(class)) return 0;
  int call = atomic_fetch_add(&calls, 1) + 1;
  int nth = number("FAULT_NTH");
  if (!nth || (number("FAULT_ONCE") ? call != nth : call < nth)) return 0;
  const char *fired = getenv("FAULT_FIRED");
  if (fired) close(syscall(SYS_openat, AT_FDCWD, fired, O_WRONLY | O_CREAT, 0600));
  int fault = number("FAULT_ERRNO");
  if (fault == 0) kill(getpid(), SIGKILL);
  if (fault == -1) {
    *late = 1;
    return 0;
  }
  errno = fault;
  return 1;
}

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))
#define CALL(class, name, ...)                          \
  do {                                                  \
    int late;                                           \
    if (fails(class, &late)) return -1;                 \
    __typeof__(name(__VA_ARGS__)) result = REAL(name)(__VA_ARGS__); \
    if (late) kill(getpid(), SIGKILL);                  \
    return result;                                      \
  } while (0)

ssize_t write(int file, const void *bytes, size_t count) {
  if (file <= 2) return REAL(write)(file, bytes, count);
  CALL("write", write, file, bytes, count);
}

int fsync(int file) { CALL("sync", fsync, file); }

int renameat(int folder, const char *name, int other, const char *other_name) {
  CALL("rename", renameat, folder, name, other, other_name);
}

int renameat2(int folder, const char *name, int other, const char *other_name, unsigned flags) {
  CALL("rename", renameat2, folder, name, other, other_name, flags);
}

int mkdirat(int folder, const char *name, mode_t mode) { CALL("make", mkdirat, folder, name, mode); }

int mkdir(const char *path, mode_t mode) { CALL("make", mkdir, path, mode); }

int unlinkat(int folder, const char *name, int flags) { CALL("remove", unlinkat, folder, name, flags); }

int openat(int folder, const char *name, int flags, ...) {
  mode_t mode = 0;
  if (flags & O_CREAT) {
    va_list rest;
    va_start(rest, flags);
    mode = va_arg(rest, mode_t);
    va_end(rest);
    CALL("make", openat, folder, name, flags, mode);
  }
  return REAL(openat)(folder, name, flags, mode);
}
