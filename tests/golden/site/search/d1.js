catalogue_shard("d1",["2020-04","0"]);
