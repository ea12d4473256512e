catalogue_shard("f4",[["partnership","Build or reshape a partnership",""],["outreach","Go to people","010"],["case-finding","Find people at risk","00"],["navigation","Guide people through","3"]]);
