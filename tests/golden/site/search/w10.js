catalogue_shard("w10","0commissioner.10experiencing.10hairdressers.11omelessness.31ypertension.30otherborough.1");
