catalogue_shard("f16",[["pooled-budget","Pooled budget","0"],["short-term-grant","Short-term grant",""]]);
