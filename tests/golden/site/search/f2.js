catalogue_shard("f2",[["core20","Core20: most deprived fifth nationally","00"],["rural","Rural communities",""],["men","Men and boys","01"],["homeless","People experiencing homelessness","3"]]);
