catalogue_shard("f19",[["core20plus5-adults","Core20PLUS5 adults","0"]]);
