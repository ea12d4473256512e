catalogue_shard("f5",[["positive","Better","0"],["mixed","Mixed","2"],["no-effect","No effect","1"],["not-reported","Not reported","3"]]);
