catalogue_shard("f15",[["joint-board","Joint board","0"]]);
