extension BashCompletionsTests {
  static let commandFunctions = #"""
    _marks_commands() {
      case "$option" in
        --generate-completion-script) _marks_words 'zsh' 'bash' 'fish' ;;
        '') case "$position" in
          -) _marks_words --generate-completion-script --version -h --help ;;
          0) _marks_words 'list' 'grade' 'hint' 'help' ;;
        esac ;;
      esac
    }

    _marks_command_help() {
      case "$option" in
        '') case "$position" in
          -) _marks_words --version -h --help ;;
          0) _marks_words 'list' 'grade' 'hint' 'help' ;;
        esac ;;
      esac
    }

    _marks_command_list() {
      case "$option" in
        -f | --format) _marks_words 'text' 'json' 'ids' ;;
        '') case "$position" in
          -) _marks_words -f --format --version -h --help ;;
          *) ;;
        esac ;;
      esac
    }

    _marks_command_grade() {
      case "$option" in
        --answer) : ;;
        -o | --out) _marks_folders ;;
        --exercises) _marks_folders ;;
        '') case "$position" in
          -) _marks_words --answer -o --out -r --reveal --show --exercises -q --quiet --version -h --help ;;
          *) _marks_files 'answers' 'json'; _marks_output list --format ids ;;
        esac ;;
      esac
    }

    _marks_command_hint() {
      case "$option" in
        --size) : ;;
        --share) _marks_named_files 'csv' 'page' ;;
        --tolerance) : ;;
        --log) _marks_files ;;
        '') case "$position" in
          -) _marks_words --size --share --tolerance --log --version -h --help ;;
          0) _marks_output list --format ids ;;
          1) _marks_output steps ${places[@]+"${places[@]}"} ;;
        esac ;;
      esac
    }


    """#

  static let entryFunction = #"""
    _marks() {
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
            '',--generate-completion-script) option="$word" ;;
            list,-f | list,--format) option="$word" ;;
            grade,--answer) option="$word" ;;
            grade,-o | grade,--out) option="$word" ;;
            grade,--exercises) option="$word" ;;
            hint,--size) option="$word" ;;
            hint,--share) option="$word" ;;
            hint,--tolerance) option="$word" ;;
            hint,--log) option="$word" ;;
          esac
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
        '') _marks_commands ;;
        list) _marks_command_list ;;
        grade) _marks_command_grade ;;
        hint) _marks_command_hint ;;
        help) _marks_command_help ;;
      esac
    }
    complete -F _marks marks

    """#
}
