catalogue_shard("f3",[["london","London","20"],["yorkshire-humber","Yorkshire and the Humber","0"],["scotland","Scotland","1"]]);
