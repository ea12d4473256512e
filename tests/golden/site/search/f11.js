catalogue_shard("f11",[["neighbourhood","Neighbourhood","0"],["place","Place",""]]);
