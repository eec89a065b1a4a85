import type { Queryable } from '../db/database.ts';

/** Every organisation a record may name, by name: those with accounts, and all gemeenten, provincies and waterschappen. */
export function listOrganisaties(db: Queryable): Promise<{ code: string; naam: string }[]> {
  return db.query(
    `select code, naam from atlas.organisatie
     union
     select g.code, g.naam from atlas.gebied g
     where g.soort in ('gemeente', 'provincie', 'waterschap')
       and not exists (select from atlas.organisatie o where o.code = g.code)
     order by naam, code`,
  );
}
