import Foundation
import Inputs

/// GB18030 bytes of 杭州.
private let hangzhouInGB18030: [UInt8] = [0xBA, 0xBC, 0xD6, 0xDD]

/// Bytes in which the first 杭州 stands in GB18030, nil when there is none.
private func inGB18030(_ bytes: [UInt8]) -> [UInt8]? {
  let name = Array("杭州".utf8)
  guard let start = bytes.indices.first(where: { bytes[$0...].starts(with: name) }) else { return nil }
  return bytes[..<start] + hangzhouInGB18030 + bytes[(start + name.count)...]
}

extension DatasetFault {
  /// Faults by what they are about, for the texts recorded of them.
  static let areas = [
    Area("package", package), Area("people", districts + groups + population + schedules),
    Area("targets", observed + targets + index), Area("programmes", programmes + programmeRows),
    Area("care", care), Area("budget", budget), Area("parameters", values + entries), Area("uncertainty", uncertainty),
  ]

  static let all = areas.flatMap(\.faults)

  private static let package: [DatasetFault] = {
    let file = "datapackage.json"
    return [
      DatasetFault("no base year", file, "  \"base_year\": 2020,\n", "", "missing-key", .file),
      DatasetFault("a base year in words", file, "\"base_year\": 2020", "\"base_year\": \"this year\"", "not-a-year"),
      DatasetFault("a base year of long ago", file, "\"base_year\": 2020", "\"base_year\": 1020", "impossible-year"),
      DatasetFault("no name", file, "  \"name\": \"hangzhou\",\n", "", "missing-key", .file),
      DatasetFault("broken JSON", file, "\"resources\": [", "\"resources\": [[", "syntax", .last),
      DatasetFault("a comma too many", file, "\"base_year\": 2020,", "\"base_year\": 2020,,", "syntax"),
      DatasetFault("a comma that YAML lets pass", file, "\"county\"\n", "\"county\",\n", "not-json"),
      DatasetFault("a name without quotes", file, "\"name\": \"hangzhou\"", "\"name\": hangzhou", "not-json"),
      DatasetFault("a resource without a schema", file, "\"schema\": {", "\"scheme\": {", "missing-key", .line(32)),
      DatasetFault("no resources", file, "\"resources\":", "\"resource\":", "missing-key", .file),
      DatasetFault("a resource without its file", file, "tables/targets.csv", "tables/target.csv", "file-not-found"),
      DatasetFault(
        "a column described under a misspelt name", file, "\"name\": \"comparator_source\"",
        "\"name\": \"comparator_sources\"", "column-not-described", .line(1), reportedIn: "tables/targets.csv"),
      DatasetFault(
        "a column described that is not there", file, "\"name\": \"comparator_source\"",
        "\"name\": \"deadline\"", "missing-column"),
      DatasetFault(
        "a source of the list misspelt", "SOURCES.md", "| minwage2017 |", "| minwage2071 |", "unknown-name", .line(74),
        reportedIn: "parameters/benefits.yaml"),
    ]
  }()

  private static let districts: [DatasetFault] = {
    let file = "tables/districts.csv"
    return [
      DatasetFault(
        "two rows of the city", file, "Shangcheng District,urban", "Shangcheng District,city", "duplicate-row"),
      DatasetFault("no row of the city", file, "330100,杭州市,Hangzhou,city,0,,\n", "", "missing-rows", .file),
      DatasetFault(
        "a kind of district nobody knows", file, "Tonglu County,county", "Tonglu County,rural", "unknown-word"),
      DatasetFault("a district twice", file, "330105,拱墅区", "330102,拱墅区", "duplicate-row"),
      DatasetFault("a name of two districts", file, "330105,拱墅区", "330105,上城区", "duplicate-row"),
      DatasetFault("a code of five digits", file, "330127,淳安县", "33012,淳安县", "pattern-differs"),
      DatasetFault("a western of 2", file, "Tonglu County,county,1", "Tonglu County,county,2", "unknown-word"),
      DatasetFault("a blank behind a name", file, "Tonglu County,county", "Tonglu County ,county", "stray-blank"),
      DatasetFault("a row too short", file, "Tonglu County,county,1", "Tonglu County,county", "csv"),
      DatasetFault("a column twice", file, "kind,western", "kind,kind", "csv"),
      DatasetFault("bytes of GB18030 in a table", file, "csv", .line(2), edit: inGB18030),
    ]
  }()

