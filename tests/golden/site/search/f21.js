catalogue_shard("f21",[["number","Figure","00"],["lived-experience","Lived experience","0"]]);
