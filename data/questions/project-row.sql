-- What a question about a place knows of the project asked about, as the reader may see it; the file that includes this
-- says which project: it goes on with its `where`.
  select id, naam, provincies, gemeenten, bedient_provincies as "bedientProvincies", energiedrager,
    type_infra as "typeInfra", aard, kenmerken, bevoegd_gezag as "bevoegdGezag",
    bevoegd_gezag_orgaan as "bevoegdGezagOrgaan",
    (select json_agg(json_build_object('besluit', b.besluit, 'bevoegdGezag', b.bevoegd_gezag,
        'organisatie', b.organisatie, 'orgaan', b.orgaan, 'instrument', b.instrument, 'grondslag', b.grondslag,
        'status', b.status, 'datum', to_char(b.datum_besluit, 'YYYY-MM-DD')) order by b.datum_besluit, b.id)
      from atlas.besluit_nu b where b.project_id = project.id) as besluiten
  from atlas.project_nu project
