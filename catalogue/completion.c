#include "catalogue/completion.h"

#include <stdbool.h>
#include <string.h>

#include "catalogue/command.h"
#include "catalogue/options.h"
#include "indexer/content/codes.h"

static bool takes_ids(const struct command *command)
{
    return !strncmp(command->arguments, "ID", 2);
}

static bool takes_codes(const struct command *command)
{
    return strstr(command->arguments, "CODE") != NULL;
}

static void add_codes(struct text *out)
{
    for (size_t i = 0; i < CODE_COUNT; i++)
        text_format(out, "%s%s", i ? " " : "", codes[i].code.id);
}

static void add_words(struct text *out, const struct option *option)
{
    for (size_t i = 0; i < option->keyword_count; i++)
        text_format(out, "%s%s", i ? " " : "", option->keywords[i].name);
}

/* The names of the commands for which `wanted` holds (all when NULL), with `between` between them. */
static void add_commands(struct text *out, bool (*wanted)(const struct command *command), const char *between)
{
    bool first = true;
    for (size_t i = 0; i < command_count; i++) {
        if (wanted && !wanted(commands[i]))
            continue;
        text_format(out, "%s%s", first ? "" : between, commands[i]->name);
        first = false;
    }
}

static bool takes_facets(const struct command *command)
{
    return command->facet_options;
}

static bool takes_text(const struct command *command)
{
    return command->free_text;
}

static void add_facet_options(struct text *out, const char *before, const char *after)
{
    for (size_t i = 0; i < FACET_COUNT; i++)
        text_format(out, "%s%s%s", before, facets[i].option, after);
}

/* "--limit --offset …" of a command, common ones too. */
static void add_options(struct text *out, const struct command *command)
{
    struct arena arena = {0};
    const struct options options = options_of(&arena, command);
    for (size_t i = 0; i < options.count; i++)
        text_format(out, " %s", options_typed(&arena, &options.items[i]));
    arena_free(&arena);
}

/* `case $command in NAME) variable="--options" ;;` for every command. */
static void add_option_cases(struct text *out, const char *open)
{
    for (size_t i = 0; i < command_count; i++) {
        text_format(out, "    %s%s) options='", open, commands[i]->name);
        add_options(out, commands[i]);
        text_add(out, "' ;;\n");
    }
}

/* For every option that takes one of a few words: `BEFORE search --sort MIDDLE relevance newest … AFTER`. */
static void add_word_cases(struct text *out, const char *before, const char *middle, const char *after)
{
    struct arena arena = {0};
    for (size_t i = 0; i < command_count; i++) {
        const struct options options = options_of(&arena, commands[i]);
        for (size_t j = 0; j < options.count; j++) {
            if (!options.items[j].keyword_count)
                continue;
            text_format(out, "%s\"%s --%s%s", before, commands[i]->name, options.items[j].name, middle);
            add_words(out, &options.items[j]);
            text_add(out, after);
        }
    }
    arena_free(&arena);
}

static void add_facet_pattern(struct text *out)
{
    for (size_t i = 0; i < FACET_COUNT; i++)
        text_format(out, "%s--%s", i ? "|" : "", facets[i].option);
}

static void write_bash(struct text *out)
{
    text_add(out, "# Completion for bash: source <(catalogue completion bash)\n"
                  "_catalogue() {\n"
                  "  local word previous words cword command options='' fields='' ids=''\n"
                  "  if declare -F _get_comp_words_by_ref >/dev/null; then\n"
                  "    _get_comp_words_by_ref -n : -c word -p previous -w words -i cword\n"
                  "  else\n"
                  "    word=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]}\n"
                  "    words=(\"${COMP_WORDS[@]}\") cword=$COMP_CWORD\n"
                  "  fi\n"
                  "  command=${words[1]}\n"
                  "  COMPREPLY=()\n"
                  "  if [ \"$cword\" -eq 1 ]; then\n"
                  "    COMPREPLY=($(compgen -W '");
    add_commands(out, NULL, " ");
    text_add(out, "' -- \"$word\"))\n"
                  "    return\n"
                  "  fi\n"
                  "  case $previous in\n"
                  "    ");
    add_facet_pattern(out);
    text_add(out, ")\n"
                  "      COMPREPLY=($(compgen -W \"$(catalogue completion --terms \"${previous#--}\" 2>/dev/null)\" -- "
                  "\"$word\"))\n"
                  "      return ;;\n"
                  "    --database|-C) COMPREPLY=($(compgen -f -- \"$word\")); return ;;\n"
                  "  esac\n"
                  "  case \"$command $previous\" in\n");
    add_word_cases(out, "    ", "\") COMPREPLY=($(compgen -W '", "' -- \"$word\")); return ;;\n");
    text_add(out, "  esac\n"
                  "  case $command in\n");
    add_option_cases(out, "");
    text_add(out, "  esac\n"
                  "  case $command in\n"
                  "    ");
    add_commands(out, takes_ids, "|");
    text_add(out, ") [ \"${word#-}\" = \"$word\" ] && ids=$(catalogue completion --ids 2>/dev/null) ;;\n"
                  "    ");
    add_commands(out, takes_codes, "|");
    text_add(out, ") ids='");
    add_codes(out);
    text_add(out, "' ;;\n"
                  "    ");
    add_commands(out, takes_text, "|");
    text_add(out, ") fields='");
    add_facet_options(out, "", ": ");
    text_add(out, "' ;;\n"
                  "  esac\n"
                  "  case $word in\n"
                  "    -*) COMPREPLY=($(compgen -W \"$options\" -- \"$word\")) ;;\n"
                  "    *:*)\n"
                  "      COMPREPLY=($(compgen -P \"${word%%:*}:\" -W \"$(catalogue completion --terms \"${word%%:*}\" "
                  "2>/dev/null)\" -- \"${word#*:}\"))\n"
                  "      declare -F __ltrim_colon_completions >/dev/null && __ltrim_colon_completions \"$word\" ;;\n"
                  "    *)\n"
                  "      [ -n \"$fields\" ] && compopt -o nospace 2>/dev/null\n"
                  "      COMPREPLY=($(compgen -W \"$ids $fields\" -- \"$word\")) ;;\n"
                  "  esac\n"
                  "}\n"
                  "complete -o default -F _catalogue catalogue\n");
}

