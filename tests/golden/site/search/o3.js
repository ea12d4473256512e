catalogue_shard("o3","1023");
