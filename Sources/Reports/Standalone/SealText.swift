import Domain
import Inputs

/// What has changed in a package since it was sealed, in words; empty where nothing has.
public func sealText(_ dataset: Dataset, language: Language) -> String {
  let say = language.say
  let directory = dataset.directory
  guard dataset.seal.isSealed else {
    return say(
      "警告：\(directory) 从未封存；核对后运行 minzheng dataset seal \(directory)\n",
      "warning: \(directory) was never sealed; look it through, then run minzheng dataset seal \(directory)\n")
  }
  return dataset.seal.changed.map { file in
    say(
      "警告：\(directory)/\(file) 在封存之后有改动；若确属有意，运行 minzheng dataset seal \(directory)\n",
      "warning: \(directory)/\(file) has changed since it was sealed; if that is meant, run minzheng dataset seal \(directory)\n"
    )
  }.joined()
}
