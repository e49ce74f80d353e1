/// The completion script for bash, 3.2 included: it has neither `mapfile` nor associative arrays.
struct BashCompletions {
  let tool: Tool

  var script: String {
    let declarations = tool.commands.map { $0.declaration }
    let names = "0) \(subcommands) ;;"
    return """
      # Completions for \(tool.name) in bash.
      # Source this text from ~/.bashrc, or save it where bash-completion looks for '\(tool.name)'.

      \(helpers)
      \(function(named: "commands", for: tool.declaration, positions: names))
      \(function(named: "command_help", for: helpDeclaration, positions: names))
      \(declarations.map(commandFunction).joined(separator: "\n"))
      \(entry(for: declarations))
      complete -F \(prefix) \(tool.name)

      """
  }

  private var prefix: String { "_" + tool.name.asShellIdentifier }

  private var helpDeclaration: CommandDeclaration {
    CommandDeclaration("help", abstract: "")
  }

  private var subcommands: String {
    "\(prefix)_words "
      + (tool.commands.map { $0.declaration.name } + ["help"])
      .map(\.singleQuoted).joined(separator: " ")
  }
}

// MARK: - One command

extension BashCompletions {
  private func commandFunction(for declaration: CommandDeclaration) -> String {
    let positions = declaration.arguments.enumerated().map { index, argument in
      "\(argument.isRepeating ? "*" : String(index))) \(action(for: argument.completion)) ;;"
    }
    return function(
      named: "command_\(declaration.name.asShellIdentifier)", for: declaration,
      positions: positions.joined(separator: "\n      "))
  }

  private func function(
    named name: String, for declaration: CommandDeclaration, positions: String
  ) -> String {
    let options = declaration.allOptions
    let values = options.filter(\.takesValue).map { option in
      "\n    \(option.spellings.joined(separator: " | "))) \(action(for: option.completion)) ;;"
    }
    return """
      \(prefix)_\(name)() {
        case "$option" in\(values.joined())
          '') case "$position" in
            -) \(prefix)_words \(options.flatMap(\.spellings).joined(separator: " ")) ;;
            \(positions.isEmpty ? "*) ;;" : positions)
          esac ;;
        esac
      }

      """
  }

  private func action(for completion: Completion) -> String {
    switch completion {
    case .none: ":"
    case .file(let extensions):
      ([prefix + "_files"] + extensions.map(\.singleQuoted)).joined(separator: " ")
    case .directory: "\(prefix)_folders"
    case .words(let words):
      ([prefix + "_words"] + words.map(\.singleQuoted)).joined(separator: " ")
    case .command(let arguments): "\(prefix)_output \(arguments)"
    case .fileOrCommand(let extensions, let arguments):
      "\(action(for: .file(extensions: extensions))); \(action(for: .command(arguments)))"
    case .commandOnArguments(let words):
      #"\#(prefix)_output \#(words) ${places[@]+"${places[@]}"}"#
    case .namedFile(let names):
      ([prefix + "_named_files"] + names.map(\.singleQuoted)).joined(separator: " ")
    }
  }
}

// MARK: - The fixed parts

extension BashCompletions {
  private func entry(for declarations: [CommandDeclaration]) -> String {
    let valued = ([tool.declaration] + declarations).flatMap { declaration in
      let name = declaration.name == tool.name ? "''" : declaration.name
      return declaration.options.filter(\.takesValue).map { option in
        let patterns = option.spellings.map { "\(name),\($0)" }.joined(separator: " | ")
        return "        \(patterns)) option=\"$word\" ;;\n"
      }
    }
    let calls = (declarations.map(\.name) + ["help"]).map { name in
      "    \(name)) \(prefix)_command_\(name.asShellIdentifier) ;;\n"
    }
    return """
      \(prefix)() {
        local current="${COMP_WORDS[COMP_CWORD]}"
        local command='' option='' position=0 joined='' terminated='' word index
        local valued='' earlier='' pair='' places=()
        COMPREPLY=()
        for ((index = 1; index < COMP_CWORD; index++)); do
          word="${COMP_WORDS[index]}" earlier="$valued" valued=''
          # To bash the '=' of '--option=value' is a word of its own, as is that of 'name=file'.
          if [[ "$word" == '=' ]]; then
            joined=yes
            if [[ -z "$option" ]]; then
              option="$earlier" pair="$earlier"
            fi
          elif [[ -n "$joined" || -n "$option" ]]; then
            valued="$option" joined='' option='' pair=''
          elif [[ -n "$terminated" ]]; then
            ((position += 1))
            places+=("$word")
          elif [[ "$word" == '--' ]]; then
            terminated=yes
          elif [[ "$word" == -?* ]]; then
            case "$command,$word" in
      \(valued.joined())      esac
          elif [[ -z "$command" ]]; then
            command="$word"
          else
            ((position += 1))
            places+=("$word")
          fi
        done
        if [[ "$current" == '=' ]]; then
          joined=yes current=''
          if [[ -z "$option" ]]; then
            option="$valued" pair="$valued"
          fi
        fi
        if [[ -n "$joined" && -z "$option" ]]; then
          return
        fi
        if [[ "$current" == -* && -z "$terminated" ]]; then
          position=-
        fi
        case "$command" in
          '') \(prefix)_commands ;;
      \(calls.joined())  esac
      }
      """
  }

  private var helpers: String {
    """
    \(prefix)_words() {
      local word
      for word in "$@"; do
        if [[ "$word" == "$current"* ]]; then
          COMPREPLY+=("$word")
        fi
      done
    }

    \(prefix)_output() {
      local line
      while IFS= read -r line; do
        \(prefix)_words "$line"
      done < <("${COMP_WORDS[0]}" "$@" 2>/dev/null)
    }

    \(prefix)_paths() {
      local path
      compopt -o filenames 2>/dev/null
      while IFS= read -r path; do
        COMPREPLY+=("$path")
      done
    }

    \(prefix)_folders() {
      \(prefix)_paths < <(compgen -d -- "$current")
    }

    \(prefix)_files() {
      local extension
      if [[ $# -eq 0 ]]; then
        \(prefix)_paths < <(compgen -f -- "$current")
        return
      fi
      \(prefix)_folders
      for extension in "$@"; do
        \(prefix)_paths < <(compgen -f -X "!*.$extension" -- "$current")
      done
    }

    \(prefix)_named_files() {
      if [[ -n "$pair" ]]; then
        \(prefix)_files
      else
        compopt -o nospace 2>/dev/null
        \(prefix)_words "${@/%/=}"
      fi
    }

    """
  }
}
