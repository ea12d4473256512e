catalogue_shard("o1","0132");
