catalogue_shard("w1","0gap.10icb.12s.11md.40men.70nhs.10old.10ran.10saw.11ee.11mi.10ten.11wo.40way.2");
