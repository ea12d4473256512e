catalogue_shard("o2","3201");
