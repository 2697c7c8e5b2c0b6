"""Local level of mortality and fertility: alpha from registered life expectancies, total fertility rates of 2020-2024 from births.

alpha shifts China's life table of 2020 on Brass's logit scale, slope 1, until it shows the published life expectancy. The fertility rates
are those which, with China's age pattern, return the published births on the resident women.
"""
import numpy as np
from scipy.optimize import brentq

import files
import lifetable
from base_population import census_singles, residents
from migration_residual import age_profile, yearly_mean

FERTILE = slice(10, 55)
WOMEN = files.SEXES.index("female")
MEAN_OVER_YEAR_END_2020 = 0.985  # residents at mid-2020 over those of 31 December
BOYS = 1.11 / 2.11  # share of births; assumed


def alphas(raw):
    """{sex: alpha} meeting the life expectancy at birth of registered people in 2020."""
    china = files.china_rates(raw, 2020)
    return {sex: brentq(lambda a: lifetable.brass(china[i], sex, a).e0 - lifetable.registered_e0(raw, 2020, sex), -1, 1)
            for i, sex in enumerate(files.SEXES)}


def births_and_deaths(year):
    """Births and deaths of residents in a year, persons: published rates times the mean of two year ends."""
    facts = files.published()
    mean = (facts["residents_year_end", str(year)] + facts["residents_year_end", str(year - 1)]) / 2
    return tuple(facts[f"crude_{event}_rate", str(year)] / 1000 * mean for event in ("birth", "death"))


def net_migrants(year):
    """Net in-movers of residents in a year, persons: the change of the total less births plus deaths."""
    facts, (births, deaths) = files.published(), births_and_deaths(year)
    return facts["residents_year_end", str(year)] - facts["residents_year_end", str(year - 1)] - births + deaths


def fertility(raw):
    """{year: total fertility rate of residents}, 2020-2024.

    2020: births over the women counted in the census. Later: mean of the women at the start of the year and of their survivors at its end;
    net in-movers join at the year's end with the age profile of 2010-2020; survival at the rates of 2020 shifted by alpha.
    """
    facts, pattern, profile = files.published(), files.china_fertility_pattern(raw), age_profile(raw)
    counted = census_singles(raw).sum(0)[WOMEN, FERTILE]
    births = facts["crude_birth_rate", "2020"] / 1000 * facts["residents_year_end", "2020"] * MEAN_OVER_YEAR_END_2020
    rates = {2020: births / (pattern * counted).sum()}
    china, shift = files.china_rates(raw, 2020), alphas(raw)
    survivorship = np.stack([lifetable.brass(china[i], sex, shift[sex]).survivorship for i, sex in enumerate(files.SEXES)])
    people = residents(raw).sum(0).astype(float)
    for year in range(2021, 2025):
        births, _ = births_and_deaths(year)
        later = lifetable.survive(people, survivorship)
        women = (people[WOMEN, FERTILE] + later[WOMEN, FERTILE]) / 2
        rates[year] = births / (pattern * women).sum()
        later[:, 0] = births * np.array([BOYS, 1 - BOYS]) * survivorship[:, 0]
        people = later + net_migrants(year) * profile
    return rates


def parameters(raw):
    """[(parameter path, year, value)]"""
    values = [(f"demography.mortality.alpha_{sex}", 2020, alpha) for sex, alpha in alphas(raw).items()]
    values += [("demography.fertility.tfr", year, rate) for year, rate in fertility(raw).items()]
    return values + [("demography.migration.net", 2020, yearly_mean(raw))]


def observed():
    """[(indicator, year, persons)] of the births and deaths rows of tables/observed.csv."""
    return [(f"population.{event}", year, round(births_and_deaths(year)[i])) for i, event in enumerate(("births", "deaths"))
            for year in range(2021, 2025)]


def main():
    options = files.arguments("alpha, total fertility rates of 2020-2024, mean net migration of 2010-2020.").parse_args()
    solved = parameters(options.raw)
    files.write(options.out, "mortality_shift.csv", ["parameter", "year", "value"], solved)
    files.write(options.out, "births_deaths.csv", ["indicator", "year", "value"], observed())
    for path, year, value in solved:
        print(f"{path:36} {year} {value:12.4f}")


if __name__ == "__main__":
    main()
