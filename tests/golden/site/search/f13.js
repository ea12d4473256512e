catalogue_shard("f13",[["primary","Primary",""],["secondary","Secondary","0"]]);
