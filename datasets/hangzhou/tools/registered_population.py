"""Registered people by district of 2021, sex and single age on 31 December 2020: the registered rows of tables/population.csv.

First guess by district (registered_cohorts), then raking in turn to: city bands under 60, city age groups above, the bands and the sex
ratio of 上城, the sex ratio of ages 18-59 elsewhere, and every district's people under and over 60. Integers by largest remainder.
"""
import numpy as np

import files
from files import NEW, OLD
from graduate import largest_remainder
from registered_cohorts import BAND, cohorts
from registered_elders import age_groups, by_district
from registered_totals import district_totals

ROUNDS = 400
WORKING = (files.AGES >= 18) & (files.AGES < 60)
SHANGCHENG = list(NEW).index("上城区")
KEPT_OF_SEX_DEVIATION = 0.3  # assumed: a district keeps this part of its deviation from the city's sex ratio


def first_guess(seed, totals):
    """Old districts' people [13, sex, age] put into the division of 2021, [13, sex, age]."""
    old = dict(zip(OLD, seed))

    def part(name, persons):
        return old[name] / old[name].sum() * persons

    new = {name: old[name] for name in NEW if name in old}
    new["拱墅区"] = old["下城区"] + old["拱墅区"]
    new["上城区"] = part("上城区", totals.old["上城区"]) + part("江干区", totals.to_shangcheng)
    new["钱塘区"] = part("江干区", totals.from_jianggan) + part("萧山区", totals.from_xiaoshan)
    new["萧山区"] = part("萧山区", totals.new["萧山区"])
    new["余杭区"], new["临平区"] = part("余杭区", totals.new["余杭区"]), part("余杭区", totals.new["临平区"])
    return np.stack([new[name] for name in NEW])


class Margins:
    """Everything the raking meets; persons by district [13] unless said."""

    def __init__(self, raw):
        facts = files.published()
        self.totals = district_totals(raw)
        self.cohorts = cohorts(raw)
        city60 = facts["registered_60_plus", "2020"]
        sixty = by_district(raw, self.cohorts, self.totals)
        self.elders = np.array([sixty[name] for name in NEW])
        self.all = np.array([self.totals.new[name] for name in NEW])
        self.age_groups = age_groups(raw, self.cohorts.residents2013)
        bands = self.cohorts.bands[:, :3].sum(0)
        self.bands = bands * (self.totals.city - city60) / bands.sum()
        own = np.array([facts[f"registered_{band}_end_2022", "上城区"] for band in ("0_17", "18_34", "35_59")])
        self.shangcheng_bands = own / own.sum() * (self.all - self.elders)[SHANGCHENG]
        self.shangcheng_male = facts["registered_male_end_2021", "上城区"] / facts["registered_end_2021", "上城区"]

    def male_shares(self, people):
        """Male share of ages 18-59 aimed at, by district."""
        working = people[:, :, WORKING]
        share, weights = working[:, 0].sum(1) / working.sum((1, 2)), working.sum((1, 2))
        city = files.published()["male_share_18_59", "city"]
        return city + KEPT_OF_SEX_DEVIATION * (share - np.average(share, weights=weights))


def set_male_share(people, ages, share):
    """Rescale the sexes of one district in place, at some ages, to a male share."""
    now = people[0][ages].sum() / people[:, ages].sum()
    people[0, ages] *= share / now
    people[1, ages] *= (1 - share) / (1 - now)


def raked(people, margins):
    """The first guess scaled to each margin in turn; the last one of a round, districts under and over 60, holds exactly."""
    people, male = people.copy(), margins.male_shares(people)
    everyone = np.ones(101, bool)
    for _ in range(ROUNDS):
        for band in range(3):
            people[:, :, BAND == band] *= margins.bands[band] / people[:, :, BAND == band].sum()
        for first, end, persons in margins.age_groups:
            people[:, :, first:end] *= persons / people[:, :, first:end].sum()
        for band in range(3):
            people[SHANGCHENG][:, BAND == band] *= margins.shangcheng_bands[band] / people[SHANGCHENG][:, BAND == band].sum()
        for d in range(len(NEW)):
            if d == SHANGCHENG:
                set_male_share(people[d], everyone, margins.shangcheng_male)
            else:
                set_male_share(people[d], WORKING, male[d])
        people[:, :, 60:] *= (margins.elders / people[:, :, 60:].sum((1, 2)))[:, None, None]
        people[:, :, :60] *= ((margins.all - margins.elders) / people[:, :, :60].sum((1, 2)))[:, None, None]
    return people


def registered(raw):
    """Registered people of 31 December 2020, integers [district, sex, age]; city total, 60+ and 80+ exact."""
    facts, margins = files.published(), Margins(raw)
    people = raked(first_guess(margins.cohorts.seed, margins.totals), margins)
    all60 = largest_remainder(margins.elders, int(facts["registered_60_plus", "2020"]))
    all80 = largest_remainder(people[:, :, 80:].sum((1, 2)), int(facts["registered_80_plus", "2020"]))
    total = largest_remainder(margins.all, margins.totals.city)
    counts = np.zeros(people.shape, int)
    for d in range(len(NEW)):
        for ages, persons in ((slice(0, 60), total[d] - all60[d]), (slice(60, 80), all60[d] - all80[d]), (slice(80, 101), all80[d])):
            counts[d][:, ages] = largest_remainder(people[d][:, ages], persons)
    return counts


def main():
    options = files.arguments("Registered rows of tables/population.csv.").parse_args()
    people = registered(options.raw)
    files.write(options.out, "population_registered.csv", ["kind", "district_code", "sex", "age", "persons"], files.population_rows("registered", people))
    print(f"registered {people.sum()}, aged 60+ {people[:, :, 60:].sum()}, 80+ {people[:, :, 80:].sum()}")


if __name__ == "__main__":
    main()
