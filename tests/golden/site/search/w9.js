catalogue_shard("w9","0association.10circulation.31ore20plus5.20differently.1");
