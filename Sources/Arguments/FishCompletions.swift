/// The completion script for fish.
struct FishCompletions {
  let tool: Tool

  var script: String {
    let declarations = tool.commands.map { $0.declaration }
    let names = declarations.map { ($0.name, $0.abstract) } + [("help", "Show help information.")]
    let subcommands = names.map { name, abstract in
      line(at: "''", "0", tool.declaration, "-a \(name.fishQuoted) -d \(abstract.fishQuoted)")
    }
    let topics = declarations.map { declaration in
      let words = "-a \(declaration.name.fishQuoted) -d \(declaration.abstract.fishQuoted)"
      return line(at: "help", "0", nil, words)
    }
    return """
      # Completions for \(tool.name) in fish.
      # Save this text as ~/.config/fish/completions/\(tool.name).fish.

      \(helpers)
      complete -c \(tool.name) -f
      \(subcommands.joined())\(topics.joined())\(options(of: tool.declaration, command: "''"))
      \(declarations.map(lines).joined(separator: "\n"))
      """
  }

  private var function: String { "__" + tool.name.asShellIdentifier }
}

// MARK: - One command

extension FishCompletions {
  private func lines(for declaration: CommandDeclaration) -> String {
    let arguments = declaration.arguments.enumerated().map { index, argument in
      guard let action = action(for: argument.completion, in: declaration) else { return "" }
      let place = argument.isRepeating ? "\(index)+" : String(index)
      return line(at: declaration.name, place, declaration, "-a \(action)")
    }
    return arguments.joined() + options(of: declaration, command: declaration.name)
  }

  private func options(of declaration: CommandDeclaration, command: String) -> String {
    declaration.allOptions.map { option in
      var words = option.longNames.map { "-l \($0)" }
      if let short = option.shortName { words.append("-s \(short)") }
      if option.takesValue {
        words.append("-x")
        if let action = action(for: option.completion, in: declaration) {
          words.append("-a \(action)")
        }
      }
      if !option.help.isEmpty { words.append("-d \(option.help.fishQuoted)") }
      return line(at: command, "any", declaration, words.joined(separator: " "))
    }
    .joined()
  }

  /// A rule that holds once the command is known and so many arguments stand before the cursor.
  private func line(
    at command: String, _ place: String, _ declaration: CommandDeclaration?, _ rule: String
  ) -> String {
    let valued = declaration.map(valued) ?? []
    let condition = ([function + "_at", command, place] + (place == "any" ? [] : valued))
      .joined(separator: " ")
    return "complete -c \(tool.name) -n \"\(condition)\" \(rule)\n"
  }

  private func valued(_ declaration: CommandDeclaration) -> [String] {
    declaration.options.filter(\.takesValue).flatMap(\.spellings)
  }

  private func action(
    for completion: Completion, in declaration: CommandDeclaration
  ) -> String? {
    switch completion {
    case .none: nil
    case .file(let extensions): files(extensions).fishQuoted
    case .directory: "(\(function)_folders)".fishQuoted
    case .words(let words): words.map { $0.escaping(" ()$") }.joined(separator: " ").fishQuoted
    case .command(let arguments): output(arguments).fishQuoted
    case .fileOrCommand(let extensions, let arguments):
      "\(files(extensions)) \(output(arguments))".fishQuoted
    case .commandOnArguments(let words):
      "(\(function)_output \(words) (\(([function + "_words"] + valued(declaration)).joined(separator: " ")))[2..])"
        .fishQuoted
    case .namedFile(let names):
      "(\(([function + "_named_files"] + names).joined(separator: " ")))".fishQuoted
    }
  }

  private func files(_ extensions: [String]) -> String {
    "(\(([function + "_files"] + extensions).joined(separator: " ")))"
  }

  private func output(_ arguments: String) -> String { "(\(function)_output \(arguments))" }

  private var helpers: String {
    """
    # The subcommand and its arguments before the cursor. The options that take a value are named.
    function \(function)_words
        set -l words (commandline -opc)
        set -e words[1]
        set -l skips no
        for word in $words
            if test $skips = yes
                set skips no
            else if string match -q -- '-*' $word
                contains -- $word $argv
                and set skips yes
            else
                printf '%s\\n' $word
            end
        end
    end

    # Whether the cursor is at this place of this subcommand: a number of arguments before it, such a
    # number or more (1+), or any. The rest are the options that take a value.
    function \(function)_at
        set -l words (\(function)_words $argv[3..-1])
        set -l position (math max 0, (count $words) - 1)
        test "$words[1]" = "$argv[1]"
        or return 1
        switch $argv[2]
            case any
                return 0
            case '*+'
                test $position -ge (string replace + '' -- $argv[2])
            case '*'
                test $position -eq $argv[2]
        end
    end

    # The word at the cursor, without the option before a '='.
    function \(function)_token
        string replace -r -- '^-[^=]*=' '' (commandline -ct)
    end

    function \(function)_folders
        __fish_complete_directories (\(function)_token) ''
    end

    # Folders, and files with one of these extensions.
    function \(function)_files
        set -l paths (__fish_complete_path (\(function)_token))
        if test (count $argv) -eq 0
            string join \\n -- $paths
        else
            string match -r -- '^.*(?:/|\\.(?:'(string join '|' -- $argv)'))(?:\\t.*)?$' $paths
        end
    end

    function \(function)_output
        set -l tool (commandline -opc)[1]
        $tool $argv 2>/dev/null
    end

    # One of these names, a '=' and a file.
    function \(function)_named_files
        set -l token (\(function)_token)
        if string match -q -- '*=*' $token
            set -l name (string replace -r -- '=.*' '' $token)
            printf "$name=%s\\n" (__fish_complete_path (string replace -r -- '^[^=]*=' '' $token))
        else
            printf '%s=\\n' $argv
        end
    end

    """
  }
}