static void write_zsh(struct text *out)
{
    text_add(out, "#compdef catalogue\n"
                  "# Completion for zsh: put this file where fpath finds it, as _catalogue\n"
                  "_catalogue() {\n"
                  "  local word=${words[CURRENT]} previous=${words[CURRENT-1]} command=${words[2]} options\n"
                  "  if (( CURRENT == 2 )); then\n"
                  "    compadd -- ");
    add_commands(out, NULL, " ");
    text_add(out, "\n"
                  "    return\n"
                  "  fi\n"
                  "  case $previous in\n"
                  "    (");
    add_facet_pattern(out);
    text_add(out, ") compadd -- ${(f)\"$(catalogue completion --terms ${previous#--} 2>/dev/null)\"}; return ;;\n"
                  "    (--database|-C) _files; return ;;\n"
                  "  esac\n"
                  "  case \"$command $previous\" in\n");
    add_word_cases(out, "    (", "\") compadd -- ", "; return ;;\n");
    text_add(out, "  esac\n"
                  "  case $command in\n");
    add_option_cases(out, "(");
    text_add(out, "  esac\n"
                  "  case $word in\n"
                  "    (-*) compadd -- ${=options}; return ;;\n"
                  "    (*:*) compset -P '*:'; compadd -- ${(f)\"$(catalogue completion --terms ${word%%:*} "
                  "2>/dev/null)\"}; return ;;\n"
                  "  esac\n"
                  "  case $command in\n"
                  "    (");
    add_commands(out, takes_ids, "|");
    text_add(out, ") compadd -- ${(f)\"$(catalogue completion --ids 2>/dev/null)\"} ;;\n"
                  "    (");
    add_commands(out, takes_codes, "|");
    text_add(out, ") compadd -- ");
    add_codes(out);
    text_add(out, " ;;\n"
                  "    (");
    add_commands(out, takes_text, "|");
    text_add(out, ") compadd -S '' --");
    add_facet_options(out, " ", ":");
    text_add(out, " ;;\n"
                  "    (*) _files ;;\n"
                  "  esac\n"
                  "}\n"
                  "_catalogue \"$@\"\n");
}

/* A help text inside single quotes. */
static void add_fish_quoted(struct text *out, const char *string)
{
    text_char(out, '\'');
    for (; *string; string++) {
        if (*string == '\'' || *string == '\\')
            text_char(out, '\\');
        text_char(out, *string);
    }
    text_char(out, '\'');
}

static void add_fish_option(struct text *out, const char *seen, const struct option *option)
{
    struct text help = {0};
    options_explain(&help, option);
    text_format(out, "complete -c catalogue -n '__fish_seen_subcommand_from %s' -%c %s%s -d ", seen,
                option->name[1] ? 'l' : 's', option->name, option->argument ? " -r" : "");
    add_fish_quoted(out, text_string(&help));
    if (option->keyword_count) {
        text_add(out, " -a '");
        add_words(out, option);
        text_char(out, '\'');
    }
    text_char(out, '\n');
    text_free(&help);
}

static void add_fish_command(struct text *out, const struct command *command)
{
    struct arena arena = {0};
    const struct options options = options_of(&arena, command);
    text_format(out, "complete -c catalogue -n __fish_use_subcommand -a %s -d ", command->name);
    add_fish_quoted(out, command->summary);
    text_char(out, '\n');
    for (size_t i = 0; i < options.count; i++)
        if (options.items[i].kind != OPTION_IS_TERM)
            add_fish_option(out, command->name, &options.items[i]);
    arena_free(&arena);
}

static void write_fish(struct text *out)
{
    struct text seen = {0};
    text_add(out, "# Completion for fish: catalogue completion fish > ~/.config/fish/completions/catalogue.fish\n"
                  "complete -c catalogue -f\n");
    for (size_t i = 0; i < command_count; i++)
        add_fish_command(out, commands[i]);
    add_commands(&seen, takes_facets, " ");
    for (size_t i = 0; i < FACET_COUNT; i++) {
        text_format(out,
                    "complete -c catalogue -n '__fish_seen_subcommand_from %s' -l %s -xa '(catalogue completion "
                    "--terms %s 2>/dev/null)' -d ",
                    text_string(&seen), facets[i].option, facets[i].key);
        add_fish_quoted(out, facets[i].label);
        text_char(out, '\n');
    }
    text_clear(&seen);
    add_commands(&seen, takes_ids, " ");
    text_format(
        out,
        "complete -c catalogue -n '__fish_seen_subcommand_from %s' -a '(catalogue completion --ids 2>/dev/null)'\n",
        text_string(&seen));
    text_free(&seen);
}

const struct completion_shell completion_shells[COMPLETION_SHELLS] = {
    {"bash", write_bash}, {"zsh", write_zsh}, {"fish", write_fish}};
