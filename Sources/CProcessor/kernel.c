// The kernel of OpenBLAS, fixed before any library starts.
//
// OpenBLAS chooses its kernels by the processor while it loads, and each kernel sums in an order of its own: the last
// bits of a product differ. What it chooses can only be set before it loads, by its environment. So the program
// executes itself once more with that environment, before libraries have started: the number of the process stays,
// and with it signals, exit codes and whoever waits for it.
#ifdef __linux__
#define _GNU_SOURCE
#include "processor.h"

#include <limits.h>
#include <string.h>
#include <unistd.h>

#define VARIABLES 2

static char kernel[] = "OPENBLAS_CORETYPE=Haswell";
// Members run in parallel already; the pool of OpenBLAS would only spin.
static char threads[] = "OPENBLAS_NUM_THREADS=1";
static char *const wanted[VARIABLES] = {kernel, threads};

static size_t name_length(const char *variable) {
  return strchr(variable, '=') - variable + 1;
}

static int is_set(char *const environment[], const char *variable) {
  for (; *environment; environment++)
    if (strcmp(*environment, variable) == 0) return 1;
  return 0;
}

static int is_replaced(const char *variable) {
  for (int i = 0; i < VARIABLES; i++)
    if (strncmp(variable, wanted[i], name_length(wanted[i])) == 0) return 1;
  return 0;
}

#if defined(__x86_64__)
static int has_kernel(void) {
  __builtin_cpu_init();
  return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
}
#else
static int has_kernel(void) { return 0; }
#endif

static void fix_kernel(int count, char *arguments[], char *environment[]) {
  (void)count;
  if (!has_kernel() || (is_set(environment, kernel) && is_set(environment, threads))) return;
  size_t variables = 0;
  while (environment[variables]) variables++;
  char *fixed[variables + VARIABLES + 1];
  size_t kept = 0;
  for (size_t i = 0; i < variables; i++)
    if (!is_replaced(environment[i])) fixed[kept++] = environment[i];
  for (int i = 0; i < VARIABLES; i++) fixed[kept++] = wanted[i];
  fixed[kept] = NULL;
  // By its own name, so that lists of processes show it.
  char path[PATH_MAX];
  ssize_t length = readlink("/proc/self/exe", path, sizeof path - 1);
  if (length <= 0) return;
  path[length] = 0;
  // Where it cannot, the run goes on with the kernel that is there, and the manifest names it.
  execve(path, arguments, fixed);
}

// Before the constructors of libraries, OpenBLAS's among them.
__attribute__((section(".preinit_array"), used)) static void (*const before_libraries)(int, char **, char **) =
    fix_kernel;
#endif
