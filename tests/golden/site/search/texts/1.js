catalogue_shard("texts/1","People who came\nThe need\nThree in ten came.\nWhat we did\nWe wrote differently.\nWhat changed\nNothing that could be told from chance.");
