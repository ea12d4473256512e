catalogue_shard("w1","0gap.10icb.12s.11md.40may.11en.70nhs.10old.10ran.10saw.11ee.21mi.10ten.11wo.40way.20yet.1");
