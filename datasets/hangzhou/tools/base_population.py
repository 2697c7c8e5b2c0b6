"""Residents by district of 2021, sex and single age on 31 December 2020: the resident rows of tables/population.csv.

Census of 1 November 2020 -> division of 2021 -> single ages -> two months of ageing, deaths, births and net in-movers.
"""
import numpy as np

import files
import lifetable
from graduate import Graduation, largest_remainder
from migration_residual import age_profile

MONTHS = 2 / 12  # from the census to the year's end


def new_totals(raw):
    """Census people by district of 2021; the scenic area counts with 西湖区."""
    totals = {r["unit"]: int(r["population_2020_census"]) for r in files.rows(raw, files.CENSUS_NEW_TOTALS)}
    totals["西湖区"] += totals["西湖风景名胜区"]
    return {name: totals[name] for name in files.NEW}


def new_division(raw):
    """Census groups of the districts of 2021: name -> integers [sex, 19].

    Eight districts are published data or exact sums. 江干 splits between 上城 and 钱塘: the part of 上城 gets the age and sex shape of the
    other inner districts, 钱塘 the remainder (at least a tenth of a proportional part). 萧山 and 余杭 split in proportion.
    """
    old, totals = files.census(raw, 2020), new_totals(raw)
    people = {name: old[name] for name in ("滨江区", "富阳区", "临安区", "桐庐县", "淳安县", "建德市", "西湖区")}
    people["拱墅区"] = old["下城区"] + old["拱墅区"]
    staying = totals["上城区"] - old["上城区"].sum()
    leaving = old["江干区"].sum() - staying
    inner = people["拱墅区"] + people["西湖区"]
    remainder = np.maximum(old["江干区"] - staying * inner / inner.sum(), 0.1 * old["江干区"] * leaving / old["江干区"].sum())
    from_jianggan = largest_remainder(remainder, leaving, ceiling=old["江干区"])
    from_xiaoshan = largest_remainder(old["萧山区"], totals["钱塘区"] - leaving, ceiling=old["萧山区"])
    people["上城区"] = old["上城区"] + old["江干区"] - from_jianggan
    people["钱塘区"] = from_jianggan + from_xiaoshan
    people["萧山区"] = old["萧山区"] - from_xiaoshan
    people["余杭区"] = largest_remainder(old["余杭区"], totals["余杭区"], ceiling=old["余杭区"])
    people["临平区"] = old["余杭区"] - people["余杭区"]
    for name, total in totals.items():
        assert people[name].sum() == total, name
    assert (sum(people.values()) == old[files.CITY]).all(), "the districts do not add up to the city"
    return {name: people[name] for name in totals}


def census_singles(raw):
    """Census people by single age, integers [district, sex, age], with 余杭 and 临平 split in proportion."""
    graduation = Graduation(raw)
    return np.stack([graduation.singles(groups) for groups in new_division(raw).values()])


def with_published_elders(people):
    """The same with the published people aged 60+ of 余杭 in the division of 2021; 临平 takes what is left of old 余杭."""
    people = people.astype(float)
    yuhang, linping = (list(files.NEW).index(name) for name in ("余杭区", "临平区"))
    both, total = people[yuhang] + people[linping], people[yuhang].sum()
    elders = files.published()["resident_60_plus_census", "余杭区"]
    share = np.where(files.AGES >= 60, elders / both[:, 60:].sum(), (total - elders) / both[:, :60].sum())
    people[yuhang] = both * share
    people[linping] = both - people[yuhang]
    return people


def aged_two_months(raw, people):
    """People [district, sex, age] two months later: deaths, a sixth of a birthday, births."""
    facts = files.published()
    survivorship = lifetable.city_survivorship(raw, 2020)
    dying = 1 - np.append(survivorship[:, 1:], survivorship[:, 100:], axis=1)
    alive = people * (1 - dying * MONTHS)
    later = alive * (1 - MONTHS)
    later[:, :, 1:] += alive[:, :, :-1] * MONTHS
    later[:, :, 100] += alive[:, :, 100] * MONTHS
    births = facts["crude_birth_rate", "2020"] / 1000 * facts["mean_residents", "2020"] * MONTHS
    infants = people[:, :, 0].sum(1) / people[:, :, 0].sum()
    boys = facts["share_of_boys", "city"]
    later[:, 0, 0] += births * boys * infants
    later[:, 1, 0] += births * (1 - boys) * infants
    return later


def residents(raw):
    """Residents of 31 December 2020, integers [district, sex, age], summing to the published total."""
    counted = with_published_elders(census_singles(raw))
    later = aged_two_months(raw, counted)
    total = int(files.published()["residents_year_end", "2020"])
    arriving = total - later.sum()  # net in-movers of two months, spread by people and the age profile
    later += arriving * age_profile(raw) * (counted.sum((1, 2)) / counted.sum())[:, None, None]
    district_totals = largest_remainder(later.sum((1, 2)), total)
    return np.stack([largest_remainder(later[d], district_totals[d]) for d in range(len(later))])


def main():
    options = files.arguments("Resident rows of tables/population.csv.").parse_args()
    people = residents(options.raw)
    files.write(options.out, "population_resident.csv", ["kind", "district_code", "sex", "age", "persons"], files.population_rows("resident", people))
    print(f"residents {people.sum()}, aged 60+ {people[:, :, 60:].sum()}")


if __name__ == "__main__":
    main()
