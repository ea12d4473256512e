catalogue_shard("w9","0association.10circulation.31ommunities.12re20plus5.22untryside.10differently.10partnership.1");
