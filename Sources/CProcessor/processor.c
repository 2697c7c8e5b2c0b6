#include "processor.h"

#if defined(__x86_64__)
#include <cpuid.h>
#include <string.h>
#endif

int processor_runs_this_build(void) {
#ifdef __AVX2__
  return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
#else
  return 1;
#endif
}

const char *processor_name(void) {
#if defined(__x86_64__)
  // Three leaves of sixteen characters each.
  static char name[49];
  unsigned int registers[4];
  for (unsigned int leaf = 0; leaf < 3; leaf++) {
    if (!__get_cpuid(0x80000002 + leaf, &registers[0], &registers[1], &registers[2], &registers[3])) return "";
    memcpy(name + 16 * leaf, registers, 16);
  }
  const char *start = name;
  while (*start == ' ') start++;
  return start;
#else
  return "";
#endif
}