  private static let groups: [DatasetFault] = {
    let file = "tables/district_groups.csv"
    return [
      DatasetFault("a group without a column", file, "western,", "northern,", "missing-column"),
      DatasetFault("a group that no path can end with", file, "western,", "Western counties,", "pattern-differs"),
      DatasetFault("a group without a name", file, ",western counties", ",", "empty-field"),
    ]
  }()

  private static let population: [DatasetFault] = {
    let file = "tables/population.csv"
    let row = "resident,330102,female,1,5015\n"
    func instead(_ name: String, _ text: String, _ kind: String, _ place: Place = .here) -> DatasetFault {
      DatasetFault(name, file, row, text, kind, place)
    }
    return [
      DatasetFault("a misspelt column", file, "sex,age,persons", "sex,age,person", "missing-column"),
      DatasetFault("a column nobody describes", file, "column-not-described", .line(1)) { bytes in
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
        return Array(lines.enumerated().map { $0 == 0 ? "\($1),note\n" : "\($1),\n" }.joined().utf8)
      },
      instead("a row missing", "", "missing-rows", .file),
      instead("a row twice", row + row, "duplicate-row", .below(1)),
      instead("fewer people than none", "resident,330102,female,1,-5015\n", "negative"),
      instead("an age beyond the open one", "resident,330102,female,101,5015\n", "out-of-range"),
      instead("a sex nobody knows", "resident,330102,woman,1,5015\n", "unknown-word"),
      instead("a kind of people nobody knows", "residents,330102,female,1,5015\n", "unknown-word"),
      instead("a district dissolved since", "resident,330103,female,1,5015\n", "former-district"),
      instead("a district nobody knows", "resident,330199,female,1,5015\n", "unknown-district"),
      instead("people of the city", row + "resident,330100,female,1,5015\n", "city-row", .below(1)),
      instead("a number in words", "resident,330102,female,1,many\n", "not-a-plain-number"),
      instead("a decimal comma in a table", "resident,330102,female,1,5015,5\n", "csv"),
      instead("no number", "resident,330102,female,1,\n", "empty-field"),
      instead("a word for no number", "resident,330102,female,1,nan\n", "not-a-plain-number"),
      instead("half a person", "resident,330102,female,1,5015.5\n", "not-a-plain-number"),
      DatasetFault(
        "a total far from the published one", file, "total-differs", .line(94),
        reportedIn: "tables/observed.csv"
      ) { bytes in
        String(decoding: bytes, as: UTF8.self).contains(row)
          ? Array(String(decoding: bytes, as: UTF8.self).replacing(row, with: "resident,330102,female,1,505015\n").utf8)
          : nil
      },
    ]
  }()

