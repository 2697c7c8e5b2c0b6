import Domain
import Inputs
import Simulation
import StudyStore

/// Why a point of a study has no values, in both languages: a table says it whatever language is asked for.
public func pointText(_ failure: PointFailure, _ loaded: LoadedScenario) -> String {
  Language.allCases.map { words(failure, loaded, $0) }.joined(separator: " ")
}

private func words(_ failure: PointFailure, _ loaded: LoadedScenario, _ language: Language) -> String {
  let areas = loaded.dataset.city.areas
  let text =
    switch failure {
    case .parameters(let error): loaded.diagnostic(of: error).problem.message(language)
    case .run(let error): runText(error, areas: areas, language: language)
    case .worlds(let error): worldsText(error, language: language)
    }
  let line = text.split(whereSeparator: \.isNewline).joined(separator: language.say("；", "; "))
  return language == .zh ? line + (line.hasSuffix("。") ? "" : "。") : line + (line.hasSuffix(".") ? "" : ".")
}

/// Why a store cannot be used, in words.
public func storeText(_ failure: StoreFailure, language: Language) -> String {
  let say = language.say
  let why =
    switch failure.reason {
    case .inUse: say("另一次 sweep 正在使用；等它完成，或另选 --out", "another sweep is using it; wait for it, or choose another --out")
    case .notAStore:
      say("不是完好的研究存储文件；请移走它，或另选 --out", "it is no sound store of a study; move it away, or choose another --out")
    case .laterFormat: say("由本程序更新的版本写出", "a later version of this program wrote it")
    case .full:
      say(
        "磁盘已满；已存入的点都在，腾出空间后再运行即可继续",
        "the disk is full; what was stored is there, and the same command goes on once there is space")
    case .system(let message): message
    case .contradiction(let other):
      say(
        "与 \(other) 对同一点存有不同的值；其中一个文件不可信",
        "it has other values than \(other) for the same point; one of the two is not to be trusted")
    }
  return say("\(failure.path)：\(why)\n", "\(failure.path): \(why)\n")
}
