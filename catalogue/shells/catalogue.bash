# Completion for bash: source <(catalogue completion bash)
# shellcheck shell=bash
# The program itself says what may come next; see catalogue/completion.h.
_catalogue() {
    local rest=${COMP_LINE:0:COMP_POINT} cut='' word line kind i
    local -a words=()
    # bash parts words at : and = too, which for this program belong to them.
    for ((i = 0; i <= COMP_CWORD; i++)); do
        word=${COMP_WORDS[i]}
        if ((i == COMP_CWORD)); then
            word=${rest#"${rest%%[![:space:]]*}"}
        fi
        if ((i == 0)) || [[ $rest == [[:space:]]* ]]; then
            words+=("$word")
        else
            words[${#words[@]} - 1]+=$word
        fi
        rest=${rest#"${rest%%[![:space:]]*}"}
        rest=${rest#"$word"}
    done
    word=${words[${#words[@]} - 1]}
    if [[ $word == *[:=]* && $COMP_WORDBREAKS == *[:=]* ]]; then
        cut=${word%"${word##*[:=]}"}
    fi
    COMPREPLY=()
    while IFS= read -r line; do
        case $line in
        :files | :folders)
            compopt -o filenames 2>/dev/null
            [[ $line == :files ]] && kind=-f || kind=-d
            mapfile -t COMPREPLY < <(compgen "$kind" -- "${word##*=}")
            ;;
        :nospace) compopt -o nospace 2>/dev/null ;;
        *)
            line=${line%%$'\t'*}
            COMPREPLY+=("${line#"$cut"}")
            ;;
        esac
    done < <("${words[0]/#\~/$HOME}" completion --next -- "${words[@]:1}" 2>/dev/null)
}
complete -F _catalogue catalogue
