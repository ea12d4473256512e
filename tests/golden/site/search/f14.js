catalogue_shard("f14",[["none","None",""],["co-designed","Co-designed","0"]]);
