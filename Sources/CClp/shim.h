#include <coin/Clp_C_Interface.h>
#include <malloc.h>
