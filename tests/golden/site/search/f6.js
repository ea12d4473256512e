catalogue_shard("f6",[["e0","E0 Described","3"],["e1","E1 Accounted","2"],["e2","E2 Measured","0"],["e3","E3 Compared","1"],["e4","E4 Replicated",""],["e5","E5 Reviewed",""]]);
