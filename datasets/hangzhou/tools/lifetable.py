"""Life tables by single age 0..100 (open): columns, uniform shift to a life expectancy, Brass's relational shift, survival.

Sources: Andreev and Kingkade (2015) for the years lived by infants who die; Brass (1971) for the relational system.
"""
from collections import namedtuple
from functools import lru_cache

import numpy as np
from scipy.optimize import brentq

import files

Table = namedtuple("Table", "mx lx person_years e0 survivorship")


def infant_years(m0, sex):
    """Mean years lived in the first year by those who die in it, from the infant death rate."""
    if sex == "male":
        low, middle, ends, last = (0.14929, -1.99545), (0.02832, 3.26021), (0.0230, 0.08307), 0.29915
    else:
        low, middle, ends, last = (0.14903, -2.05527), (0.04667, 3.88089), (0.01724, 0.06891), 0.31411
    if m0 < ends[0]:
        return low[0] + low[1] * m0
    return middle[0] + middle[1] * m0 if m0 < ends[1] else last


def years_lived(mx, sex):
    """a(x) [101]: half a year but for infants; the open age is not used."""
    return np.append(infant_years(mx[0], sex), np.full(100, 0.5))


def life_table(mx, sex):
    """Life table of rates [101]; survivorship[x] = L(x)/L(x-1), [0] = L(0)/l(0), [100] = T(100)/T(99)."""
    ax = years_lived(mx, sex)
    qx = np.minimum(mx / (1 + (1 - ax) * mx), 0.999999)
    qx[100] = 1
    return _columns(mx, ax, np.append(1.0, np.cumprod(1 - qx[:100])))


def _columns(mx, ax, lx):
    years = np.append(lx[1:] + ax[:100] * (lx[:100] - lx[1:]), lx[100] / mx[100])
    above = np.cumsum(years[::-1])[::-1]
    survivorship = np.append(years[0], years[1:] / years[:-1])
    survivorship[100] = above[100] / above[99]
    return Table(mx, lx, years, above[0], survivorship)


def brass(mx, sex, alpha):
    """Life table of the standard mx shifted by alpha on Brass's logit of l(x), slope 1; the open age takes the ratio at 99."""
    ax = years_lived(mx, sex)
    lx = life_table(mx, sex).lx
    shifted = lx / (lx + (1 - lx) * np.exp(2 * alpha))
    qx = 1 - shifted[1:] / shifted[:-1]
    rates = qx / (1 - (1 - ax[:100]) * qx)
    rates = np.append(rates, mx[100] * rates[99] / mx[99])
    return _columns(rates, ax, shifted)


def scaled_to(mx, sex, e0):
    """Life table after one log shift of all rates that meets a life expectancy at birth (years)."""
    shift = brentq(lambda k: life_table(mx * np.exp(k), sex).e0 - e0, -2, 2)
    return life_table(mx * np.exp(shift), sex)


def registered_e0(raw, year, sex):
    """Life expectancy of registered people, linear between the published years 2009 to 2020."""
    known = sorted((int(r["year"]), float(r["life_expectancy_at_birth"])) for r in files.rows(raw, files.LIFE_EXPECTANCY)
                   if r["sex"] == sex and 2009 <= int(r["year"]) <= 2020)
    return float(np.interp(year, *zip(*known)))


@lru_cache(maxsize=None)
def city_survivorship(raw, year):
    """Survivorship ratios [sex, age]: China's rates of the year, scaled to the life expectancy of registered people."""
    rates = files.china_rates(raw, year)
    return np.stack([scaled_to(rates[i], sex, registered_e0(raw, year, sex)).survivorship for i, sex in enumerate(files.SEXES)])


def survive(people, survivorship):
    """People [..., sex, age] a year later; age 0 is left empty, the open age takes its own survivors and those of 99."""
    later = np.zeros_like(people)
    later[..., 1:100] = people[..., :99] * survivorship[:, 1:100]
    later[..., 100] = (people[..., 99] + people[..., 100]) * survivorship[:, 100]
    return later
