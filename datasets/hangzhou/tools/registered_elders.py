"""Registered people aged 60+ at the end of 2020: age groups of the city, and totals by district of 2021."""
import numpy as np
from scipy.optimize import brentq

import files
import lifetable
from files import OLD
from registered_cohorts import ELDERS
from registered_totals import locally_registered


def published_2016(raw):
    """City's registered people of 2016 by age: (first age, end, persons); 60-64 and 65-69 follow from 60+, 65+ and 60-69."""
    found = {r["indicator"]: float(r["value"]) for r in files.rows(raw, files.REGISTERED) if r["unit"] == files.CITY and r["year"] == "2016"}
    younger = found["registered_60plus"] - found["registered_65plus"]
    groups = [(60, 65, younger), (65, 70, found["registered_age_60_69"] - younger), (70, 80, found["registered_age_70_79"]),
              (80, 90, found["registered_age_80_89"]), (90, 101, found["registered_age_90plus"])]
    return [(first, end, round(value, 2) * 1e4) for first, end, value in groups]


def with_old_age_hazard(raw, people, years, factor):
    """People survived through years; the hazard above 75 is multiplied, as China's age pattern leaves too many very old people."""
    for year in years:
        survivorship = lifetable.city_survivorship(raw, year).copy()
        survivorship[:, 76:] **= factor
        people = lifetable.survive(people, survivorship)
    return people


def age_groups(raw, residents2013):
    """City's registered people aged 60+ at the end of 2020: [(first age, end, persons)], summing to the published 60+ and 80+."""
    facts, shape = files.published(), residents2013
    all60, all80 = facts["registered_60_plus", "2020"], facts["registered_80_plus", "2020"]
    for year in (2014, 2015, 2016):
        shape = lifetable.survive(shape, lifetable.city_survivorship(raw, year))
    start = np.zeros((2, 101))
    for first, end, persons in published_2016(raw):
        start[:, first:end] = shape[:, first:end] / shape[:, first:end].sum() * persons
    years = range(2017, 2021)
    factor = brentq(lambda c: with_old_age_hazard(raw, start, years, c)[:, 80:].sum() - all80, 0.5, 2.5)
    later = with_old_age_hazard(raw, start, years, factor)
    ninety, hundred = facts["register_80_plus_aged_90_plus", "2020"] * all80, facts["registered_100_plus", "2020"]
    return [(60, 65, all60 - later[:, 65:].sum()), (65, 70, later[:, 65:70].sum()), (70, 80, later[:, 70:80].sum()),
            (80, 90, all80 - ninety), (90, 100, ninety - hundred), (100, 101, hundred)]


def growth_by_ageing(raw, people):
    """Factor by which the city's people aged 60+ grow in two years without migration."""
    later = people
    for _ in range(2):
        later = lifetable.survive(later, lifetable.city_survivorship(raw, 2020))
    return later[:, 60:].sum() / people[:, 60:].sum()


def by_district(raw, cohorts, totals):
    """Registered people aged 60+ by district of 2021, floats by name, summing to the published city.

    上城 is the published number of 2022 taken back by ageing and stays; the others come from the cohorts of the old districts.
    """
    facts = files.published()
    old = dict(zip(OLD, cohorts.bands[:, ELDERS]))
    new = {name: old[name] for name in ("西湖区", "滨江区", "富阳区", "临安区", "桐庐县", "淳安县", "建德市")}
    new["拱墅区"] = old["下城区"] + old["拱墅区"]
    new["萧山区"] = facts["registered_60_plus_2016", "萧山区"] * old["萧山区"] / cohorts.elders2016[OLD.index("萧山区")]
    new["上城区"] = facts["registered_60_plus_end_2022", "上城区"] / growth_by_ageing(raw, cohorts.survivors2020)
    counted = locally_registered(raw, 2020)[1][OLD.index("余杭区")][:, 13:].sum()
    part = facts["resident_60_plus_census", "余杭区"] / counted  # as the residents aged 60+ split
    new["余杭区"], new["临平区"] = old["余杭区"] * part, old["余杭区"] * (1 - part)
    zone = facts["registered_60_plus_share_2016", "development zone"] * facts["registered_60_plus_share", "2020"] / facts["registered_60_plus_share", "2016"]
    new["钱塘区"] = totals.from_jianggan * zone + max(old["萧山区"] - new["萧山区"], 0.15 * totals.from_xiaoshan)
    fixed = new["上城区"]
    factor = (facts["registered_60_plus", "2020"] - fixed) / (sum(new.values()) - fixed)
    return {name: new[name] if name == "上城区" else new[name] * factor for name in files.NEW}
