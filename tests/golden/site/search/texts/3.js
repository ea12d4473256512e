catalogue_shard("texts/3","The need\nPractices asked for an address: <address>.\nWhat we did\nWe went out at night.\nThey came to us, not the other way round.\nWhat changed\nWe do not know.");
