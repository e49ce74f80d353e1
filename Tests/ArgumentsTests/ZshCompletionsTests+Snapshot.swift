extension ZshCompletionsTests {
  static let snapshot = #"""
    #compdef marks
    # Completions for marks in zsh.
    # Source this text after 'compinit', or save it as '_marks' in a folder of $fpath.

    _marks_output() {
      local -a lines
      lines=(${(f)"$("$tool" "$@" 2>/dev/null)"})
      compadd -a lines
    }

    _marks_named_files() {
      if compset -P '*='; then
        _files
      else
        compadd -S = -- "$@"
      fi
    }

    _marks_command_list() {
      local -A opt_args
      _arguments -s -S \
        '(-f --format)'{-f+,--format=}'[How to print.]:format:(text json ids)' \
        '--version[Show the version.]' \
        '(-h --help)'{-h,--help}'[Show help information.]'
    }

    _marks_command_grade() {
      local -A opt_args
      _arguments -s -S \
        '*--answer=[An answer given here instead of in a file.]:name=value: ' \
        '(-o --out)'{-o+,--out=}'[Where the results go.]:folder:_files -/' \
        '(-r --reveal --show)'{-r,--reveal,--show}'[Show expected values.]' \
        '*--exercises=[Where the exercises are.]:folder:_files -/' \
        '(-q --quiet)'{-q,--quiet}'[Print no notes.]' \
        '--version[Show the version.]' \
        '(-h --help)'{-h,--help}'[Show help information.]' \
        '*:path:{_marks_output list --format ids; _files -g "*.(answers|json)"}'
    }

    _marks_command_hint() {
      local -A opt_args
      _arguments -s -S \
        '--size=[]:n: ' \
        '--share=[Which share.]:k/n:{_marks_named_files csv page}' \
        '--tolerance=[How near is near.]:number: ' \
        '--log=[Where to write.]:file:_files' \
        '--version[Show the version.]' \
        '(-h --help)'{-h,--help}'[Show help information.]' \
        ':id:{_marks_output list --format ids}' \
        '::step:{_marks_output steps $line}'
    }

    _marks() {
      local curcontext="$curcontext" state state_descr line tool="$words[1]" ret=1
      local -A opt_args
      local -a subcommands
      subcommands=(
        'list:List the exercises.'
        'grade:Mark submissions: it'\''s [fair].'
        'hint:Give a hint.'
        'help:Show help information.'
      )
      _arguments -C \
        '--generate-completion-script=[Print a completion script.]:shell:(zsh bash fish)' \
        '--version[Show the version.]' \
        '(-h --help)'{-h,--help}'[Show help information.]' \
        '1: :->subcommand' \
        '*:: :->rest' && ret=0
      case "$state" in
        subcommand) _describe -t commands subcommand subcommands && ret=0 ;;
        rest)
          case "$words[1]" in
            help) (( CURRENT == 2 )) && _describe -t commands subcommand subcommands && ret=0 ;;
            list) _marks_command_list && ret=0 ;;
            grade) _marks_command_grade && ret=0 ;;
            hint) _marks_command_hint && ret=0 ;;
          esac ;;
      esac
      return ret
    }

    if [[ "$funcstack[1]" == '_marks' ]]; then
      _marks "$@"
    else
      compdef _marks marks
    fi

    """#
}