  private static let schedules: [DatasetFault] = {
    let file = "tables/schedules.csv"
    let row = "care.dementia.curve,male,93,0.34018601,estimated,dementia\n"
    func instead(_ name: String, _ text: String, _ kind: String, _ place: Place = .here) -> DatasetFault {
      DatasetFault(name, file, row, text, kind, place)
    }
    return [
      instead("an age missing", "", "missing-rows", .file),
      instead(
        "a schedule nobody knows", "care.dementia.curves,male,93,0.34018601,estimated,dementia\n", "unknown-name"),
      instead(
        "an age too low for the schedule", "care.dementia.curve,male,59,0.3,estimated,dementia\n", "out-of-range"),
      instead("an infinite number", "care.dementia.curve,male,93,inf,estimated,dementia\n", "not-a-plain-number"),
      instead("a prevalence in per cent", "care.dementia.curve,male,93,34.018601,estimated,dementia\n", "implausible"),
      instead("no evidence of a schedule", "care.dementia.curve,male,93,0.34018601,,dementia\n", "unknown-word"),
      instead("no source of a schedule", "care.dementia.curve,male,93,0.34018601,estimated,\n", "empty-field"),
      DatasetFault(
        "a pattern that does not add up", file, "female,29,0.06759376567317245", "female,29,0.07759376567317245",
        "not-one",
        .line(84)),
      DatasetFault(
        "a profile that does not add up", file, "profile,female,20,0.0194", "profile,female,20,0.0294", "not-one",
        .line(129)),
    ]
  }()

  private static let observed: [DatasetFault] = {
    let file = "tables/observed.csv"
    let births = "population.births,330100,2021,91842,observed,bulletin2021"
    func instead(_ name: String, _ text: String, _ kind: String) -> DatasetFault {
      DatasetFault(name, file, births, text, kind)
    }
    return [
      instead("an indicator nobody knows", "population.birth,330100,2021,91842,observed,bulletin2021", "unknown-name"),
      instead("an observation twice", "population.births,330100,2022,91842,observed,bulletin2021", "duplicate-row", 1),
      instead("a year out of range", "population.births,330100,20210,91842,observed,bulletin2021", "out-of-range"),
      instead("a source nobody lists", "population.births,330100,2021,91842,observed,bulletin2012", "unknown-name"),
      instead("an evidence nobody knows", "population.births,330100,2021,91842,counted,bulletin2021", "unknown-word"),
      instead("fewer births than none", "population.births,330100,2021,-91842,observed,bulletin2021", "implausible"),
      instead("a row too long", births + ",new", "csv"),
      DatasetFault(
        "a share in per cent", file, "fund.eldercare_share,330100,2023,0.7038",
        "fund.eldercare_share,330100,2023,70.38", "implausible"),
      DatasetFault(
        "a count of people without its end", file, "population.total,330102,2022,1371000",
        "population.total,330102,2022,1371", "implausible"),
      DatasetFault(
        "a published total with a digit lost", file, "population.registered,330100,2020,8140510",
        "population.registered,330100,2020,814051", "total-differs"),
    ]
    func instead(_ name: String, _ text: String, _ kind: String, _ below: Int) -> DatasetFault {
      DatasetFault(name, file, births, text, kind, .below(below))
    }
  }()

  private static let targets: [DatasetFault] = {
    let file = "tables/targets.csv"
    let row = "care.beds.nursing_share,>=,2022,0.6,share,table"
    func instead(_ name: String, _ text: String, _ kind: String, _ place: Place = .here) -> DatasetFault {
      DatasetFault(name, file, row, text, kind, place)
    }
    return [
      instead(
        "a target of an indicator nobody knows", "care.bed.nursing_share,>=,2022,0.6,share,table", "unknown-name"),
      instead("a comparator nobody knows", "care.beds.nursing_share,=>,2022,0.6,share,table", "unknown-word"),
      instead("a unit of another kind", "care.beds.nursing_share,>=,2022,0.6,beds,table", "unit-differs"),
      instead("a share judged as yes or no", "care.beds.nursing_share,>=,2022,0.6,flag,table", "unit-differs"),
      instead("a unit of a target nobody knows", "care.beds.nursing_share,>=,2022,0.6,percent,table", "unknown-word"),
      instead("a target in per cent", "care.beds.nursing_share,>=,2022,60,share,table", "implausible"),
      instead("a target twice", "care.beds.nursing_share,>=,2023,0.6,share,table", "duplicate-row", .below(1)),
      instead("two units of one target", "care.beds.nursing_share,>=,2022,0.6,ratio,table", "disagrees"),
      instead("a target of a year in words", "care.beds.nursing_share,>=,soon,0.6,share,table", "not-a-plain-number"),
      instead("a kind of target nobody knows", "care.beds.nursing_share,>=,2022,0.6,share,tables", "unknown-word"),
    ]
  }()

