# Completion for fish: catalogue completion fish > ~/.config/fish/completions/catalogue.fish
# The program itself says what may come next; see catalogue/completion.h.
function __catalogue_next
    set -l words (commandline -opc)
    set -l word (commandline -ct)
    # The value of an option in the same word, where files are offered.
    set -l option (string match -r '^--[^=]*=' -- $word)
    set -l value (string replace -r '^--[^=]*=' '' -- $word)
    for line in ($words[1] completion --next -- $words[2..-1] "$word" 2>/dev/null)
        switch $line
            case :files
                string replace -r '^' -- "$option" (__fish_complete_path "$value")
            case :folders
                string replace -r '^' -- "$option" (__fish_complete_directories "$value" '')
            case ':nospace'
                # fish leaves none behind a colon anyway
            case '*'
                echo $line
        end
    end
end
complete -c catalogue -f -a '(__catalogue_next)'
