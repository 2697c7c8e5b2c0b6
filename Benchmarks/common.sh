# What compare, whole and gate share: the C program and its inputs, times taken by turns, medians.
# Sourced by a script that stands in this folder, after it has read its arguments.

name=$(basename "$0")
work=$PWD/.build/compare
flags="-c release -Xcc -march=haswell"
export OPENBLAS_NUM_THREADS=1
mkdir -p "$work"

# fail TEXT: says what stands in the way, and ends.
fail() {
  echo "$name: $*" >&2
  exit 1
}

# need TOOL WHAT_FOR
need() { command -v "$1" > /dev/null || fail "$1 is missing, which $2"; }

# Builds the C program with the flags its header names, and has its inputs written once.
prepare_peer() {
  for file in c_peer.c numpy_ensemble.py; do [ -f "$peer/$file" ] || fail "$peer has no $file"; done
  need gcc "builds the C program"
  gcc -Ofast -march=native -mprefer-vector-width=512 "$peer/c_peer.c" -o "$work/c_peer" -lopenblas -lpthread -lm \
    2> "$work/log" || { cat "$work/log" >&2; fail "the C program does not build"; }
  [ -f "$work/d1000/expected_quantiles.csv" ] && return
  python=${PYTHON:-python3}
  "$python" -c 'import numpy, scipy' 2> /dev/null || fail "$python with NumPy and SciPy is missing, which writes inputs"
  "$python" "$peer/numpy_ensemble.py" --draws 1000 --dump "$work/d1000"
}

# The program that `make run` runs, unless PROGRAM names another.
find_program() { program=${PROGRAM:-$(make -s -C .. build | tail -n 1)}; }

# What runs the scenario in memory.
find_model() {
  swift build $flags --product model >&2
  model=$(swift build $flags --show-bin-path)/model
}

# seconds COMMAND...: what it takes by the clock, whatever it prints.
seconds() {
  start=$(date +%s%N)
  "$@" > "$work/said" 2>&1 || { cat "$work/said" >&2; return 1; }
  awk -v ns="$(($(date +%s%N) - start))" 'BEGIN { printf "%.4f\n", ns / 1e9 }'
}

# Of the C program, without reading its inputs.
time_peer() { "$work/c_peer" "$work/d1000" "$threads" 64 | sed -n 's/.* total \([0-9.]*\) s$/\1/p'; }

# The scenario in memory, without reading it.
time_model() {
  "$model" standard.yaml 1000 "$threads" > "$work/report" || { cat "$work/report" >&2; return 1; }
  sed -n 's/^total \([0-9.]*\) s$/\1/p' "$work/report"
}

# time_whole DRAWS INPUTS: the whole process with all its files.
time_whole() {
  seconds "$program" run standard.yaml --draws "$1" --inputs "$2" --threads "$threads" --out "$work/standard"
}

# by_turns RUNS OURS THEIRS: two commands that print what they took, by turns; $work/pairs gets a pair a line.
: > "$work/pairs"
by_turns() {
  for run in $(seq "$1"); do
    ours=$($2) && theirs=$($3) && [ -n "$ours" ] && [ -n "$theirs" ] || fail "run $run of $2 beside $3 did not end well"
    echo "$ours $theirs" >> "$work/pairs"
  done
}

# median EXPRESSION: of the pairs, by awk: '$1', '$2', '$1 / $2'.
median() {
  awk "{ print $1 }" "$work/pairs" | sort -n |
    awk '{ value[NR] = $1 } END { printf "%.4g\n", (value[int((NR + 1) / 2)] + value[int(NR / 2) + 1]) / 2 }'
}

# The processor, and how many of it: what a recorded ratio belongs to.
machine() { echo "$(sed -n 's/^model name[^:]*: *//p' /proc/cpuinfo | head -n 1 | tr -d ',') × $(nproc)"; }
