extension FishCompletionsTests {
  static let snapshot = #"""
    # Completions for marks in fish.
    # Save this text as ~/.config/fish/completions/marks.fish.

    # The subcommand and its arguments before the cursor. The options that take a value are named.
    function __marks_words
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
                printf '%s\n' $word
            end
        end
    end

    # Whether the cursor is at this place of this subcommand: a number of arguments before it, such a
    # number or more (1+), or any. The rest are the options that take a value.
    function __marks_at
        set -l words (__marks_words $argv[3..-1])
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
    function __marks_token
        string replace -r -- '^-[^=]*=' '' (commandline -ct)
    end

    function __marks_folders
        __fish_complete_directories (__marks_token) ''
    end

    # Folders, and files with one of these extensions.
    function __marks_files
        set -l paths (__fish_complete_path (__marks_token))
        if test (count $argv) -eq 0
            string join \n -- $paths
        else
            string match -r -- '^.*(?:/|\.(?:'(string join '|' -- $argv)'))(?:\t.*)?$' $paths
        end
    end

    function __marks_output
        set -l tool (commandline -opc)[1]
        $tool $argv 2>/dev/null
    end

    # One of these names, a '=' and a file.
    function __marks_named_files
        set -l token (__marks_token)
        if string match -q -- '*=*' $token
            set -l name (string replace -r -- '=.*' '' $token)
            printf "$name=%s\n" (__fish_complete_path (string replace -r -- '^[^=]*=' '' $token))
        else
            printf '%s=\n' $argv
        end
    end

    complete -c marks -f
    complete -c marks -n "__marks_at '' 0 --generate-completion-script" -a 'list' -d 'List the exercises.'
    complete -c marks -n "__marks_at '' 0 --generate-completion-script" -a 'grade' -d 'Mark submissions: it\'s [fair].'
    complete -c marks -n "__marks_at '' 0 --generate-completion-script" -a 'hint' -d 'Give a hint.'
    complete -c marks -n "__marks_at '' 0 --generate-completion-script" -a 'help' -d 'Show help information.'
    complete -c marks -n "__marks_at help 0" -a 'list' -d 'List the exercises.'
    complete -c marks -n "__marks_at help 0" -a 'grade' -d 'Mark submissions: it\'s [fair].'
    complete -c marks -n "__marks_at help 0" -a 'hint' -d 'Give a hint.'
    complete -c marks -n "__marks_at '' any" -l generate-completion-script -x -a 'zsh bash fish' -d 'Print a completion script.'
    complete -c marks -n "__marks_at '' any" -l version -d 'Show the version.'
    complete -c marks -n "__marks_at '' any" -l help -s h -d 'Show help information.'

    complete -c marks -n "__marks_at list any" -l format -s f -x -a 'text json ids' -d 'How to print.'
    complete -c marks -n "__marks_at list any" -l version -d 'Show the version.'
    complete -c marks -n "__marks_at list any" -l help -s h -d 'Show help information.'

    complete -c marks -n "__marks_at grade 0+ --answer -o --out --exercises" -a '(__marks_files answers json) (__marks_output list --format ids)'
    complete -c marks -n "__marks_at grade any" -l answer -x -d 'An answer given here instead of in a file.'
    complete -c marks -n "__marks_at grade any" -l out -s o -x -a '(__marks_folders)' -d 'Where the results go.'
    complete -c marks -n "__marks_at grade any" -l reveal -l show -s r -d 'Show expected values.'
    complete -c marks -n "__marks_at grade any" -l exercises -x -a '(__marks_folders)' -d 'Where the exercises are.'
    complete -c marks -n "__marks_at grade any" -l quiet -s q -d 'Print no notes.'
    complete -c marks -n "__marks_at grade any" -l version -d 'Show the version.'
    complete -c marks -n "__marks_at grade any" -l help -s h -d 'Show help information.'

    complete -c marks -n "__marks_at hint 0 --size --share --tolerance --log" -a '(__marks_output list --format ids)'
    complete -c marks -n "__marks_at hint 1 --size --share --tolerance --log" -a '(__marks_output steps (__marks_words --size --share --tolerance --log)[2..])'
    complete -c marks -n "__marks_at hint any" -l size -x
    complete -c marks -n "__marks_at hint any" -l share -x -a '(__marks_named_files csv page)' -d 'Which share.'
    complete -c marks -n "__marks_at hint any" -l tolerance -x -d 'How near is near.'
    complete -c marks -n "__marks_at hint any" -l log -x -a '(__marks_files)' -d 'Where to write.'
    complete -c marks -n "__marks_at hint any" -l version -d 'Show the version.'
    complete -c marks -n "__marks_at hint any" -l help -s h -d 'Show help information.'

    """#
}
