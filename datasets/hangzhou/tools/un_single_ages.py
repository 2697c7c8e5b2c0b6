"""Single-age death rates and fertility of China from the United Nations' published five-year groups.

Writes the two inputs the other scripts read, wpp2024_china_mx_age1_estimated.csv and wpp2024_china_asfr_age1_estimated.csv; where the raw
folder already holds them, prints how far the new ones are from them. Not part of rebuild.py.
"""
import os

import numpy as np
from scipy.interpolate import CubicSpline, PchipInterpolator
from scipy.optimize import brentq

import files
import lifetable

RATES_5 = "wpp2024_china_mx_age5_period5.csv"
FERTILITY_5 = "wpp2024_china_asfr_age5.csv"
INDICATORS = "wpp2024_china_indicators.csv"
INTERVALS = ("lower80", "lower95", "upper80", "upper95", "low", "high")  # variants that are not the central one
STARTS = np.array([0, 1, *range(5, 101, 5)])  # groups 0, 1-4, 5-9 ... 95-99, 100+
MIDDLES = np.array([0.5, 2.7, *np.arange(7.5, 100, 5), 102.0])
TODDLERS = np.array([1.95, 0.85, 0.64, 0.56])  # usual rates at ages 1..4 over that of 1-4 together


def stretched(age):
    """Age scale of the spline: childhood is drawn out, where rates bend most."""
    return 6 * np.log1p(0.6 * age) + 0.35 * age


def single_rates(grouped, sex):
    """Rates [101] whose life-table means over the groups return grouped [22]; ages 0 and 100+ are kept as they are."""
    aim = np.log(np.maximum(grouped, 1e-7))
    correction = np.zeros(22)
    for _ in range(12):
        level = aim + correction
        curve = CubicSpline(stretched(MIDDLES[1:]), level[1:], bc_type="natural")
        rates = np.exp(curve(stretched(files.AGES + 0.5)))
        rates[0], rates[1:5], rates[100] = np.exp(aim[0]), np.exp(level[1]) * TODDLERS, np.exp(aim[21])
        years = lifetable.life_table(rates, sex).person_years
        miss = aim - np.log(np.add.reduceat(rates * years, STARTS) / np.add.reduceat(years, STARTS))
        miss[[0, 21]] = 0
        correction += miss
        if np.abs(miss).max() < 1e-6:
            break
    return rates


def indicator(raw, name, sexes):
    """Central series of one indicator: year -> value."""
    return {int(r["year"]): float(r["value"]) for r in files.rows(raw, INDICATORS)
            if r["indicator"] == name and r["sex"] in sexes and r["variant"] not in INTERVALS}


def death_rates(raw, sex):
    """Rates [year, 101] and their years: periods joined by a monotone cubic of ln m, then one shift a year to the published e0."""
    grouped = {}
    for r in files.rows(raw, RATES_5):
        if r["sex"] == sex:
            grouped.setdefault(int(r["period"][:4]), {})[int(r["age_start"])] = float(r["mx"])
    periods = sorted(grouped)
    knots = np.log([single_rates(np.array([grouped[p][start] for start in STARTS]), sex) for p in periods])
    centres = np.array(periods) + 2.5
    e0 = indicator(raw, "e0", (sex,))
    years = np.array(sorted(e0))
    inside = PchipInterpolator(centres, knots, axis=0)(np.clip(years, centres[0], centres[-1]))
    first, last = ((knots[i + 1] - knots[i]) / (centres[i + 1] - centres[i]) for i in (0, -2))
    logs = inside + np.minimum(years - centres[0], 0)[:, None] * first + np.maximum(years - centres[-1], 0)[:, None] * last
    return years, np.array([lifetable.scaled_to(np.exp(row), sex, e0[year]).mx for row, year in zip(logs, years)])


def fertility(raw, year):
    """Births per woman at ages 10..54 [45]: clamped cubic on cumulated shares, a monotone one where it would dip; groups keep their sum."""
    percent = [float(r["percent_of_tfr"]) for r in files.rows(raw, FERTILITY_5) if int(r["year"]) == year and r["variant"] == "estimate"]
    cumulated = np.append(0, np.cumsum(percent)) / sum(percent)
    knots, ages = np.arange(10, 56, 5), np.arange(10, 56)
    shares = np.diff(np.clip(CubicSpline(knots, cumulated, bc_type="clamped")(ages), 0, 1))
    monotone = np.diff(PchipInterpolator(knots, cumulated)(ages))
    for g in range(9):
        group = slice(5 * g, 5 * g + 5)
        part = monotone[group] if shares[group].min() < 0 else shares[group]
        shares[group] = part * (cumulated[g + 1] - cumulated[g]) / part.sum() if part.sum() else 0
    return shares * indicator(raw, "tfr", ("both", "female"))[year]


def main():
    options = files.arguments("Single-age rates of China from five-year groups.").parse_args()
    lines = []
    for sex in files.SEXES:
        years, rates = death_rates(options.raw, sex)
        lines += [(year, sex, age, f"{rates[i, age]:.6g}") for i, year in enumerate(years) for age in files.AGES]
        if os.path.exists(os.path.join(options.raw, files.UN_RATES)):
            held = np.array([files.china_rates(options.raw, year)[files.SEXES.index(sex)] for year in years])
            print(f"death rates, {sex}: largest relative difference {np.abs(rates / held - 1).max():.2g}")
    files.write(options.out, files.UN_RATES, ["year", "sex", "age", "mx"], lines)
    asfr = fertility(options.raw, 2020)
    files.write(options.out, files.UN_FERTILITY, ["year", "age", "asfr", "variant"], [(2020, 10 + i, f"{f:.6g}", "estimate") for i, f in enumerate(asfr)])
    if os.path.exists(os.path.join(options.raw, files.UN_FERTILITY)):
        print(f"fertility pattern 2020: largest difference {np.abs(asfr / asfr.sum() - files.china_fertility_pattern(options.raw)).max():.2g} of the TFR")


if __name__ == "__main__":
    main()
