/// The completion script for zsh, for `source` as well as for a folder of `fpath`.
struct ZshCompletions {
  let tool: Tool

  var script: String {
    let declarations = tool.commands.map { $0.declaration }
    let calls = declarations.map { declaration in
      "        \(declaration.name)) \(name(of: declaration)) && ret=0 ;;\n"
    }
    return """
      #compdef \(tool.name)
      # Completions for \(tool.name) in zsh.
      # Source this text after 'compinit', or save it as '\(function)' in a folder of $fpath.

      \(function)_output() {
        local -a lines
        lines=(${(f)"$("$tool" "$@" 2>/dev/null)"})
        compadd -a lines
      }

      \(function)_named_files() {
        if compset -P '*='; then
          _files
        else
          compadd -S = -- "$@"
        fi
      }

      \(declarations.map(commandFunction).joined(separator: "\n"))
      \(function)() {
        local curcontext="$curcontext" state state_descr line tool="$words[1]" ret=1
        local -A opt_args
        local -a subcommands
        subcommands=(
      \((declarations.map(described) + ["    'help:Show help information.'"]).joined(separator: "\n"))
        )
        _arguments -C \\
      \(tool.declaration.allOptions.map(line).joined())    '1: :->subcommand' \\
          '*:: :->rest' && ret=0
        case "$state" in
          subcommand) _describe -t commands subcommand subcommands && ret=0 ;;
          rest)
            case "$words[1]" in
              help) (( CURRENT == 2 )) && _describe -t commands subcommand subcommands && ret=0 ;;
      \(calls.joined())      esac ;;
        esac
        return ret
      }

      if [[ "$funcstack[1]" == '\(function)' ]]; then
        \(function) "$@"
      else
        compdef \(function) \(tool.name)
      fi

      """
  }

  private var function: String { "_" + tool.name.asShellIdentifier }

  private func name(of declaration: CommandDeclaration) -> String {
    "\(function)_command_\(declaration.name.asShellIdentifier)"
  }
}

// MARK: - One command

extension ZshCompletions {
  private func described(_ declaration: CommandDeclaration) -> String {
    "    " + "\(declaration.name.escaping(":")):\(declaration.abstract)".singleQuoted
  }

  private func commandFunction(for declaration: CommandDeclaration) -> String {
    let arguments = declaration.arguments.map { argument in
      let place = argument.isRepeating ? "*:" : argument.isRequired ? ":" : "::"
      return (place + argument.name.escaping(":") + ":" + action(for: argument.completion))
        .singleQuoted
    }
    let lines = declaration.allOptions.map(line) + arguments.map { "    \($0) \\\n" }
    return """
      \(name(of: declaration))() {
        local -A opt_args
        _arguments -s -S \\
      \(lines.joined().dropLast(3))
      }

      """
  }

  private func line(for option: OptionDeclaration) -> String {
    let value = option.valueName.map { ":\($0.escaping(":")):\(action(for: option.completion))" }
    let rest = "[\(option.help.escaping("[]:"))]" + (value ?? "")
    let spellings = option.spellings.map { spelling in
      option.takesValue ? spelling + (spelling.hasPrefix("--") ? "=" : "+") : spelling
    }
    let repeated = option.isRepeatable ? "*" : ""
    guard spellings.count > 1 else {
      return "    \((repeated + spellings[0] + rest).singleQuoted) \\\n"
    }
    let exclusion = "(\(option.spellings.joined(separator: " ")))"
    let names = "{\(spellings.joined(separator: ","))}"
    let start = option.isRepeatable ? repeated : exclusion
    return "    \(start.singleQuoted)\(names)\(rest.singleQuoted) \\\n"
  }

  private func files(_ extensions: [String]) -> String {
    extensions.isEmpty ? "_files" : #"_files -g "*.(\#(extensions.joined(separator: "|")))""#
  }

  private func action(for completion: Completion) -> String {
    switch completion {
    case .none: " "
    case .file(let extensions): files(extensions)
    case .directory: "_files -/"
    case .words(let words): "(\(words.map { $0.escaping(" ():") }.joined(separator: " ")))"
    case .command(let arguments): "{\(function)_output \(arguments)}"
    case .fileOrCommand(let extensions, let arguments):
      "{\(function)_output \(arguments); \(files(extensions))}"
    case .commandOnArguments(let words): "{\(function)_output \(words) $line}"
    case .namedFile(let names):
      "{\(function)_named_files \(names.map { $0.escaping(" ():") }.joined(separator: " "))}"
    }
  }
}