  private static let programmes: [DatasetFault] = {
    let file = "tables/programmes.csv"
    return [
      DatasetFault(
        "a unit of a programme nobody knows", file, "harmonious_governance,count,社区", "harmonious_governance,piece,社区",
        "unknown-word"),
      DatasetFault("a driver nobody knows", file, "population.deaths", "population.death", "unknown-name"),
      DatasetFault("a rate nobody knows", file, "eco_burial_rate,population", "eco_burial,population", "unknown-name"),
      DatasetFault(
        "a zone of no target", file, "charity_trusts,vibrant_warm_charity", "charity_trusts,vibrant", "unknown-name"),
      DatasetFault("a programme twice", file, "eco_burials,refined", "eco_burial_rate,refined", "duplicate-row"),
      DatasetFault("a programme without a name", file, "慈善信托数量,Charitable trusts", ",Charitable trusts", "empty-field"),
      DatasetFault(
        "a line twice", file, ",rural_homes,敬老", ",smart_homes,敬老", "duplicate-row"),
      DatasetFault("a line of a rule's name", file, ",smart_homes,智慧", ",dibao,智慧", "duplicate-row"),
      DatasetFault("costs nobody knows", file, ",capital,residents,", ",capitals,residents,", "unknown-word"),
      DatasetFault("people nobody knows", file, ",capital,residents,", ",capital,people,", "unknown-word"),
      DatasetFault("a use of the fund nobody knows", file, ",deaths,burial,", ",deaths,burials,", "unknown-name"),
      DatasetFault("costs without a line", file, ",smart_homes,智慧", ",,智慧", "empty-field"),
      DatasetFault(
        "a share with a unit cost by the minute", file,
        "assist_service_circle_minutes,precise_security,minutes,15分钟救助服务圈,Assistance service circle,,,,,,,,,",
        "assist_service_circle_minutes,precise_security,minutes,15分钟救助服务圈,Assistance service circle,,,circle,,,running,residents,,",
        "not-a-cost"),
      DatasetFault(
        "a quote inside a name", file, "Land-saving ecological burials", "Land-saving \"ecological\" burials", "csv"),
    ]
  }()

