catalogue_shard("d3",["2024-05-01","0"]);
