#pragma once

/// Whether this processor has the instructions the program was built for.
int processor_runs_this_build(void);
