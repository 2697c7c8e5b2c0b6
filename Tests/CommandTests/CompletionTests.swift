import Foundation
import Testing

/// What shells offer for a command line that is being typed.
struct CompletionTests {
  private let program: Program

  init() throws { program = try Program() }

  /// What bash would have at the end of a line, typed as readline parts it.
  private func bash(_ line: String, in folder: String = ".") throws -> [String] {
    let place = URL(fileURLWithPath: try program.executablePath()).deletingLastPathComponent().path
    try program.write(
      """
      PATH="\(place):$PATH"
      source <(minzheng --generate-completion-script bash)
      cd '\(folder)'
      COMP_LINE="$1" COMP_POINT=${#1} COMP_WORDS=()
      rest="$1"
      while [[ -n "$rest" ]]; do
        if [[ "$rest" =~ ^[[:space:]]+ ]]; then rest="${rest:${#BASH_REMATCH}}"; open=; continue; fi
        [[ "$rest" =~ ^[@=:]+ ]] || [[ "$rest" =~ ^[^[:space:]@=:]+ ]]
        COMP_WORDS+=("$BASH_REMATCH"); rest="${rest:${#BASH_REMATCH}}"
      done
      [[ "$1" =~ [[:space:]@=:]$ ]] && COMP_WORDS+=("")
      COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
      _minzheng_whole_words minzheng "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
      printf '%s\\n' "${COMPREPLY[@]}"
      """, to: "line.sh")
    let outcome = try program.shell("bash line.sh '\(line)'")
    #expect(outcome.complaints.isEmpty, "\(outcome.complaints)")
    return outcome.output.split(separator: "\n").map(String.init)
  }

  @Test func verbsAndOptionsAreOffered() throws {
    #expect(try bash("minzheng sen") == ["sensitivity"])
    #expect(try bash("minzheng dataset ").contains("check"))
    #expect(try bash("minzheng sweep ga") == ["gather"])
    #expect(try bash("minzheng run baseline --drivers").contains("--drivers-out"))
    #expect(try bash("minzheng run a.yaml --lang ") == ["zh", "en"])
  }

  @Test func filesAreOfferedByWhatTheyAreFor() throws {
    try program.write("name: mine\nextends: baseline\n", to: "mine.yaml")
    try program.write("scenario: mine.yaml\noutcomes: [population.total@2025]\n", to: "study.yaml")
    let scenarios = try bash("minzheng run ")
    #expect(scenarios.contains("mine.yaml") && scenarios.contains("scenarios/austerity.yaml"))
    #expect(!scenarios.contains("study.yaml") && !scenarios.contains("studies/caregivers.yaml"))
    #expect(try bash("minzheng run mine.yaml+scenarios/nurs") == ["mine.yaml+scenarios/nursing-push.yaml"])
    let studies = try bash("minzheng sweep run st")
    #expect(studies.contains("study.yaml") && studies.contains("studies/caregivers.yaml"))
    #expect(!studies.contains("mine.yaml"))
    #expect(try bash("minzheng sweep studies/care") == ["studies/caregivers.yaml"])
    #expect(try bash("minzheng targets mine.yaml --fail").contains("--fail-on"))
    #expect(try bash("minzheng targets show mine.yaml --plan ") == ["plans/2026-2030.yaml"])
    #expect(try bash("minzheng dataset check ") == ["datasets/hangzhou"])
  }

  /// Word for word what readline puts in the place of the word it sees.
  @Test func addressesGoOnStepByStep() throws {
    let run = "minzheng run scenarios/baseline.yaml --set "
    #expect(try bash(run + "care.beds.conv").contains("care.beds.convert@"))
    #expect(try bash(run + "care.beds.convert@203") == (2030...2035).flatMap { ["@\($0)=", "@\($0)/"] })
    #expect(try bash(run + "care.beds.convert@2026/淳") == ["@2026/淳安县="])
    #expect(try bash(run + "benefits.dibao.ratio@2026") == ["@2026="])
    let only = "minzheng run scenarios/baseline.yaml --only "
    #expect(try bash(only + "population.births@").contains("@2026"))
    #expect(try bash(only + "population.total@2030,population.bir").contains("@2030,population.births@"))
    #expect(try bash("minzheng compare baseline --district 西") == ["西湖区"])
    #expect(try bash("minzheng targets show scenarios/baseline.yaml --year 203").contains("2035"))
  }

  /// Where no name begins so, words of labels, by which names are found.
  @Test func wordsOfLabelsAreOffered() throws {
    let words = try bash("minzheng parameters 床")
    #expect(words.contains("床位") && words.contains("床位可用率上限"), "\(words)")
    #expect(words.allSatisfy { $0.hasPrefix("床") })
    for word in words { #expect(try program.run("parameters", word).status == 0, "\(word)") }
    #expect(try bash("minzheng indicators 护理员").contains("护理员"))
  }

  @Test(arguments: ["zsh": "care.beds.convert:", "fish": "care.beds.convert\t"]) func othersSeeLabels(
    shell: String, start: String
  ) throws {
    let words = ["---completion", "parameters", "--", "positional@0", "2", "9", "minzheng", "parameters", "care.beds"]
    let outcome = try program.run(words, environment: ["SAP_SHELL": shell])
    let line = outcome.output.split(separator: "\n").first { $0.hasPrefix(start) }
    #expect(line?.contains("护理型") == true, "\(outcome.output)\(outcome.complaints)")
  }
}
