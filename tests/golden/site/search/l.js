catalogue_shard("l","5q1g2s7l0N0o9n0r0i8q0L0v");
