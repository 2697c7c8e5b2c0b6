#pragma once

/// Whether this processor has the instructions the program was built for.
int processor_runs_this_build(void);

/// The processor's own name; empty where it has none.
const char *processor_name(void);

/// What was built: the commit, with a plus sign where files had changed since; empty where it is not known.
const char *built_commit(void);
