"""Registered people by district at the end of 2020: totals on the old division and on that of 2021.

Published totals are taken where there are any (moved to the end of 2020); elsewhere the census people with local registration are raised by
the share of registered people who live away. The city is its published 60+ over their printed share.
"""
from collections import namedtuple

import numpy as np
from scipy.optimize import brentq, nnls

import files
from files import OLD

Totals = namedtuple("Totals", "city old new from_jianggan from_xiaoshan to_shangcheng")
SAME = ("西湖区", "滨江区", "富阳区", "桐庐县", "淳安县", "建德市")  # districts of both divisions without a published total


def locally_registered(raw, year):
    """Census people with local registration, floats [13 old districts, sex, 19 groups], and all census people in the same shape.

    In-movers from other counties are taken away; their age and sex profile is the non-negative least-squares fit over the districts.
    """
    counted = files.census(raw, year)
    people = np.stack([counted[unit] for unit in OLD]).astype(float)
    totals = people.sum((1, 2))
    movers = sum(files.census_indicator(raw, year, f"migrants_hukou_other_{place}") for place in ("in_province", "province"))
    share = movers / totals
    weight = np.sqrt(totals)
    design = np.stack([1 - share, share], 1) * weight[:, None]
    profile = np.array([[nnls(design, people[:, i, g] / totals * weight)[0][1] for g in range(19)] for i in range(2)])
    profile /= profile.sum()
    local = np.maximum(people - movers[:, None, None] * profile, 0.12 * people)  # never below 12 % of those counted
    local *= ((totals - movers) / local.sum((1, 2)))[:, None, None]
    return local, people


def city_total():
    """All registered people: those aged 60+ over their printed share."""
    facts = files.published()
    return round(facts["registered_60_plus", "2020"] / facts["registered_60_plus_share", "2020"])


def by_residence(raw, city):
    """Old districts [13]: locally registered residents over 1 - share living away; that share is 2010's with one logit shift to the city."""
    local10, local20 = (locally_registered(raw, year)[0].sum((1, 2)) for year in (2010, 2020))
    away = np.maximum(1 - local10 / files.census_indicator(raw, 2010, "registered_hukou_population"), 0.01)
    logit = np.log(away / (1 - away))

    def totals(shift):
        return local20 / (1 - 1 / (1 + np.exp(-(logit + shift))))

    return dict(zip(OLD, totals(brentq(lambda shift: totals(shift).sum() - city, -2, 2))))


def published_totals():
    """Districts of 2021 with a published total, moved to the end of 2020."""
    facts = files.published()
    return {
        "上城区": facts["registered_end_2021", "上城区"] - facts["registered_rise_2021", "上城区"],
        "萧山区": facts["registered_end_2021", "萧山区"] / (1 + facts["registered_growth", "萧山区"]),
        "余杭区": facts["registered_end_2021", "余杭区"] / (1 + facts["registered_growth", "余杭区"]),
        "钱塘区": facts["registered_end_2023", "钱塘区"] / (1 + facts["registered_growth", "钱塘区"]) ** 3,
        "临安区": facts["registered_end_2020", "临安区"],
    }


def district_totals(raw):
    """Totals of both divisions, floats by name; the parts of 江干 and 萧山 now in 钱塘 and the part of 江干 now in 上城."""
    city, residence, new = city_total(), by_residence(raw, city_total()), published_totals()
    rest = {name: residence[name] for name in SAME}
    rest["拱墅区"] = residence["下城区"] + residence["拱墅区"]
    rest["临平区"] = residence["余杭区"] - new["余杭区"]
    factor = (city - sum(new.values())) / sum(rest.values())
    new.update({name: value * factor for name, value in rest.items()})

    old = {name: residence[name] * factor for name in (*SAME, "下城区", "拱墅区")}
    old["上城区"] = files.published()["registered_end_2020", "上城区 of before 2021"]
    old["临安区"] = new["临安区"]
    old["余杭区"] = new["余杭区"] + new["临平区"]
    to_shangcheng = new["上城区"] - old["上城区"]
    jianggan, xiaoshan = residence["江干区"] - to_shangcheng, residence["萧山区"] - new["萧山区"]
    scale = new["钱塘区"] / (jianggan + xiaoshan)
    old["江干区"] = to_shangcheng + jianggan * scale
    old["萧山区"] = new["萧山区"] + xiaoshan * scale
    return Totals(city, old, new, jianggan * scale, xiaoshan * scale, to_shangcheng)


def main():
    options = files.arguments("Registered people by district of 2021, end of 2020.").parse_args()
    totals = district_totals(options.raw)
    files.write(options.out, "registered_totals.csv", ["district", "persons"], [(name, round(totals.new[name])) for name in files.NEW])
    print(f"city {totals.city}, 钱塘 from 江干 {totals.from_jianggan:.0f} and from 萧山 {totals.from_xiaoshan:.0f}")


if __name__ == "__main__":
    main()
