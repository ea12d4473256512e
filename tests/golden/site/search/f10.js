catalogue_shard("f10",[["narrowed","Gap narrowed","0"],["no-change","No change in the gap",""],["not-measured","Gap not measured","100"]]);
