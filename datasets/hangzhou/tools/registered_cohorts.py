"""Registered people of the old districts by age: published bands of 2013 survived to 2020, with births and in-movers.

Bands: 0-17, 18-34, 35-59, 60+. Single ages inside bands follow the census people with local registration, mixed with China's cohorts.
"""
from collections import namedtuple

import numpy as np

import files
import lifetable
from files import OLD
from graduate import Graduation, china_at_census
from registered_totals import district_totals, locally_registered

BAND = np.digitize(files.AGES, [18, 35, 60])
BAND_NAMES = ("registered_age_0_17", "registered_age_18_34", "registered_age_35_59", "registered_age_60plus")
ELDERS, CHILDREN = 3, 0
SHARE_OF_LOCAL = 0.5  # the other half is China's shape: leavers and newcomers are younger than those who stay

Cohorts = namedtuple("Cohorts", "bands seed elders2016 survivors2020 residents2013")


def singles(graduation, groups):
    """Floats [13, sex, 101] from census groups [13, sex, 19], rounded to whole persons first."""
    return np.stack([graduation.singles(np.maximum(np.round(unit), 1).astype(int)) for unit in groups]).astype(float)


def published_bands(raw):
    """Registered people of 2013 by old district and band, [13, 4]."""
    found = {(files.RENAMED.get(r["unit"], r["unit"]), r["indicator"]): float(r["value"]) for r in files.rows(raw, files.REGISTERED) if r["year"] == "2013"}
    return np.array([[found[unit, band] for band in BAND_NAMES] for unit in OLD])


def band_sums(people):
    """[..., sex, age] -> [..., 4]."""
    both = people.sum(-2)
    return np.stack([both[..., BAND == b].sum(-1) for b in range(4)], -1)


def normalised(people, ages):
    """Shape of one unit [sex, age] inside some ages, summing to 1."""
    return people[:, ages] / people[:, ages].sum()


def fill(shapes, bands):
    """People [13, sex, age] with the band totals [13, 4]; shapes(district, band, ages) gives the shape inside a band."""
    people = np.zeros((len(OLD), 2, 101))
    for d in range(len(OLD)):
        for b in range(4):
            ages = BAND == b
            people[d][:, ages] = shapes(d, b, ages) * bands[d, b]
    return people


def start_of_2014(raw, graduation):
    """Registered people at the end of 2013 [13, sex, age], and the residents of 2010 survived to then."""
    local10, people10 = locally_registered(raw, 2010)
    local, residents = singles(graduation, local10), singles(graduation, people10)
    local = local / local.sum((1, 2), keepdims=True)
    for year in (2011, 2012, 2013):
        survivorship = lifetable.city_survivorship(raw, year)
        local, residents = lifetable.survive(local, survivorship), lifetable.survive(residents, survivorship)
        local[..., 0] = local[..., 1]
    china = files.china_people(raw, 2014)

    def shape(d, band, ages):
        if band == ELDERS:
            return normalised(residents[d], ages)
        own = SHARE_OF_LOCAL
        return own * normalised(local[d], ages) + (1 - own) * normalised(china, ages)

    return fill(shape, published_bands(raw)), residents


def survived(raw, people, children):
    """Snapshots {year: [13, sex, age]} of 2013..2020 without in-movers; births are split by children [13]."""
    facts, snapshots = files.published(), {2013: people}
    for year in range(2014, 2021):
        people = lifetable.survive(people, lifetable.city_survivorship(raw, year))
        births = facts["registered_birth_rate", str(year)] / 1000 * facts["registered_mean", str(year)] * children
        boys = facts["share_of_boys", "city"]
        people[:, 0, 0], people[:, 1, 0] = births * boys, births * (1 - boys)
        snapshots[year] = people
    return snapshots


def bands_2020(snapshot, totals):
    """Bands [13, 4] at the end of 2020: survivors plus in-movers, whose share aged 60+ meets the city's published 60+."""
    facts, alive = files.published(), band_sums(snapshot)
    movers = totals - alive.sum(1)
    elders = (facts["registered_60_plus", "2020"] - alive[:, ELDERS].sum()) / movers.sum()
    younger = [facts[f"movers_share_{band}", "city"] * (1 - elders) for band in ("0_17", "18_34", "35_59")]
    bands = np.maximum(alive + movers[:, None] * np.array([*younger, elders]), 0.3 * alive)
    return bands * (totals / bands.sum(1))[:, None]


def cohorts(raw):
    """Bands and a first guess by single age for the old districts, end of 2020, with the snapshots later steps need."""
    graduation = Graduation(raw)
    people2013, residents2013 = start_of_2014(raw, graduation)
    local20, people20 = locally_registered(raw, 2020)
    local, residents = singles(graduation, local20), singles(graduation, people20)
    children = local[:, :, :7].sum((1, 2))
    snapshots = survived(raw, people2013, children / children.sum())
    totals = district_totals(raw).old
    bands = bands_2020(snapshots[2020], np.array([totals[unit] for unit in OLD]))
    china = china_at_census(raw)

    def shape(d, band, ages):
        if band == ELDERS:
            return normalised(residents[d], ages)
        own = normalised(local[d], ages)
        return own if band == CHILDREN else 0.5 * own + 0.5 * normalised(china, ages)

    return Cohorts(bands, fill(shape, bands), snapshots[2016][:, :, 60:].sum((1, 2)), snapshots[2020].sum(0), residents2013.sum(0))


def main():
    options = files.arguments("Registered bands of the old districts, end of 2020.").parse_args()
    bands = cohorts(options.raw).bands
    files.write(options.out, "registered_bands.csv", ["district", "aged_0_17", "aged_18_34", "aged_35_59", "aged_60_plus"],
                [(unit, *(round(x) for x in bands[d])) for d, unit in enumerate(OLD)])


if __name__ == "__main__":
    main()
