catalogue_shard("f0",[["cvd","Cardiovascular disease","000"],["mental-health","Mental health","3"],["housing","Housing and homelessness","3"]]);
