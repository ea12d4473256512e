catalogue_shard("w7","0authority.30community.40practices.11ublished.10saturdays.10telephone.20voluntary.40wellbeing.10yorkshire.2");
