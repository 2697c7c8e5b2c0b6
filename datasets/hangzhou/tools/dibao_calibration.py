"""The two parts of the 低保 caseload by district, calibrated on the caseload of 2022.

    python3 dibao_calibration.py --indicators RUN/indicators.csv --out OUT

N = p0 P + tau P F(L): p0 P people with next to no counted income are a given part of the caseload, tau fits the rest to the people whose
log-normal income lies below the line L, in town and in the country. P are the registered people of 2022 of any run of the program: they
do not depend on benefits, and the run may end in 2022. Incomes, their spread, the standard and the take-up come from the package itself.
"""
import argparse
import csv
import os
import re

import numpy as np
from scipy.stats import norm

import files

YEAR = 2022
PART_WITHOUT_INCOME = 0.57  # of the caseload; with it the mean payment is 0.60 of the standard and the caseload's elasticity about 1.6
CITY_CASELOAD = 101_000
# Recipients per 10,000 registered people, before scaling to the city: 建德 is counted, the others are set beside it.
RATE = {"上城区": 75, "拱墅区": 75, "西湖区": 75, "滨江区": 75, "钱塘区": 75, "萧山区": 100, "余杭区": 100, "临平区": 100, "富阳区": 165,
        "临安区": 165, "桐庐县": 165, "建德市": 188, "淳安县": 260}


def package_value(path, key):
    """A number of parameters/benefits.yaml; shares as shares."""
    heading = None
    with open(os.path.join(files.PACKAGE, "parameters", "benefits.yaml"), encoding="utf-8") as file:
        for line in file:
            heading = found[1] if (found := re.match(r"(\S+):\s*$", line)) else heading
            value = re.match(rf"    {key}: (?:\{{\d+: )?\{{value: ([\d.]+)(%?)", line)
            if heading == path and value:
                return float(value[1]) / (100 if value[2] else 1)
    raise KeyError((path, key))


def rows(path, indicator, year, column):
    """{district: number} of one indicator and year."""
    with open(path, encoding="utf-8", newline="") as file:
        return {r["district_code"]: float(r[column]) for r in csv.DictReader(file)
                if r["indicator"] == indicator and r["year"] == str(year) and r[column]}


def standard():
    """The standard weighted by the days it was in force, yuan a year."""
    observed = os.path.join(files.PACKAGE, "tables", "observed.csv")
    before, level = (rows(observed, "benefits.dibao.standard", year, "value")["330100"] for year in (YEAR - 1, YEAR))
    return before + (level - before) * package_value("benefits.dibao.share_of_year", YEAR)


def below(line, mean, deviation):
    """Share of log-normal incomes below a line."""
    return norm.cdf((np.log(line / mean) + deviation ** 2 / 2) / deviation)


def calibrate(indicators):
    """{district: (p0 per 10,000, take-up factor)}"""
    people = rows(indicators, "population.registered", YEAR, "central")
    scale = CITY_CASELOAD / sum(RATE[d] * people[files.NEW[d]] / 1e4 for d in files.NEW)
    mean, deviation = package_value("benefits.mean_income", YEAR), package_value("benefits.income.log_deviation", 2020)
    shares = [below(standard(), mean * package_value(f"benefits.income.{part}_ratio", 2020), deviation) for part in ("urban", "rural")]
    take_up = package_value("benefits.takeup", 2020)
    solved = {}
    for district in files.NEW:
        urban = package_value("benefits.income.urban_share", district)
        rate = RATE[district] * scale
        in_tail = (urban * shares[0] + (1 - urban) * shares[1]) * 1e4
        solved[district] = PART_WITHOUT_INCOME * rate, (1 - PART_WITHOUT_INCOME) * rate / in_tail / take_up
    return solved


def main():
    parser = argparse.ArgumentParser(description="Calibrate the two parts of the caseload by district.")
    parser.add_argument("--indicators", required=True, help="indicators.csv of a run that covers 2022")
    parser.add_argument("--out", required=True, help="folder for dibao_calibration.csv")
    options = parser.parse_args()
    solved = calibrate(options.indicators)
    files.write(options.out, "dibao_calibration.csv", ["district", "without_income", "takeup_factor"],
                [(d, f"{p0:.2f}", f"{factor:.3f}") for d, (p0, factor) in solved.items()])
    for district, (p0, factor) in solved.items():
        print(f"{district} {p0:8.2f} {factor:7.3f}")


if __name__ == "__main__":
    main()
