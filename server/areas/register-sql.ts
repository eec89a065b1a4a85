/**
 * One row with everything the register holds, so that names, memberships and sources are of one moment.
 * `stamp` is our own fixed expression (loadStampSql), not input.
 */
export const registerSql = (stamp: string): string => `
select ${stamp} as stamp,
  (select coalesce(json_agg(json_build_object(
      'soort', soort, 'code', code, 'naam', naam, 'indeling', indeling, 'bron', bron,
      'oppervlakteM2', oppervlakte_m2, 'geldigVan', geldig_van::text, 'geldigTot', geldig_tot::text,
      'eigenschappen', eigenschappen) order by soort, code), '[]')
    from atlas.gebied) as gebieden,
  (select coalesce(json_agg(json_build_object(
      'soort', soort, 'code', code, 'gemeenteCode', gemeente_code, 'deel', deel, 'toelichting', toelichting)
      order by soort, code, gemeente_code, deel), '[]')
    from atlas.gebied_lid) as leden,
  (select coalesce(json_agg(json_build_object(
      'id', id, 'titel', titel, 'herkomst', herkomst, 'peildatum', peildatum::text, 'uitgever', uitgever,
      'licentie', licentie, 'aantal', aantal, 'dekking', dekking, 'afwijkingP95M', afwijking_p95_m,
      'toelichting', toelichting, 'geweigerdeOnderdelen', geweigerde_onderdelen,
      'geladenOp', to_char(geladen_op at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')) order by id), '[]')
    from atlas.databron) as bronnen`;
