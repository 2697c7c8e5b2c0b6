import Domain
import Foundation
import Inputs
import Publishing

/// What a manifest says of how its files came about.
public struct MadeRun: Decodable, Sendable {
  struct Input: Decodable {
    let path: String
    let sha256: String
  }

  struct Machine: Decodable, Equatable {
    let processor: String
    let blasKernel: String
  }

  public let version: String
  let commit: String
  /// The command line as it was.
  public let command: [String]
  let inputs: [Input]
  /// Nil of a manifest from before outputs were listed.
  public let outputs: [FileSeal]?
  let machine: Machine?

  /// Reads a manifest; nil for a text that is none of this program.
  public init?(_ content: Data) {
    struct Owner: Decodable {
      let program: String
    }
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    guard let owner = try? decoder.decode(Owner.self, from: content), owner.program == RunRecord.program,
      let made = try? decoder.decode(MadeRun.self, from: content)
    else { return nil }
    self = made
  }
}

extension MadeRun {
  /// Inputs that hold other bytes now, or are gone.
  public func changedFiles() -> [String] {
    inputs.filter { input in
      let now = FileManager.default.contents(atPath: input.path)
      return now.map { FileSeal(name: input.path, content: [UInt8]($0)).sha256 } != input.sha256
    }.map(\.path)
  }
}

/// A run held against the one that it repeats.
public struct Repetition: Sendable {
  private let before: MadeRun
  private let after: MadeRun

  public init(of before: MadeRun, _ after: MadeRun) {
    self.before = before
    self.after = after
  }

  /// Files that differ, or that only one of the two has, in the order of their names.
  public var differing: [String] { unlike { seals($0) } }

  public var isSame: Bool { differing.isEmpty }

  private func seals(_ run: MadeRun) -> [String: FileSeal] {
    Dictionary((run.outputs ?? []).map { ($0.name, $0) }) { first, _ in first }
  }

  /// Inputs that held other bytes then, or that only one of the two read.
  private var changedInputs: [String] {
    unlike { run in Dictionary(run.inputs.map { ($0.path, $0.sha256) }) { first, _ in first } }
  }

  /// Names under which the two runs have different things, or only one has any.
  private func unlike<Thing: Equatable>(_ things: (MadeRun) -> [String: Thing]) -> [String] {
    let (old, new) = (things(before), things(after))
    return Set(old.keys).union(new.keys).filter { old[$0] != new[$0] }.sorted()
  }

  /// What came out, and where it differs what else does.
  public func text(_ language: Language) -> String {
    let say = language.say
    guard !isSame else {
      let count = seals(after).count
      return say("\(count) 个文件逐字节相同\n", "\(count) files, the same to the byte\n")
    }
    var lines = [say("有 \(differing.count) 个文件不同：", "\(differing.count) files differ:")]
    lines += differing.map { "  \($0)" }
    let causes = causes(language)
    lines.append(
      causes.isEmpty
        ? say("输入、程序和处理器都没有变。", "Inputs, program and processor are the same.") : say("与当时不同的有：", "Unlike then:"))
    return (lines + causes.map { "  \($0)" }).joined(separator: "\n") + "\n"
  }

  private func causes(_ language: Language) -> [String] {
    let say = language.say
    var found = changedInputs.map { say("输入 \($0)", "the input \($0)") }
    func changed(_ zh: String, _ en: String, _ old: String?, _ new: String?) {
      guard old != new else { return }
      found.append("\(say(zh, en)): \(old ?? "–") → \(new ?? "–")")
    }
    changed("程序版本", "version", before.version, after.version)
    changed("程序提交", "commit", before.commit, after.commit)
    changed("处理器", "processor", before.machine?.processor, after.machine?.processor)
    changed("OpenBLAS 内核", "kernel of OpenBLAS", before.machine?.blasKernel, after.machine?.blasKernel)
    return found
  }
}
