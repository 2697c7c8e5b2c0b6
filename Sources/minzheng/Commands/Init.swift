import ArgumentParser
import Domain
import Foundation
import Inputs
import Publishing

/// Copies what came with the program, to work on, or begins a package for another city.
struct Init: WorkingCommand {
  static let configuration = CommandConfiguration(
    abstract: bilingual(
      "把随程序安装的文件复制出来，以便修改；或为另一座城市起草数据包。",
      "Copy what comes with the program, to work on; or begin a package for another city."),
    discussion: bilingual(
      """
      不写城市：复制数据集、情景、研究、规划和 schemas；副本先于随程序安装的文件。写城市：写出一个待填的数据包，各表、各参数都有含义和单位，\
      有的注明何处可查；可以借用的数值标为 assumed，范围放宽，其余以 #! 标出待填；再用 dataset check 逐项补齐。已有的文件不覆盖：有一个同名文件时\
      什么都不写，退出码为 73。
      """,
      """
      Without a city: datasets, scenarios, studies, plans and schemas are copied, and the copies come before what is \
      installed. With a city: a package to fill in, in which every table and parameter has its meaning and its unit, \
      many also where such figures are published; what another city can begin with is marked as assumed, with wide ranges, the rest \
      is left open behind #!, and dataset check leads through it. No file is overwritten: where one of the same name is \
      there, nothing is written, and the exit code is 73.
      """))

  static let examples = ["minzheng init --out work", "minzheng init 绍兴 --districts 6"]

  @Argument(help: .bilingual("城市的名称；不写则复制随程序安装的文件。", "What the city is called; without one, files are copied."))
  var city: String?

  @Option(help: .bilingual("城市有几个区县。", "How many districts the city has."))
  var districts: Int?

  @Option(
    help: .bilingual(
      "借用哪个数据集的数值；不写则为 MINZHENG_DATA 所指的，再则为随程序安装的。",
      "The dataset to begin with; when not given that of MINZHENG_DATA, else the installed one."),
    completion: .datasets)
  var dataset: Folder?

  @Option(
    help: .bilingual(
      "写到这个文件夹；不写则复制到当前文件夹，数据包写到 datasets/城市。",
      "The folder to write to; when not given the present one, for a package datasets/CITY."))
  var out: Folder?

  @OptionGroup var language: LanguageOption

  var lang: Language { language.lang }

  func validate() throws {
    guard (city == nil) == (districts == nil) else {
      throw misuse("城市与 --districts 要一起写", "a city and --districts go together")
    }
    if city == nil, dataset != nil { throw misuse("--dataset 只用于城市", "--dataset goes with a city") }
    try require("--districts", districts, in: 1...Limits.districts)
  }

  func work() throws {
    if let city, let districts { try draft(city, districts) } else { try copy() }
  }

  private func draft(_ city: String, _ districts: Int) throws {
    let package = try PackageDraft(readDataset(dataset), city: city, districts: districts)
    let folder = out?.path ?? "datasets/\(city)"
    try write(package.files().map { ($0.path, [UInt8]($0.text.utf8)) }, to: folder)
    try say(
      lang.say(
        "写出 \(folder)。先填 tables/districts.csv 和 tables/population.csv，再看还缺什么：\n",
        "wrote \(folder). Fill in tables/districts.csv and tables/population.csv, then see what is missing:\n")
          + """
          minzheng dataset check \(folder)
          minzheng run \(folder)/\(PackageDraft.scenario)
          export MINZHENG_DATA="$PWD/\(folder)"

          """)
  }

  private func copy() throws {
    let shipped = Installation.shipped
    guard let root = shipped.root else {
      throw Refusal(lang.say("没有随程序安装的文件\n", "no files came with the program\n"), Exit.badInput)
    }
    let names = ShippedFiles.Kind.allCases.flatMap(shipped.files)
    try write(names.map { ($0, try contents(of: "\(root)/\($0)")) }, to: out?.path ?? ".")
    let dataset = shipped.all(.dataset).first ?? "datasets"
    try say(
      lang.say("复制了 \(names.count) 个文件。接着：\n", "copied \(names.count) files. Go on with:\n")
        + (out.map { "cd \($0.path)\n" } ?? "")
          + """
          minzheng run scenarios/baseline.yaml
          minzheng dataset check \(dataset)
          export MINZHENG_DATA="$PWD/\(dataset)"

          """)
  }

  /// Writes files none of which is there yet.
  private func write(_ files: [(path: String, content: [UInt8])], to folder: String) throws {
    func target(_ path: String) -> String { folder == "." ? path : "\(folder)/\(path)" }
    if let there = files.first(where: { FileManager.default.fileExists(atPath: target($0.path)) }) {
      let path = target(there.path)
      throw Refusal(
        lang.say("\(path)：已有这个文件；什么都没有写\n", "\(path): is there already; nothing was written\n"), Exit.cannotWrite)
    }
    for file in files {
      try makeFolder((target(file.path) as NSString).deletingLastPathComponent)
      try publisher(file: File(target(file.path)), reading: []).publish(file.content)
    }
  }
}
