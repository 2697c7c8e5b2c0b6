"""Raw and published files: names, readers, writers, and the keys every script shares.

Arrays of people are ordered [district, sex, age]; sexes as in SEXES, districts as in NEW or OLD, ages 0..100 (100 is open).
"""
import argparse
import csv
import functools
import os

import numpy as np

SEXES = ("male", "female")
AGES = np.arange(101)
CENSUS_STARTS = [0, 1, *range(5, 86, 5)]  # first ages of the census groups 0, 1-4, 5-9 ... 80-84, 85+

# Districts of the 2021 division, by code.
NEW = {
    "上城区": "330102", "拱墅区": "330105", "西湖区": "330106", "滨江区": "330108", "萧山区": "330109", "余杭区": "330110",
    "富阳区": "330111", "临安区": "330112", "临平区": "330113", "钱塘区": "330114", "桐庐县": "330122", "淳安县": "330127",
    "建德市": "330182",
}
# Districts before 2021, by their names of 2020; two had other names in 2010 and 2013.
OLD = ["上城区", "下城区", "江干区", "拱墅区", "西湖区", "滨江区", "萧山区", "余杭区", "富阳区", "临安区", "桐庐县", "淳安县", "建德市"]
RENAMED = {"富阳市": "富阳区", "临安市": "临安区"}
CITY = "杭州市"

CENSUS = "hangzhou_population_census_age5_sex_district_olddivision.csv"
CENSUS_INDICATORS = "hangzhou_population_census_indicators_district_olddivision.csv"
CENSUS_NEW_TOTALS = "hangzhou_population_census2020_district_newdivision.csv"
LIFE_EXPECTANCY = "hangzhou_population_life_expectancy.csv"
REGISTERED = "hangzhou_population_registered_elderly.csv"
UN_RATES = "wpp2024_china_mx_age1_estimated.csv"
UN_PEOPLE = "wpp2024_china_population_age1_jan1_estimated.csv"
UN_FERTILITY = "wpp2024_china_asfr_age1_estimated.csv"

HERE = os.path.dirname(os.path.abspath(__file__))
PACKAGE = os.path.dirname(HERE)


@functools.lru_cache(maxsize=None)
def rows(folder, name):
    """All rows of a CSV file as dictionaries of text."""
    path = os.path.join(folder, name)
    if not os.path.exists(path):
        raise SystemExit(f"{path} is missing; README.md lists the raw files and their columns")
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@functools.lru_cache(maxsize=None)
def published():
    """Numbers of published.csv beside this file: (item, place or year) -> value in the unit named there."""
    return {(r["item"], r["key"]): float(r["value"]) for r in rows(HERE, "published.csv")}


def write(folder, name, header, lines):
    """Write a table as UTF-8 CSV with "\\n" line ends."""
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(folder, name), "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(lines)


@functools.lru_cache(maxsize=None)
def census(raw, year):
    """Residents of a census: unit -> integers [sex, 19 census groups]; units carry their names of 2020."""
    people = {}
    for r in rows(raw, CENSUS):
        if int(r["census_year"]) == year:
            unit = people.setdefault(RENAMED.get(r["unit"], r["unit"]), np.zeros((2, 19), int))
            unit[SEXES.index(r["sex"]), CENSUS_STARTS.index(int(r["age_start"]))] = int(r["population"])
    return people


def census_indicator(raw, year, name):
    """One census indicator of the old districts, [13]."""
    found = {RENAMED.get(r["unit"], r["unit"]): float(r["value"]) for r in rows(raw, CENSUS_INDICATORS)
             if int(r["census_year"]) == year and r["indicator"] == name}
    return np.array([found[unit] for unit in OLD])


@functools.lru_cache(maxsize=None)
def _china(raw, name, column):
    values = {}
    for r in rows(raw, name):
        key = int(r["year"]), r["sex"]
        if r["sex"] in SEXES:
            values.setdefault(key, np.zeros(101))[int(r["age"])] = float(r[column])
    return values


def china_people(raw, year):
    """People of China on 1 January, [sex, age]."""
    table = _china(raw, UN_PEOPLE, "population")
    return np.stack([table[year, sex] for sex in SEXES])


def china_rates(raw, year):
    """Central death rates of China, per person-year, [sex, age]."""
    table = _china(raw, UN_RATES, "mx")
    return np.stack([table[year, sex] for sex in SEXES])


def china_fertility_pattern(raw, year=2020):
    """Share of the total fertility rate by age of mother, ages 10..54, summing to 1."""
    f = {int(r["age"]): float(r["asfr"]) for r in rows(raw, UN_FERTILITY) if int(r["year"]) == year and r["variant"] == "estimate"}
    total = sum(f.values())
    return np.array([f[age] / total for age in range(10, 55)])


def population_rows(kind, people):
    """Rows of population.csv for integers [district of 2021, sex, age], in the table's order."""
    lines = [(kind, code, sex, age, int(people[d, SEXES.index(sex), age]))
             for d, code in enumerate(NEW.values()) for sex in SEXES for age in range(101)]
    return sorted(lines)


def arguments(description, out_required=True):
    """The options every script takes."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--raw", required=True, metavar="DIR", help="folder of the raw files")
    parser.add_argument("--out", required=out_required, metavar="DIR", help="folder to write to")
    return parser
