catalogue_shard("w12","0cardiovascular.30stratification.2");
