catalogue_shard("f20",[["access","Access","00"],["health","Health outcome","0"]]);
