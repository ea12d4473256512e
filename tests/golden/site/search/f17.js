catalogue_shard("f17",[["jsna","JSNA","0"]]);
