catalogue_shard("w0","0an.21s.21t.40be.21p.30co.10do.10go.40if.11n.91s.31t.90my.10no.20of.41n.21r.20so.10to.e0us.10we.8");
