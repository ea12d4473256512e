catalogue_shard("f7",[["live","Live",""],["mainstreamed","Mainstreamed","0"],["ended","Ended","100"],["not-known","Not known",""]]);
