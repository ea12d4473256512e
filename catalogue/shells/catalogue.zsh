#compdef catalogue
# Completion for zsh: put this file where fpath finds it, as _catalogue
# The program itself says what may come next; see catalogue/completion.h.
_catalogue() {
  local line
  local -a values shown space
  for line in "${(@f)$(${(Q)words[1]} completion --next -- "${(@Q)words[2,CURRENT-1]}" "${(Q)PREFIX}" 2>/dev/null)}"; do
    case $line in
      ('') ;;
      (:files) compset -P '--*='; _files; return ;;
      (:folders) compset -P '--*='; _files -/; return ;;
      (:nospace) space=(-S '') ;;
      (*) values+=("${line%%$'\t'*}"); shown+=("${line/$'\t'/  -- }") ;;
    esac
  done
  (( $#values )) && compadd -Q $space -l -d shown -a values
}
if [ "$funcstack[1]" = _catalogue ]; then
  _catalogue "$@"
else
  compdef _catalogue catalogue
fi
