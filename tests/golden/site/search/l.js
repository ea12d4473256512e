catalogue_shard("l",["5798","qlnq","1g0N0r0L","2s0o0i0v"]);
