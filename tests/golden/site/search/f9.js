catalogue_shard("f9",[["self","By those who did it","1"],["partner","By a partner",""],["independent","Independently","0"]]);
