catalogue_shard("f12",[["community-venue","Community venue","0"],["online","Online or phone",""]]);
