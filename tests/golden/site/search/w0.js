catalogue_shard("w0","0bp.30co.10go.4");