  /// What can be wrong with one value of a parameter.
  private static let values: [DatasetFault] = {
    let file = "parameters/demography.yaml"
    let srb = "{value: 1.11, evidence: assumed, source: model, range: [1.06, 1.14]}"
    let net = "2025: {value: 75000 人, evidence: assumed, source: model, range: [43000 人, 107000 人], known: 2024}"
    func instead(_ name: String, _ text: String, _ kind: String) -> DatasetFault {
      DatasetFault(name, file, srb, text, kind)
    }
    return [
      instead(
        "a value in words", "{value: many, evidence: assumed, source: model, range: [1.06, 1.14]}", "not-a-number"),
      instead(
        "a decimal comma", "{value: 1,11, evidence: assumed, source: model, range: [1.06, 1.14]}", "decimal-comma"),
      instead("an empty value", "{value: , evidence: assumed, source: model, range: [1.06, 1.14]}", "not-a-number"),
      instead("no value", "{evidence: assumed, source: model, range: [1.06, 1.14]}", "missing-key"),
      instead("a value of nan", "{value: .nan, evidence: assumed, source: model, range: [1.06, 1.14]}", "not-a-number"),
      instead(
        "evidence nobody knows", "{value: 1.11, evidence: guess, source: model, range: [1.06, 1.14]}", "unknown-word"),
      instead("no evidence", "{value: 1.11, source: model, range: [1.06, 1.14]}", "no-evidence"),
      instead("an empty source", "{value: 1.11, evidence: assumed, source: , range: [1.06, 1.14]}", "empty-field"),
      instead(
        "a source of a value nobody lists", "{value: 1.11, evidence: assumed, source: modle, range: [1.06, 1.14]}",
        "unknown-name"),
      instead("no range", "{value: 1.11, evidence: assumed, source: model}", "no-range"),
      instead(
        "a reversed range", "{value: 1.11, evidence: assumed, source: model, range: [1.14, 1.06]}", "reversed-range"),
      instead("a range of one end", "{value: 1.11, evidence: assumed, source: model, range: [1.06]}", "expected"),
      instead(
        "a value outside its own range", "{value: 1.16, evidence: assumed, source: model, range: [1.06, 1.14]}",
        "outside-own-range"),
      instead(
        "a value nobody can mean", "{value: 111, evidence: assumed, source: model, range: [1.06, 114]}", "out-of-range"),
      instead(
        "known in words", "{value: 1.11, evidence: assumed, source: model, range: [1.06, 1.14], known: later}",
        "not-a-year"),
      instead(
        "a key of a value nobody knows",
        "{value: 1.11, evidence: assumed, source: model, range: [1.06, 1.14], knwon: 2021}", "unknown-key"),
      DatasetFault("a date of the year 202", file, "2020: " + srb, "0202: " + srb, "impossible-year"),
      DatasetFault("a date that is none", file, "2020: " + srb, "202o: " + srb, "not-a-date"),
      DatasetFault("a date twice", file, "2020: " + srb, "2035: " + srb, "duplicate-key", .below(1)),
      DatasetFault(
        "a unit of another kind in a value", file, net, net.replacing("75000 人", with: "75000 元"), "wrong-unit"),
      DatasetFault("a thousands comma", file, net, net.replacing("75000 人", with: "75,000 人"), "grouped-digits"),
      DatasetFault(
        "a value without its unit", "parameters/benefits.yaml", "{value: 2490 元/人·月,", "{value: 2490,", "missing-unit"),
      DatasetFault(
        "a rounding of 1 written with a unit of another kind", "parameters/benefits.yaml", "{value: 1 元/人·月, evidence",
        "{value: 1 元/人, evidence", "wrong-unit"),
      DatasetFault(
        "a share over the whole", "parameters/care.yaml", "{value: 55.8%, evidence: observed",
        "{value: 558%, evidence: observed",
        "out-of-range"),
    ]
  }()

