catalogue_shard("f8",[["none","Not evaluated","3"],["activity","Activity counts","2"],["before-after","Before and after","0"],["trial","Trial","1"]]);
