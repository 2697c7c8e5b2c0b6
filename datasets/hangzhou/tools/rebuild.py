"""Rebuild the derived tables and parameters into a folder and compare them with those of the package.

    python3 rebuild.py --raw DIR [--out DIR] [--minzheng PROGRAM]

Prints a line a table and ends with status 1 when a difference is above its tolerance, a row is missing or one is too many. Without the
program the mortality rows are not rebuilt, which is said and is no failure.
"""
import csv
import os
import re
import shutil
import subprocess
import sys
import tempfile

import files

HERE = files.HERE
SCRIPTS = ("graduate", "migration_residual", "base_population", "registered_totals", "registered_cohorts", "registered_population",
           "ability_law", "mortality_shift")
# Largest absolute difference allowed, by what is compared. Rounding of the package is half a unit of the last digit it prints.
TOLERANCE = {
    "population resident": 0, "population registered": 0,
    "demography.mortality.ax": 1e-9, "demography.mortality.bx": 1e-9,
    "demography.fertility.pattern": 1e-12, "demography.migration.profile": 1e-12, "care.dementia.curve": 1e-8,
    "population.births": 0, "population.deaths": 0,
    "demography.mortality.alpha_female": 0.0005, "demography.mortality.alpha_male": 0.0005, "demography.mortality.drift": 0.0005,
    "demography.fertility.tfr": 0.0005, "demography.migration.net": 500, "care.dementia.scale": 0.0005,
    "intercept": 0.00005, "wide_intercept": 0.00005,
}


def table(path, key, value="value"):
    """Rows of a CSV file as {key columns: number}."""
    with open(path, encoding="utf-8", newline="") as file:
        return {tuple(r[k] for k in key): float(r[value]) for r in csv.DictReader(file)}


def committed_parameters():
    """{(path, year): number} of the city-wide values in parameters/*.yaml, as printed there and without their units."""
    found, path = {}, None
    for name in ("demography.yaml", "care.yaml"):
        with open(os.path.join(files.PACKAGE, "parameters", name), encoding="utf-8") as file:
            for line in file:
                if heading := re.match(r"(\S+):\s*$", line):
                    path = heading[1]
                elif point := re.match(r"    (\d{4}): \{value: (-?[\d.]+)", line):
                    found[path, point[1]] = float(point[2])
    return found


def run(script, *options):
    """Run one script of this folder quietly; its messages are shown when it fails."""
    done = subprocess.run([sys.executable, "-B", os.path.join(HERE, script + ".py"), *options], capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"{script}.py failed:\n{done.stderr}")


def rebuild(raw, out, program):
    """Write everything into a folder; returns whether mortality could be fitted."""
    for script in SCRIPTS:
        run(script, "--raw", raw, "--out", out)
    coefficients = []
    if program:
        fitted = os.path.join(out, "mortality")
        subprocess.run([program, "calibrate", "mortality", os.path.join(raw, files.UN_RATES), "--from", "2000", "--to", "2019",
                        "--jump-off", "2020", "--out", fitted], check=True, capture_output=True)
        coefficients = ["--coefficients", os.path.join(fitted, "coefficients.csv")]
    run("schedules", "--raw", raw, "--out", out, *coefficients)
    return bool(program)


def compare(name, new, old, tolerance):
    """Print the largest differences of two {key: number}; true when the keys agree and no difference is above the tolerance."""
    unmatched = len(new.keys() ^ old.keys())
    pairs = [(new[k], old[k]) for k in new.keys() & old.keys()]
    absolute = max((abs(a - b) for a, b in pairs), default=0.0)
    relative = max((abs(a - b) / abs(b) for a, b in pairs if b), default=0.0)
    good = bool(pairs) and not unmatched and absolute <= tolerance
    print(f"{name:36}{len(pairs):7}{unmatched:11}{absolute:14.3g}{relative:14.3g}{tolerance:12.3g}  {'ok' if good else 'DIFFERS'}")
    return good


def comparisons(out, fitted):
    """(name, rebuilt, committed, tolerance) of every table and parameter."""
    tables, key = os.path.join(files.PACKAGE, "tables"), ("kind", "district_code", "sex", "age")
    people = table(os.path.join(tables, "population.csv"), key, "persons")
    for kind in ("resident", "registered"):
        name = f"population {kind}"
        yield name, table(os.path.join(out, f"population_{kind}.csv"), key, "persons"), {k: v for k, v in people.items() if k[0] == kind}, TOLERANCE[name]

    new, old = (table(os.path.join(folder, "schedules.csv"), ("schedule", "sex", "age")) for folder in (out, tables))
    for name in sorted({k[0] for k in old}):
        if name.startswith("demography.mortality") and not fitted:
            print(f"{name:36}  not rebuilt: no minzheng program")
        else:
            yield name, {k: v for k, v in new.items() if k[0] == name}, {k: v for k, v in old.items() if k[0] == name}, TOLERANCE[name]

    new = table(os.path.join(out, "births_deaths.csv"), ("indicator", "year"))
    old = table(os.path.join(tables, "observed.csv"), ("indicator", "district_code", "year"))
    for name in sorted({k[0] for k in new}):
        yield name, {k: v for k, v in new.items() if k[0] == name}, {(i, y): v for (i, _, y), v in old.items() if i == name}, TOLERANCE[name]

    old, new = committed_parameters(), {}
    for script in ("mortality_shift", "ability_law"):
        new.update(table(os.path.join(out, script + ".csv"), ("parameter", "year")))
    if fitted:
        new["demography.mortality.drift", "2020"] = table(os.path.join(out, "mortality", "fit.csv"), ("quantity",))["drift",]
    for path in sorted({k[0] for k in new}):
        mine = {k: v for k, v in new.items() if k[0] == path}
        yield path, mine, {k: old[k] for k in mine if k in old}, TOLERANCE.get(path, TOLERANCE.get(path.rsplit(".", 1)[1]))


def main():
    parser = files.arguments(__doc__.split("\n")[0], out_required=False)
    parser.add_argument("--minzheng", default=shutil.which("minzheng"), metavar="PROGRAM", help="the program that fits mortality; looked for on PATH")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        out = options.out or temporary
        fitted = rebuild(options.raw, out, options.minzheng)
        print(f"{'table or parameter':36}{'values':>7}{'unmatched':>11}{'largest abs.':>14}{'largest rel.':>14}{'tolerance':>12}")
        results = [compare(*item) for item in comparisons(out, fitted)]
    print(f"{len(results)} compared, {results.count(False)} above tolerance")
    sys.exit(0 if all(results) else 1)


if __name__ == "__main__":
    main()