  /// What can be wrong with the entry of a parameter, and with a file of them.
  private static let entries: [DatasetFault] = {
    let demography = "parameters/demography.yaml"
    let benefits = "parameters/benefits.yaml"
    let care = "parameters/care.yaml"
    let ratio = "benefits.dibao.ratio:\n"
    return [
      DatasetFault(
        "a parameter nobody knows", benefits, "benefits.dibao.ratio:", "benefits.dibao.ration:", "unknown-name"),
      DatasetFault("a parameter missing", demography, "parameter-missing", .file) { bytes in
        let text = String(decoding: bytes, as: UTF8.self)
        guard let start = text.range(of: "demography.srb:"), let end = text.range(of: "# 迁移") else { return nil }
        return Array((text[..<start.lowerBound] + text[end.lowerBound...]).utf8)
      },
      DatasetFault(
        "a parameter in two files", benefits, ratio,
        "demography.srb: {label: x, unit: ratio, values: {2020: 1.1}, evidence: observed, source: model}\n" + ratio,
        "parameter-elsewhere"),
      DatasetFault(
        "a parameter twice", care, "care.beds.nursing_opening_share:", "care.ability.reading:", "duplicate-key"),
      DatasetFault(
        "a key nobody knows", benefits, "  between: step\n  before: fail", "  betwen: step\n  before: fail",
        "unknown-key"
      ),
      DatasetFault(
        "a key twice", benefits, "  between: step\n  before: fail", "  before: fail\n  before: fail", "duplicate-key",
        .below(1)),
      DatasetFault("between in a wrong word", demography, "between: linear", "between: liner", "unknown-word"),
      DatasetFault("before in a wrong word", benefits, "before: fail", "before: fails", "unknown-word"),
      DatasetFault("beyond in a wrong word", demography, "beyond: absent", "beyond: absend", "unknown-word"),
      DatasetFault(
        "an index nobody knows", benefits, "{index: benefits.consumption_growth}", "{index: benefits.growth}",
        "unknown-name"),
      DatasetFault("an index of nothing", benefits, "{index: benefits.consumption_growth}", "{}", "missing-key"),
      DatasetFault("indices in a circle", care, "index-cycle", .line(779)) { bytes in
        let text = String(decoding: bytes, as: UTF8.self)
        guard let entry = text.range(of: "care.workers.intake_growth:\n"),
          let end = text.range(of: "beyond: hold", range: entry.upperBound..<text.endIndex)
        else { return nil }
        return Array(text.replacingCharacters(in: end, with: "beyond: {index: care.workers.training_intake}").utf8)
      },
      DatasetFault(
        "no value in the base year where there must be one", demography,
        "    2020: {value: 0.897, evidence: estimated, source: model, range: [0.867, 0.927]}\n", "", "outside-dates",
        .below(7)),
      DatasetFault(
        "no label", benefits, "  label: {zh: 最低月工资标准, en: Minimum monthly wage}\n", "", "missing-key", .below(-1)),
      DatasetFault(
        "no unit", demography, "  unit: ratio\n  values:\n    2020: {value: 1.11", "  values:\n    2020: {value: 1.11",
        "missing-key", .below(-2)),
      DatasetFault("a unit nobody knows", benefits, "unit: 元/人·年", "unit: 元/头·年", "wrong-unit"),
      DatasetFault("no values", benefits, "  values: {}\n", "", "missing-key", .below(-3)),
      DatasetFault(
        "a district of a parameter missing", demography, "    滨江区: {2020: {value: -0.113, range: [-0.226, 0]}}\n", "",
        "missing-district", .below(-4)),
      DatasetFault(
        "a district nobody knows by this name", demography, "滨江区: {2020: {value: -0.113", "滨江县: {2020: {value: -0.113",
        "unknown-district"),
      DatasetFault(
        "shares of districts that do not add up", demography, "上城区: {2020: {value: 15%,", "上城区: {2020: {value: 16%,",
        "not-one", .below(-1)),
      DatasetFault(
        "districts of a parameter of the city", benefits, "  values:\n    2020: {value: 30%",
        "  districts:\n    2020: {value: 30%",
        "not-by-district"),
      DatasetFault(
        "payers who pay more than the whole", "parameters/fiscal.yaml", "fiscal.accident_insurance.share_household:\n",
        "fiscal.accident_insurance.share_city: {label: {zh: 市级, en: City}, unit: \"%\", evidence: enacted, "
          + "source: plan2125, values: {2020: 80%}}\nfiscal.accident_insurance.share_household:\n", "shares-exceed-one",
        .below(1)),
      DatasetFault("broken YAML", benefits, "  values: {}\n", "  values: {\n", "syntax", .below(2)),
      DatasetFault("a tab in YAML", benefits, "  values: {}\n", "\tvalues: {}\n", "syntax"),
      DatasetFault("a list for an entry", benefits, "  values: {}\n", "  values: []\n", "expected"),
      DatasetFault("bytes of GB18030 in YAML", demography, "not-utf8", .line(1)) { bytes in
        [UInt8](hasPrefix: "# ", hangzhouInGB18030, [0x0A]) + bytes
      },
    ]
  }()
}

extension [UInt8] {
  fileprivate init(hasPrefix text: String, _ parts: [UInt8]...) { self = Array(text.utf8) + parts.joined() }
}
