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
    Area("package", package), Area("people", districts + population + schedules),
    Area("targets", observed + targets + index), Area("programmes", programmes + programmeRows),
    Area("budget", budget), Area("parameters", values + entries), Area("uncertainty", uncertainty),
  ]

  static let all = areas.flatMap(\.faults)

  private static let package: [DatasetFault] = {
    let file = "datapackage.json"
    return [
      DatasetFault("no base year", file, "  \"base_year\": 2020,\n", "", .missingKey, .file),
      DatasetFault("a base year in words", file, "\"base_year\": 2020", "\"base_year\": \"this year\"", .notAYear),
      DatasetFault("a base year of long ago", file, "\"base_year\": 2020", "\"base_year\": 1020", .outOfRange),
      DatasetFault("no name", file, "  \"name\": \"hangzhou\",\n", "", .missingKey, .file),
      DatasetFault("broken JSON", file, "\"resources\": [", "\"resources\": [[", .syntax, .line(820)),
      DatasetFault("a comma too many", file, "\"base_year\": 2020,", "\"base_year\": 2020,,", .syntax),
      DatasetFault("a comma that YAML lets pass", file, "\"county\"\n", "\"county\",\n", .notJSON),
      DatasetFault("a name without quotes", file, "\"name\": \"hangzhou\"", "\"name\": hangzhou", .notJSON),
      DatasetFault("a resource without a schema", file, "\"schema\": {", "\"scheme\": {", .missingKey, .line(30)),
      DatasetFault("no resources", file, "\"resources\":", "\"resource\":", .missingKey, .file),
      DatasetFault("a resource without its file", file, "tables/targets.csv", "tables/target.csv", .fileNotFound),
      DatasetFault(
        "a column described under a misspelt name", file, "\"name\": \"comparator_source\"",
        "\"name\": \"comparator_sources\"", .columnNotDescribed, .line(1), reportedIn: "tables/targets.csv"),
      DatasetFault(
        "a column described that is not there", file, "\"name\": \"comparator_source\"",
        "\"name\": \"deadline\"", .missingColumn),
      DatasetFault(
        "a source of the list misspelt", "SOURCES.md", "| minwage2017 |", "| minwage2071 |", .unknownName, .line(71),
        reportedIn: "parameters/benefits.yaml"),
    ]
  }()

  private static let districts: [DatasetFault] = {
    let file = "tables/districts.csv"
    return [
      DatasetFault(
        "two rows of the city", file, "Shangcheng District,urban", "Shangcheng District,city", .duplicateRow),
      DatasetFault("no row of the city", file, "330100,杭州市,Hangzhou,city,0\n", "", .missingRows, .file),
      DatasetFault(
        "a kind of district nobody knows", file, "Tonglu County,county", "Tonglu County,rural", .unknownWord),
      DatasetFault("a district twice", file, "330105,拱墅区", "330102,拱墅区", .duplicateRow),
      DatasetFault("a name of two districts", file, "330105,拱墅区", "330105,上城区", .duplicateRow),
      DatasetFault("a code of five digits", file, "330127,淳安县", "33012,淳安县", .patternDiffers),
      DatasetFault("a western of 2", file, "Tonglu County,county,1", "Tonglu County,county,2", .unknownWord),
      DatasetFault("a blank behind a name", file, "Tonglu County,county", "Tonglu County ,county", .strayBlank),
      DatasetFault("a row too short", file, "Tonglu County,county,1", "Tonglu County,county", .csv),
      DatasetFault("a column twice", file, "kind,western", "kind,kind", .csv),
      DatasetFault("bytes of GB18030 in a table", file, .csv, .line(2), edit: inGB18030),
    ]
  }()

  private static let population: [DatasetFault] = {
    let file = "tables/population.csv"
    let row = "resident,330102,female,1,5015\n"
    func instead(_ name: String, _ text: String, _ kind: Problem.Kind, _ place: Place = .here) -> DatasetFault {
      DatasetFault(name, file, row, text, kind, place)
    }
    return [
      DatasetFault("a misspelt column", file, "sex,age,persons", "sex,age,person", .missingColumn),
      DatasetFault("a column nobody describes", file, .columnNotDescribed, .line(1)) { bytes in
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
        return Array(lines.enumerated().map { $0 == 0 ? "\($1),note\n" : "\($1),\n" }.joined().utf8)
      },
      instead("a row missing", "", .missingRows, .file),
      instead("a row twice", row + row, .duplicateRow, .below(1)),
      instead("fewer people than none", "resident,330102,female,1,-5015\n", .negative),
      instead("an age beyond the open one", "resident,330102,female,101,5015\n", .outOfRange),
      instead("a sex nobody knows", "resident,330102,woman,1,5015\n", .unknownWord),
      instead("a kind of people nobody knows", "residents,330102,female,1,5015\n", .unknownWord),
      instead("a district nobody knows", "resident,330103,female,1,5015\n", .unknownDistrict),
      instead("people of the city", row + "resident,330100,female,1,5015\n", .cityRow, .below(1)),
      instead("a number in words", "resident,330102,female,1,many\n", .notAPlainNumber),
      instead("a decimal comma in a table", "resident,330102,female,1,5015,5\n", .csv),
      instead("no number", "resident,330102,female,1,\n", .notAPlainNumber),
      instead("a word for no number", "resident,330102,female,1,nan\n", .notAPlainNumber),
      instead("half a person", "resident,330102,female,1,5015.5\n", .notAPlainNumber),
      DatasetFault(
        "a total far from the published one", file, .totalDiffers, .line(72),
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
    func instead(_ name: String, _ text: String, _ kind: Problem.Kind, _ place: Place = .here) -> DatasetFault {
      DatasetFault(name, file, row, text, kind, place)
    }
    return [
      instead("an age missing", "", .missingRows, .file),
      instead("a schedule nobody knows", "care.dementia.curves,male,93,0.34018601,estimated,dementia\n", .unknownName),
      instead("an age too low for the schedule", "care.dementia.curve,male,59,0.3,estimated,dementia\n", .outOfRange),
      instead("an infinite number", "care.dementia.curve,male,93,inf,estimated,dementia\n", .notAPlainNumber),
      instead("a prevalence in per cent", "care.dementia.curve,male,93,34.018601,estimated,dementia\n", .implausible),
      instead("no evidence of a schedule", "care.dementia.curve,male,93,0.34018601,,dementia\n", .unknownWord),
      instead("no source of a schedule", "care.dementia.curve,male,93,0.34018601,estimated,\n", .emptyField),
      DatasetFault(
        "a pattern that does not add up", file, "female,29,0.06759376567317245", "female,29,0.07759376567317245",
        .notOne,
        .line(84)),
      DatasetFault(
        "a profile that does not add up", file, "profile,female,20,0.0194", "profile,female,20,0.0294", .notOne,
        .line(129)),
    ]
  }()

  private static let observed: [DatasetFault] = {
    let file = "tables/observed.csv"
    let births = "population.births,330100,2021,91842,observed,bulletin2021"
    func instead(_ name: String, _ text: String, _ kind: Problem.Kind) -> DatasetFault {
      DatasetFault(name, file, births, text, kind)
    }
    return [
      instead("an indicator nobody knows", "population.birth,330100,2021,91842,observed,bulletin2021", .unknownName),
      instead("an observation twice", "population.births,330100,2022,91842,observed,bulletin2021", .duplicateRow, 1),
      instead("a year out of range", "population.births,330100,20210,91842,observed,bulletin2021", .outOfRange),
      instead("a source nobody lists", "population.births,330100,2021,91842,observed,bulletin2012", .unknownName),
      instead("an evidence nobody knows", "population.births,330100,2021,91842,counted,bulletin2021", .unknownWord),
      instead("fewer births than none", "population.births,330100,2021,-91842,observed,bulletin2021", .implausible),
      instead("a row too long", births + ",new", .csv),
      DatasetFault(
        "a share in per cent", file, "fund.eldercare_share,330100,2023,0.7038",
        "fund.eldercare_share,330100,2023,70.38", .implausible),
      DatasetFault(
        "a count of people without its end", file, "population.total,330102,2022,1371000",
        "population.total,330102,2022,1371", .implausible),
      DatasetFault(
        "a published total with a digit lost", file, "population.registered,330100,2020,8140510",
        "population.registered,330100,2020,814051", .totalDiffers),
    ]
    func instead(_ name: String, _ text: String, _ kind: Problem.Kind, _ below: Int) -> DatasetFault {
      DatasetFault(name, file, births, text, kind, .below(below))
    }
  }()

  private static let targets: [DatasetFault] = {
    let file = "tables/targets.csv"
    let row = "care.beds.nursing_share,>=,2022,0.6,share,table"
    func instead(_ name: String, _ text: String, _ kind: Problem.Kind, _ place: Place = .here) -> DatasetFault {
      DatasetFault(name, file, row, text, kind, place)
    }
    return [
      instead("a target of an indicator nobody knows", "care.bed.nursing_share,>=,2022,0.6,share,table", .unknownName),
      instead("a comparator nobody knows", "care.beds.nursing_share,=>,2022,0.6,share,table", .unknownWord),
      instead("a unit of another kind", "care.beds.nursing_share,>=,2022,0.6,beds,table", .unitDiffers),
      instead("a share judged as yes or no", "care.beds.nursing_share,>=,2022,0.6,flag,table", .unitDiffers),
      instead("a unit of a target nobody knows", "care.beds.nursing_share,>=,2022,0.6,percent,table", .unknownWord),
      instead("a target in per cent", "care.beds.nursing_share,>=,2022,60,share,table", .implausible),
      instead("a target twice", "care.beds.nursing_share,>=,2023,0.6,share,table", .duplicateRow, .below(1)),
      instead("two units of one target", "care.beds.nursing_share,>=,2022,0.6,ratio,table", .disagrees),
      instead("a target of a year in words", "care.beds.nursing_share,>=,soon,0.6,share,table", .notAPlainNumber),
      instead("a kind of target nobody knows", "care.beds.nursing_share,>=,2022,0.6,share,tables", .unknownWord),
    ]
  }()

  private static let programmes: [DatasetFault] = {
    let file = "tables/programmes.csv"
    return [
      DatasetFault(
        "a unit of a programme nobody knows", file, "harmonious_governance,count,社区", "harmonious_governance,piece,社区",
        .unknownWord),
      DatasetFault("a driver nobody knows", file, "population.deaths", "population.death", .unknownName),
      DatasetFault("a rate nobody knows", file, "eco_burial_rate,population", "eco_burial,population", .unknownName),
      DatasetFault(
        "a zone of no target", file, "charity_trusts,vibrant_warm_charity", "charity_trusts,vibrant", .unknownName),
      DatasetFault("a programme twice", file, "eco_burials,refined", "eco_burial_rate,refined", .duplicateRow),
      DatasetFault("a programme without a name", file, "慈善信托数量,Charitable trusts", ",Charitable trusts", .emptyField),
      DatasetFault(
        "a line twice", file, ",rural_homes,敬老", ",smart_homes,敬老", .duplicateRow),
      DatasetFault("a line of a rule's name", file, ",smart_homes,智慧", ",dibao,智慧", .duplicateRow),
      DatasetFault("costs nobody knows", file, ",capital,residents,", ",capitals,residents,", .unknownWord),
      DatasetFault("people nobody knows", file, ",capital,residents,", ",capital,people,", .unknownWord),
      DatasetFault("a use of the fund nobody knows", file, ",deaths,burial,", ",deaths,burials,", .unknownName),
      DatasetFault("costs without a line", file, ",smart_homes,智慧", ",,智慧", .emptyField),
      DatasetFault(
        "a share with a unit cost by the minute", file,
        "assist_service_circle_minutes,precise_security,minutes,15分钟救助服务圈,Assistance service circle,,,,,,,,,",
        "assist_service_circle_minutes,precise_security,minutes,15分钟救助服务圈,Assistance service circle,,,circle,,,running,residents,,",
        .notACost),
      DatasetFault(
        "a quote inside a name", file, "Land-saving ecological burials", "Land-saving \"ecological\" burials", .csv),
    ]
  }()

  /// What can be wrong with one value of a parameter.
  private static let values: [DatasetFault] = {
    let file = "parameters/demography.yaml"
    let srb = "{value: 1.11, evidence: assumed, source: model, range: [1.06, 1.14]}"
    let net = "2025: {value: 75000 人, evidence: assumed, source: model, range: [43000 人, 107000 人], known: 2024}"
    func instead(_ name: String, _ text: String, _ kind: Problem.Kind) -> DatasetFault {
      DatasetFault(name, file, srb, text, kind)
    }
    return [
      instead("a value in words", "{value: many, evidence: assumed, source: model, range: [1.06, 1.14]}", .notANumber),
      instead("a decimal comma", "{value: 1,11, evidence: assumed, source: model, range: [1.06, 1.14]}", .decimalComma),
      instead("an empty value", "{value: , evidence: assumed, source: model, range: [1.06, 1.14]}", .notANumber),
      instead("no value", "{evidence: assumed, source: model, range: [1.06, 1.14]}", .missingKey),
      instead("a value of nan", "{value: .nan, evidence: assumed, source: model, range: [1.06, 1.14]}", .notANumber),
      instead(
        "evidence nobody knows", "{value: 1.11, evidence: guess, source: model, range: [1.06, 1.14]}", .unknownWord),
      instead("no evidence", "{value: 1.11, source: model, range: [1.06, 1.14]}", .noEvidence),
      instead("an empty source", "{value: 1.11, evidence: assumed, source: , range: [1.06, 1.14]}", .emptyField),
      instead(
        "a source of a value nobody lists", "{value: 1.11, evidence: assumed, source: modle, range: [1.06, 1.14]}",
        .unknownName),
      instead("no range", "{value: 1.11, evidence: assumed, source: model}", .noRange),
      instead(
        "a reversed range", "{value: 1.11, evidence: assumed, source: model, range: [1.14, 1.06]}", .reversedRange),
      instead("a range of one end", "{value: 1.11, evidence: assumed, source: model, range: [1.06]}", .expected),
      instead(
        "a value outside its own range", "{value: 1.16, evidence: assumed, source: model, range: [1.06, 1.14]}",
        .outsideOwnRange),
      instead(
        "a value nobody can mean", "{value: 111, evidence: assumed, source: model, range: [1.06, 114]}", .outOfRange),
      instead(
        "known in words", "{value: 1.11, evidence: assumed, source: model, range: [1.06, 1.14], known: later}",
        .notAYear),
      instead(
        "a key of a value nobody knows",
        "{value: 1.11, evidence: assumed, source: model, range: [1.06, 1.14], knwon: 2021}", .unknownKey),
      DatasetFault("a date of the year 202", file, "2020: " + srb, "0202: " + srb, .outOfRange),
      DatasetFault("a date that is none", file, "2020: " + srb, "202o: " + srb, .notADate),
      DatasetFault("a date twice", file, "2020: " + srb, "2035: " + srb, .duplicateKey, .below(1)),
      DatasetFault(
        "a unit of another kind in a value", file, net, net.replacing("75000 人", with: "75000 元"), .wrongUnit),
      DatasetFault("a thousands comma", file, net, net.replacing("75000 人", with: "75,000 人"), .thousandsComma),
      DatasetFault(
        "a value without its unit", "parameters/benefits.yaml", "{value: 2490 元/人·月,", "{value: 2490,", .missingUnit),
      DatasetFault(
        "a rounding of 1 written with a unit of another kind", "parameters/benefits.yaml", "{value: 1 元/人·月, evidence",
        "{value: 1 元/人, evidence", .wrongUnit),
      DatasetFault(
        "a share over the whole", "parameters/care.yaml", "{value: 55.8%, evidence: observed",
        "{value: 558%, evidence: observed",
        .outOfRange),
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
        "a parameter nobody knows", benefits, "benefits.dibao.ratio:", "benefits.dibao.ration:", .unknownName),
      DatasetFault("a parameter missing", demography, .parameterMissing, .file) { bytes in
        let text = String(decoding: bytes, as: UTF8.self)
        guard let start = text.range(of: "demography.srb:"), let end = text.range(of: "# 迁移") else { return nil }
        return Array((text[..<start.lowerBound] + text[end.lowerBound...]).utf8)
      },
      DatasetFault(
        "a parameter in two files", benefits, ratio,
        "demography.srb: {label: x, unit: ratio, values: {2020: 1.1}, evidence: observed, source: model}\n" + ratio,
        .parameterElsewhere),
      DatasetFault(
        "a parameter twice", care, "care.beds.nursing_opening_share:", "care.ability.reading:", .duplicateKey),
      DatasetFault(
        "a key nobody knows", benefits, "  between: step\n  before: fail", "  betwen: step\n  before: fail", .unknownKey
      ),
      DatasetFault(
        "a key twice", benefits, "  between: step\n  before: fail", "  before: fail\n  before: fail", .duplicateKey,
        .below(1)),
      DatasetFault("between in a wrong word", demography, "between: linear", "between: liner", .unknownWord),
      DatasetFault("before in a wrong word", benefits, "before: fail", "before: fails", .unknownWord),
      DatasetFault("beyond in a wrong word", demography, "beyond: absent", "beyond: absend", .unknownWord),
      DatasetFault(
        "an index nobody knows", benefits, "{index: benefits.consumption_growth}", "{index: benefits.growth}",
        .unknownName),
      DatasetFault("an index of nothing", benefits, "{index: benefits.consumption_growth}", "{}", .missingKey),
      DatasetFault("indices in a circle", care, .indexCycle, .line(775)) { bytes in
        let text = String(decoding: bytes, as: UTF8.self)
        guard let entry = text.range(of: "care.workers.intake_growth:\n"),
          let end = text.range(of: "beyond: hold", range: entry.upperBound..<text.endIndex)
        else { return nil }
        return Array(text.replacingCharacters(in: end, with: "beyond: {index: care.workers.training_intake}").utf8)
      },
      DatasetFault(
        "no value in the base year where there must be one", demography,
        "    2020: {value: 0.897, evidence: estimated, source: model, range: [0.867, 0.927]}\n", "", .outsideDates,
        .below(7)),
      DatasetFault(
        "no label", benefits, "  label: {zh: 最低月工资标准, en: Minimum monthly wage}\n", "", .missingKey, .below(-1)),
      DatasetFault(
        "no unit", demography, "  unit: ratio\n  values:\n    2020: {value: 1.11", "  values:\n    2020: {value: 1.11",
        .missingKey, .below(-2)),
      DatasetFault("a unit nobody knows", benefits, "unit: 元/人·年", "unit: 元/头·年", .wrongUnit),
      DatasetFault("no values", benefits, "  values: {}\n", "", .missingKey, .below(-3)),
      DatasetFault(
        "a district of a parameter missing", demography, "    滨江区: {2020: {value: -0.113, range: [-0.226, 0]}}\n", "",
        .missingDistrict, .below(-4)),
      DatasetFault(
        "a district nobody knows by this name", demography, "滨江区: {2020: {value: -0.113", "滨江县: {2020: {value: -0.113",
        .unknownDistrict),
      DatasetFault(
        "shares of districts that do not add up", demography, "上城区: {2020: {value: 15%,", "上城区: {2020: {value: 16%,",
        .notOne, .below(-1)),
      DatasetFault(
        "districts of a parameter of the city", benefits, "  values:\n    2020: {value: 30%",
        "  districts:\n    2020: {value: 30%",
        .notByDistrict),
      DatasetFault(
        "payers who pay more than the whole", "parameters/fiscal.yaml", "fiscal.accident_insurance.share_household:\n",
        "fiscal.accident_insurance.share_city: {label: {zh: 市级, en: City}, unit: \"%\", evidence: enacted, "
          + "source: plan2125, values: {2020: 80%}}\nfiscal.accident_insurance.share_household:\n", .sharesExceedOne,
        .below(1)),
      DatasetFault("broken YAML", benefits, "  values: {}\n", "  values: {\n", .syntax, .below(2)),
      DatasetFault("a tab in YAML", benefits, "  values: {}\n", "\tvalues: {}\n", .syntax),
      DatasetFault("a list for an entry", benefits, "  values: {}\n", "  values: []\n", .expected),
      DatasetFault("bytes of GB18030 in YAML", demography, .notUTF8, .line(1)) { bytes in
        [UInt8](hasPrefix: "# ", hangzhouInGB18030, [0x0A]) + bytes
      },
    ]
  }()
}

extension [UInt8] {
  fileprivate init(hasPrefix text: String, _ parts: [UInt8]...) { self = Array(text.utf8) + parts.joined() }
}
