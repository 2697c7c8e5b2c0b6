"""Intercepts of the ability law under both readings, and the scale of the dementia curve.

logit P(level or worse | age, sex) = c + B (min(age, 97) - 75) + G for women. B and G are given (fitted to published age gradients outside
these scripts); every c is solved so that a population aged 60+ shows a published share.
"""
import numpy as np
from scipy.optimize import brentq

import files
from registered_population import registered
from schedules import DEMENTIA_AGES, dementia_by_age

REFERENCE_AGE, AGE_CAP = 75, 97
SLOPE = {"mild": 0.100, "moderate": 0.108, "severe": 0.115, "complete": 0.120}  # B, a year of age
WOMEN = {"mild": 0.18, "moderate": 0.12, "severe": 0.06, "complete": 0.06}  # G
PREVALENCE_CAP = 0.60  # ceiling of dementia at one age, assumed


def prevalence(level, intercept):
    """Share at a level or worse, [sex, ages 60..100]."""
    ages = np.minimum(DEMENTIA_AGES, AGE_CAP) - REFERENCE_AGE
    logit = intercept + SLOPE[level] * ages + np.array([[WOMEN[level] if sex == "female" else 0.0] for sex in files.SEXES])
    return 1 / (1 + np.exp(-logit))


def mean(shares, people):
    """Mean of shares [sex, age] over people of the same shape."""
    return (shares * people).sum() / people.sum()


def intercept(level, share, people):
    """c at which people [sex, ages 60..100] show a share at the level or worse."""
    return brentq(lambda c: mean(prevalence(level, c), people) - share, -12, 4)


def targets():
    """Shares of people aged 60+ at each level or worse: first reading, second reading.

    First: the national 11.6 % is mild and worse; moderate, severe and complete are the city's counts of registered people.
    Second: 11.6 % is moderate and worse, severe and complete keep their proportion to it, mild and worse is the survey of 2015.
    """
    facts = files.published()
    disabled, half = facts["registered_disabled_60_plus", "2017"], facts["registered_half_disabled_60_plus", "2017"]
    complete, national = facts["registered_complete_60_plus", "2020"], facts["national_disabled_60_plus", "2021"]
    moderate = disabled + half
    first = {"mild": national, "moderate": moderate, "severe": disabled, "complete": complete}
    second = {"mild": facts["national_disabled_or_half_60_plus", "2015"], "moderate": national,
              "severe": national * disabled / moderate, "complete": national * complete / moderate}
    return first, second


def intercepts(raw):
    """{parameter path: c}: mild of the first and all of the second reading on China's 60+ of 1 January 2022, the others on the register."""
    china = files.china_people(raw, 2022)[:, 60:]
    register = registered(raw).sum(0)[:, 60:].astype(float)
    first, second = targets()
    solved = {}
    for level in SLOPE:
        solved[f"care.ability.{level}.intercept"] = intercept(level, first[level], china if level == "mild" else register)
        solved[f"care.ability.{level}.wide_intercept"] = intercept(level, second[level], china)
    return solved


def dementia_scale(raw):
    """Factor on the dementia curve that shows the published share on China's people aged 60+ of 1 January 2021."""
    curve = np.stack([dementia_by_age(sex) for sex in files.SEXES])
    people = files.china_people(raw, 2021)[:, 60:]
    share = files.published()["dementia_60_plus", "China"]
    return brentq(lambda scale: mean(np.minimum(PREVALENCE_CAP, scale * curve), people) - share, 0.1, 3)


def parameters(raw):
    """[(parameter path, year, value)]"""
    values = {**intercepts(raw), "care.dementia.scale": dementia_scale(raw)}
    return [(path, 2020, value) for path, value in values.items()]


def main():
    options = files.arguments("Intercepts of the ability law and the dementia scale.").parse_args()
    solved = parameters(options.raw)
    files.write(options.out, "ability_law.csv", ["parameter", "year", "value"], solved)
    for path, year, value in solved:
        print(f"{path:40} {year} {value:9.4f}")


if __name__ == "__main__":
    main()
