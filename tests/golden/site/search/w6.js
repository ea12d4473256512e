catalogue_shard("w6","0advocacy.10contract.10deprived.81irector.10homeless.10machines.20outreach.10practice.12essure.70quintile.20scotland.14tish.11leepers.15ing.20training.2");
