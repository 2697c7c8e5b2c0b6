import ArgumentParser

/// The script by which a shell completes the program's command line.
///
/// The parser of arguments writes it; here it learns that `care.beds.build@2026/淳安县` is one word, that more follows
/// behind `@`, `=`, `/` and `+`, and that `sweep STUDY` means `sweep run STUDY`.
struct CompletionScript {
  let text: String

  /// The script that a command line asks for; nil where it asks for none, or for a shell that is not known.
  static func asked(_ arguments: [String]) -> CompletionScript? {
    guard let place = arguments.firstIndex(of: "--generate-completion-script"), place + 1 < arguments.count else {
      return nil
    }
    return ["bash": CompletionShell.bash, "zsh": .zsh, "fish": .fish][arguments[place + 1]].map { CompletionScript($0) }
  }

  private init(_ shell: CompletionShell) {
    let own = Minzheng.completionScript(for: shell)
    let groups = CommandPlace.program().below.compactMap(Group.init)
    switch shell {
    case .bash: text = CompletionScript.bash(own, groups)
    case .zsh: text = CompletionScript.zsh(own, groups)
    default: text = CompletionScript.fish(own, groups)
    }
  }

  /// A command of which one below it is meant where none is named.
  private struct Group {
    let name: String
    let usual: String
    let names: [String]

    init?(_ place: CommandPlace) {
      guard let usual = place.usual else { return nil }
      name = place.sheet.commandName
      self.usual = usual.sheet.commandName
      names = place.below.map(\.sheet.commandName)
    }
  }

  /// In bash the word at the cursor ends at `=`, `:` and `@`: they are put together before, and cut again afterwards.
  private static func bash(_ script: String, _ groups: [Group]) -> String {
    let cases = groups.map { group in
      """
              \(group.name))
                  [[ "${whole[2]}" != @(\(group.names.joined(separator: "|"))) ]] &&
                      whole=("${whole[@]:0:2}" \(group.usual) "${whole[@]:2}") names="\(group.names.joined(separator: " "))"
                  ;;

      """
    }.joined()
    let registration = "complete -o filenames -F _minzheng minzheng"
    let whole = """
      _minzheng_whole_words() {
          local rest="${COMP_LINE:0:COMP_POINT}" word names=""
          local -a whole=()
          local -i place
          for ((place = 0; place <= COMP_CWORD; place++)); do
              word="${COMP_WORDS[place]}"
              if [[ "${place}" -eq 0 || "${rest}" = [[:space:]]* ]]; then
                  while [[ "${rest}" = [[:space:]]* ]]; do rest="${rest:1}"; done
                  whole+=("")
              fi
              [[ "${place}" -eq "${COMP_CWORD}" ]] && word="${rest}"
              whole[${#whole[@]} - 1]+="${word}"
              rest="${rest:${#word}}"
          done

          # What is meant where no name stands.
          [[ "${#whole[@]}" -gt 2 ]] && case "${whole[1]}" in
      \(cases)    esac
          [[ "${#whole[@]}" -gt 4 ]] && names=""

          local -a COMP_WORDS=("${whole[@]}")
          local -i COMP_CWORD=$((${#whole[@]} - 1))
          local typed="${whole[COMP_CWORD]}"
          typed="${typed#[\\'\\"]}"
          _minzheng "${1}" "${typed}" "${whole[COMP_CWORD - 1]}"
          [[ -n "${names}" ]] && COMPREPLY+=($(compgen -W "${names}" -- "${typed}"))

          # What readline takes for another word stays as it is; `@` begins a word, `=` and `:` end one.
          local before="${typed%"${typed##*[=:@]}"}"
          before="${before%@}"
          [[ -n "${before}" ]] && COMPREPLY=("${COMPREPLY[@]#"${before}"}")
          # As names of files, those that are none would have `@` and `=` quoted.
          [[ -e "${COMPREPLY[0]}" ]] || compopt +o filenames 2>/dev/null
          [[ "${COMPREPLY[0]}" = *[@=/+] ]] && compopt -o nospace 2>/dev/null
          return 0
      }

      complete -o filenames -F _minzheng_whole_words minzheng

      """
    return script.replacing(registration, with: whole)
  }

  /// In zsh no space is set behind what goes on.
  private static func zsh(_ script: String, _ groups: [Group]) -> String {
    let cases = groups.map { group in
      """
              \(group.name))
                  if [[ "${words[3]}" != (\(group.names.joined(separator: "|"))) ]]; then
                      [[ "${CURRENT}" -eq 3 ]] && compadd -- \(group.names.joined(separator: " "))
                      words=("${(@)words[1,2]}" \(group.usual) "${(@)words[3,-1]}")
                      ((CURRENT++))
                  fi
                  ;;

      """
    }.joined()
    let start = "    local -r command_name=\"${words[1]}\"\n"
    let described = "_describe -V '' non_empty_completions -- empty_completions"
    return script.replacing(
      start,
      with: "    if [[ \"${CURRENT}\" -gt 2 ]]; then\n        case \"${words[2]}\" in\n\(cases)        esac\n    fi\n\n"
        + start
    ).replacing(
      described,
      with: """
        local -a ending=()
            [[ "${non_empty_completions[1]%%:*}" = *[@=/+] ]] && ending=(-S '')
            _describe -V '' non_empty_completions "${ending[@]}" -- empty_completions "${ending[@]}"
        """) + "\n"
  }

  /// In fish what completes `sweep run` completes `sweep` as well.
  private static func fish(_ script: String, _ groups: [Group]) -> String {
    let lines = script.split(separator: "\n", omittingEmptySubsequences: false)
    let more = groups.flatMap { group in
      lines.filter { $0.contains("\"minzheng \(group.name) \(group.usual)\"") && !$0.contains(" -l 'help'") }
        .map { $0.replacing("\"minzheng \(group.name) \(group.usual)\"", with: "\"minzheng \(group.name)\"") }
    }
    return script + (script.hasSuffix("\n") ? "" : "\n") + more.map { $0 + "\n" }.joined()
  }
}
