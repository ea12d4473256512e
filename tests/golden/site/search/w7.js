catalogue_shard("w7","0authority.20community.40practices.10saturdays.10telephone.20voluntary.40wellbeing.10yorkshire.2");
