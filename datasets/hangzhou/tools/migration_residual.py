"""Net migration of 2010-2020 by cohort residual: people counted in 2020 less the survivors of those counted in 2010.

Boundary changes and the coverage of the two censuses are inside the residual; children born after 2010 are not in it.
"""
import numpy as np

import files
import lifetable
from graduate import china_at_census


def ten_year_survival(raw):
    """Share of people aged x at the census of 2010 alive ten years later, [sex, age]."""
    share = np.ones((2, 101))
    for step, year in enumerate(range(2011, 2021)):
        survivorship = lifetable.city_survivorship(raw, year)
        share *= survivorship[:, np.minimum(files.AGES + step + 1, 100)]
    return share


def five_year(groups):
    """Census groups [sex, 19] as 0-4, 5-9 ... 85+, [sex, 18]."""
    return np.concatenate([groups[:, :1] + groups[:, 1:2], groups[:, 2:]], axis=1)


def net_migrants(raw, unit=files.CITY):
    """Persons [sex, 16] gained in ten years by the cohorts aged 10-14, 15-19 ... 80-84, 85+ in 2020."""
    before, after = (five_year(files.census(raw, year)[unit]) for year in (2010, 2020))
    survival, weights = ten_year_survival(raw), china_at_census(raw)
    net = np.zeros((2, 16), int)
    for i in range(2):
        for g in range(15):
            expected = before[i, g] * survival[i, 5 * g:5 * g + 5].mean()
            net[i, g] = after[i, g + 2] - round(expected)
        expected = 0.0
        for g in (15, 16, 17):  # 75-79, 80-84 and 85+ of 2010 are all 85+ in 2020
            ages = slice(5 * g, 5 * g + 5 if g < 17 else 101)
            expected += before[i, g] * np.average(survival[i, ages], weights=weights[i, ages])
        net[i, 15] = after[i, 17] - round(expected)
    return net


def age_profile(raw):
    """Age profile of net in-movers [sex, age], summing to 1: gains of the city, five years younger than in 2020, even inside groups."""
    profile = np.zeros((2, 101))
    gains = np.maximum(net_migrants(raw), 0)
    for g in range(16):
        profile[:, 5 * g + 5:5 * g + 10] = gains[:, g:g + 1] / 5
    return profile / profile.sum()


def yearly_mean(raw):
    """Net in-movers of the city a year, mean of 2010-2020, persons aged 10 and over in 2020."""
    return net_migrants(raw).sum() / 10


def main():
    options = files.arguments("Net migration 2010-2020 of the city by cohort and sex.").parse_args()
    net = net_migrants(options.raw)
    lines = [(sex, 10 + 5 * g, net[i, g]) for i, sex in enumerate(files.SEXES) for g in range(16)]
    files.write(options.out, "net_migrants_2010_2020.csv", ["sex", "age_2020_from", "net_migrants"], lines)
    print(f"mean of 2010-2020: {yearly_mean(options.raw):.0f} persons a year")


if __name__ == "__main__":
    main()
