import ArgumentParser

/// The script by which a shell completes the program's command line.
///
/// The parser of arguments writes it; here it learns that `care.beds.build@2026/淳安县` is one word, and that more
/// follows behind `@`, `=`, `/` and `+`.
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
    switch shell {
    case .bash: text = CompletionScript.wholeWords(own)
    case .zsh: text = CompletionScript.open(own)
    default: text = own.hasSuffix("\n") ? own : own + "\n"
    }
  }

  /// In bash the word at the cursor ends at `=`, `:` and `@`: they are put together before, and cut again afterwards.
  private static func wholeWords(_ script: String) -> String {
    let registration = "complete -o filenames -F _minzheng minzheng"
    return script.replacing(
      registration,
      with: """
        _minzheng_whole_words() {
            local rest="${COMP_LINE:0:COMP_POINT}" word
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

            local -a COMP_WORDS=("${whole[@]}")
            local -i COMP_CWORD=$((${#whole[@]} - 1))
            local typed="${whole[COMP_CWORD]}"
            typed="${typed#[\\'\\"]}"
            _minzheng "${1}" "${typed}" "${whole[COMP_CWORD - 1]}"

            # What readline takes for another word stays as it is.
            local before="${typed%"${typed##*[=:@]}"}"
            [[ -n "${before}" ]] && COMPREPLY=("${COMPREPLY[@]#"${before}"}")
            [[ "${COMPREPLY[0]}" = *[@=/+] ]] && compopt -o nospace 2>/dev/null
            return 0
        }

        complete -o filenames -F _minzheng_whole_words minzheng

        """)
  }

  /// In zsh no space is set behind what goes on.
  private static func open(_ script: String) -> String {
    script.replacing(
      "_describe -V '' non_empty_completions -- empty_completions",
      with: """
        local -a ending=()
            [[ "${non_empty_completions[1]%%:*}" = *[@=/+] ]] && ending=(-S '')
            _describe -V '' non_empty_completions "${ending[@]}" -- empty_completions "${ending[@]}"
        """) + "\n"
  }
}
