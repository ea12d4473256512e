catalogue_shard("texts/2","The need\nNone was written down.\nWhat we did\nChecks among the books.\nWhat changed\nSome people came.");
