"""Single ages from the census groups 0, 1-4, 5-9 ... 80-84, 85+.

Inside each group the people follow a smooth local curve (monotone cubic on cumulated people) times China's ripple: the ratio of China's
single ages to the same smooth curve drawn through China's own groups, which carries the large and small cohorts. The open group follows
China's ages 85..100, tilted so that people aged 90+ among those aged 80+ match the city's register of 2016. Group totals are kept, and
integers are made by largest remainder.
"""
import numpy as np
from scipy.interpolate import PchipInterpolator
from scipy.optimize import brentq

import files

OLDEST = np.arange(16)  # years above 85


def largest_remainder(weights, total, ceiling=None):
    """Integers in proportion to weights (any shape) that sum to total; none above its ceiling when one is given."""
    share = np.asarray(weights, float)
    share = share * total / share.sum()
    if ceiling is not None:
        for _ in range(50):
            share = np.minimum(share * total / share.sum(), ceiling)
    counts = np.floor(share).astype(int).ravel()
    left = int(total - counts.sum())
    limit = np.full(counts.shape, np.inf) if ceiling is None else np.asarray(ceiling).ravel()
    order = np.argsort(-(share.ravel() - counts), kind="stable")
    while left > 0:
        for cell in order:
            if left > 0 and counts[cell] < limit[cell]:
                counts[cell] += 1
                left -= 1
    return counts.reshape(share.shape)


def census_groups(people):
    """Single ages [..., 101] added up to the 19 census groups."""
    return np.add.reduceat(people, files.CENSUS_STARTS, axis=-1)


def smooth(groups):
    """Ages 0..84 [85] by a monotone cubic through the cumulated groups [19], whose totals are kept."""
    cumulated = np.append(0, np.cumsum(groups[:18]))
    return np.diff(PchipInterpolator([*files.CENSUS_STARTS], cumulated)(np.arange(86)))


def china_at_census(raw):
    """China's people at the census, 1 November 2020, between two 1 Januaries, [sex, age]."""
    return files.china_people(raw, 2020) / 6 + files.china_people(raw, 2021) * 5 / 6


def old_age_tilt(raw):
    """b of exp(b (x - 85)) on China's ages 85+, so that 90+ over 80+ of the city's census equals the register's of 2016."""
    register = {r["indicator"]: float(r["value"]) for r in files.rows(raw, files.REGISTERED) if r["unit"] == files.CITY and r["year"] == "2016"}
    aim = register["registered_age_90plus"] / (register["registered_age_90plus"] + register["registered_age_80_89"])
    city, oldest = files.census(raw, 2020)[files.CITY], china_at_census(raw)[:, 85:]

    def share(b):
        curve = oldest * np.exp(b * OLDEST)
        ninety = (city[:, 18] * curve[:, 5:].sum(1) / curve.sum(1)).sum()
        return ninety / city[:, 17:].sum()

    return brentq(lambda b: share(b) - aim, -0.5, 0.5)


class Graduation:
    """China's pattern within groups, ready to be laid on any unit's groups."""

    def __init__(self, raw):
        china = china_at_census(raw)
        groups = census_groups(china)
        self.ripple = np.stack([china[i, :85] / np.maximum(smooth(groups[i]), 1) for i in range(2)])
        self.oldest = china[:, 85:] * np.exp(old_age_tilt(raw) * OLDEST)

    def singles(self, groups):
        """Integers [sex, 101] from integers [sex, 19]; every group keeps its total."""
        ages = np.zeros((2, 101), int)
        for i in range(2):
            local = np.maximum(smooth(groups[i]), 1e-6) * self.ripple[i]
            for g, (first, end) in enumerate(zip(files.CENSUS_STARTS, files.CENSUS_STARTS[1:])):
                if groups[i, g] > 0:
                    ages[i, first:end] = largest_remainder(np.maximum(local[first:end], 1e-9), groups[i, g])
            ages[i, 85:] = largest_remainder(self.oldest[i], groups[i, 18])
        return ages


def main():
    options = files.arguments("Single ages of the census of 2020, districts before 2021 and the city.").parse_args()
    graduation = Graduation(options.raw)
    lines = [(unit, sex, age, graduated[i, age]) for unit, groups in files.census(options.raw, 2020).items()
             for graduated in [graduation.singles(groups)] for i, sex in enumerate(files.SEXES) for age in files.AGES]
    files.write(options.out, "census2020_single_ages.csv", ["unit", "sex", "age", "persons"], lines)
    print(f"tilt above 85: {old_age_tilt(options.raw):.4f} a year of age")


if __name__ == "__main__":
    main()
