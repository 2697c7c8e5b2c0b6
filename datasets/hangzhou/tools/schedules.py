"""Rows of tables/schedules.csv: mortality, fertility pattern, age profile of net migration, dementia curve.

The mortality rows come from the program itself:

    minzheng calibrate mortality RAW/wpp2024_china_mx_age1_estimated.csv --from 2000 --to 2019 --jump-off 2020 --out DIR

whose coefficients.csv (columns sex, age, ax_mean, ax_jump_off, bx) is turned into rows here.
"""
import csv

import numpy as np

import files
from migration_residual import age_profile

HEADER = ["schedule", "sex", "age", "value", "evidence", "source"]
DEMENTIA_AGES = np.arange(60, 101)
DEMENTIA_GROUPS = np.arange(60, 100, 5)  # 60-64, 65-69 ... 95-99; mid-points two years above


def mortality(coefficients):
    """Rows of a(x) = ln m of the jump-off year and b(x), the latter the same for both sexes and summing to 1."""
    with open(coefficients, encoding="utf-8", newline="") as file:
        fitted = list(csv.DictReader(file))
    return [(f"demography.mortality.{name}", r["sex"], int(r["age"]), float(r[column]), "estimated", "wpp2024")
            for r in fitted for name, column in (("ax", "ax_jump_off"), ("bx", "bx"))]


def fertility(raw):
    """Rows of the share of the total fertility rate by age of mother, 10..54: China 2020."""
    return [("demography.fertility.pattern", "female", 10 + i, share, "estimated", "wpp2024")
            for i, share in enumerate(files.china_fertility_pattern(raw))]


def migration(raw):
    """Rows of the age profile of net in-movers, summing to 1 over both sexes."""
    profile = age_profile(raw)
    return [("demography.migration.profile", sex, age, profile[i, age], "estimated", "model")
            for i, sex in enumerate(files.SEXES) for age in range(101)]


def dementia_by_age(sex):
    """Prevalence of dementia at ages 60..100 as a share, unscaled.

    Group values are log-linear between the published ends 65-69 and 95-99 (and one group below), split by sex in the published ratio with
    the plain mean of the sexes kept, and rounded to a hundredth of a per cent; single ages are log-linear between mid-points, flat outside.
    """
    facts = files.published()
    first, last, ratio = facts["dementia_65_69", "China"], facts["dementia_95_99", "China"], facts["dementia_women_to_men", "China"]
    steps = (DEMENTIA_GROUPS - 65) / 5
    both = first * (last / first) ** (steps / 6)
    part = 2 * (ratio if sex == "female" else 1) / (1 + ratio)
    return np.exp(np.interp(DEMENTIA_AGES, DEMENTIA_GROUPS + 2, np.log(np.round(both * part, 4))))


def dementia():
    """Rows of the dementia curve."""
    return [("care.dementia.curve", sex, int(age), round(float(value), 8), "estimated", "dementia")
            for sex in files.SEXES for age, value in zip(DEMENTIA_AGES, dementia_by_age(sex))]


def plain(value):
    """Shortest text of a number, whole numbers without a decimal point."""
    text = repr(float(value))
    return text[:-2] if text.endswith(".0") else text


def all_rows(raw, coefficients=None):
    """All rows in the table's order, as (schedule, sex, age, value, evidence, source); mortality only with a coefficients file."""
    lines = fertility(raw) + migration(raw) + dementia()
    if coefficients:
        lines += mortality(coefficients)
    return sorted(lines, key=lambda r: r[:3])


def main():
    parser = files.arguments("Rows of tables/schedules.csv.")
    parser.add_argument("--coefficients", metavar="FILE", help="coefficients.csv written by minzheng calibrate mortality; without it no mortality rows")
    options = parser.parse_args()
    lines = all_rows(options.raw, options.coefficients)
    files.write(options.out, "schedules.csv", HEADER, [(*r[:3], plain(r[3]), *r[4:]) for r in lines])
    profile = age_profile(options.raw)
    print(f"{len(lines)} rows; net in-movers aged 60+: {100 * profile[:, 60:].sum():.1f} %")


if __name__ == "__main__":
    main()
