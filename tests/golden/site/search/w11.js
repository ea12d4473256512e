catalogue_shard("w11","0cardiovascular.30stratification.2");
