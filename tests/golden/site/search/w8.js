catalogue_shard("w8","0depression.11ifference.10enterprise.41xampleton.10friendlier.10government.20integrated.10nationally.20registered.1");
