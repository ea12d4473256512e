catalogue_shard("w1","0and.c1re.10did.70few.21or.50gap.11ot.10had.12s.10icb.12s.11md.40may.11en.70nhs.11ot.50old.11ut.20ran.10saw.11ee.21mi.10ten.11he.o1wo.40was.32y.21ho.30yet.1");
