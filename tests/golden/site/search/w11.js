catalogue_shard("w11","0collaboration.1");
