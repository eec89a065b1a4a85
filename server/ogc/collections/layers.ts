import { findSource } from '../../../data/sources/index.ts';
import type { AreaRegister } from '../../areas/register.ts';
import { onderdeelByObject } from '../../load/imro-objects.ts';
import { dynamicLayers } from '../../tiles/layers.ts';
import { geometryOf, text, type OgcCollection } from '../collection.ts';

/** The loaded datasets that fill this table. */
const filling =
  (tabel: string) =>
  (register: AreaRegister): string[] =>
    register.bronnen.map(({ id }) => id).filter((id) => findSource(id)?.tabel === tabel);

const numbered =
  'De nummers gelden tot de gegevens opnieuw worden geladen; bewaar dus de kenmerken uit de bron.';
const more = 'meer mag, met komma’s';
/** What all of these are: rows of a load, seen by everybody, of which only the loaded state is known. */
const loaded = { hasBoundaries: false, where: 'true', tijd: null } satisfies Partial<OgcCollection>;
/** What the loader makes of the objects of a plan, and what it has no name for. */
const onderdelen = [...new Set<string>(Object.values(onderdeelByObject)), 'overig'];
const boundary = `v.plan_id = t.id and v.onderdeel = 'plangebied'`;

export const plannen: OgcCollection = {
  ...loaded,
  id: 'plannen',
  titel: 'Ruimtelijke plannen',
  omschrijving:
    'Ruimtelijke plannen (IMRO) met hun plangebied. Alleen losse plannen zijn geladen: geen plan betekent niet dat er geen plan geldt.',
  listBronnen: filling('plan'),
  from: `atlas.plan t left join lateral (
    select ST_Multi(ST_CollectionExtract(ST_Collect(v.geom order by v.id), 3)) as geom
    from atlas.planvlak v where ${boundary}) gebied on true`,
  key: { sql: 't.id', type: 'text' },
  geom: { sql: 'gebied.geom', schema: geometryOf('polygon', 'het plangebied'), isNullable: true },
  large: {
    shapes: 'atlas.planvlak v',
    inNarrowBox: `(t.id in (select v.plan_id from atlas.planvlak v where v.onderdeel = 'plangebied' and ST_Intersects(v.geom, $))
      or not exists (select from atlas.planvlak v where ${boundary}))`,
  },
  extent: { from: 'atlas.planvlak t', geom: 't.geom' },
  properties: [
    { name: 'naam', sql: 't.naam', schema: text('naam van het plan') },
    { name: 'soort', sql: 't.soort', schema: text('soort plan zoals in de bron') },
    { name: 'status', sql: 't.status', schema: text('planstatus zoals in de bron') },
    { name: 'datum', sql: 't.datum::text', schema: text('datum van de status', { format: 'date' }) },
    { name: 'eigenaarCode', sql: 't.eigenaar_code', schema: text('overheidscode zoals in de bron') },
    { name: 'eigenaarNaam', sql: 't.eigenaar_naam', schema: text('naam van de overheid') },
    { name: 'eigenaarSoort', sql: 't.eigenaar_soort', schema: text('soort overheid') },
    { name: 'bron', sql: 't.bron', schema: text('dataset') },
  ],
  filters: [
    { name: 'soort', description: `zoals in de bron; ${more}`, sql: 't.soort = any($::text[])' },
    { name: 'status', description: `zoals in de bron; ${more}`, sql: 't.status = any($::text[])' },
    {
      name: 'eigenaarCode',
      description: `zoals in de bron; ${more}`,
      sql: 't.eigenaar_code = any($::text[])',
    },
  ],
  isCounted: false,
  tegels: null,
};

export const planvlakken: OgcCollection = {
  ...loaded,
  id: 'planvlakken',
  titel: 'Vlakken van ruimtelijke plannen',
  omschrijving: `Plangebieden, bestemmingen, aanduidingen en andere vlakken van de plannen. Alleen losse plannen zijn geladen. ${numbered}`,
  listBronnen: filling('plan'),
  from: 'atlas.planvlak t join atlas.plan p on p.id = t.plan_id',
  key: { sql: 't.id', type: 'bigint' },
  geom: { sql: 't.geom', schema: geometryOf('polygon', 'het vlak'), isNullable: false },
  large: { shapes: 'atlas.planvlak v', inNarrowBox: 'ST_Intersects(t.geom, $)' },
  extent: { from: 'atlas.planvlak t', geom: 't.geom' },
  properties: [
    { name: 'planId', sql: 't.plan_id', schema: text('kenmerk van het plan') },
    { name: 'planNaam', sql: 'p.naam', schema: text('naam van het plan') },
    { name: 'status', sql: 'p.status', schema: text('planstatus zoals in de bron') },
    { name: 'onderdeel', sql: 't.onderdeel', schema: text('wat voor vlak het is') },
    { name: 'hoofdgroep', sql: 't.hoofdgroep', schema: text('hoofdgroep zoals in de bron') },
    { name: 'naam', sql: 't.naam', schema: text('naam van het vlak') },
    { name: 'lokaalId', sql: 't.lokaal_id', schema: text('kenmerk van het vlak in de bron') },
  ],
  filters: [
    { name: 'planId', description: `kenmerk van het plan; ${more}`, sql: 't.plan_id = any($::text[])' },
    {
      name: 'onderdeel',
      description: more,
      values: onderdelen,
      sql: 't.onderdeel = any($::text[])',
    },
  ],
  isCounted: false,
  tegels: { laag: 'plannen', lagen: ['planvlak'] },
};

export const beschermdeGebieden: OgcCollection = {
  ...loaded,
  id: 'beschermde-gebieden',
  titel: 'Beschermde gebieden',
  omschrijving: `Natura 2000, Natuurnetwerk en andere lagen waar een ontwerp rekening mee houdt; laag zegt welke. ${numbered}`,
  listBronnen: filling('beschermd_gebied'),
  from: 'atlas.beschermd_gebied t',
  key: { sql: 't.id', type: 'bigint' },
  geom: { sql: 't.geom', schema: geometryOf('any', 'vlak, of lijn bij verbindingen'), isNullable: false },
  large: { shapes: 'atlas.beschermd_gebied v', inNarrowBox: 'ST_Intersects(t.geom, $)' },
  properties: [
    { name: 'laag', sql: 't.laag', schema: text('laag: natura2000, nnn, …') },
    { name: 'naam', sql: 't.naam', schema: text('naam') },
    { name: 'bronId', sql: 't.bron_id', schema: text('kenmerk in de bron') },
  ],
  filters: [
    {
      name: 'laag',
      description: more,
      values: dynamicLayers.beschermd.tileLayers,
      sql: 't.laag = any($::text[])',
    },
  ],
  isCounted: true,
  tegels: { laag: 'beschermd', lagen: [...dynamicLayers.beschermd.tileLayers] },
};

export const hoogspanning: OgcCollection = {
  ...loaded,
  id: 'hoogspanning',
  titel: 'Hoogspanningsnet',
  omschrijving: `Verbindingen en stations van het hoogspanningsnet. ${numbered}`,
  listBronnen: filling('hoogspanning'),
  from: 'atlas.hoogspanning t',
  key: { sql: 't.id', type: 'bigint' },
  geom: { sql: 't.geom', schema: geometryOf('any', 'lijn, punt of vlak'), isNullable: false },
  properties: [
    { name: 'soort', sql: 't.soort', schema: text('lijn of station', { enum: ['lijn', 'station'] }) },
    { name: 'naam', sql: 't.naam', schema: text('naam') },
    {
      name: 'spanningKv',
      sql: 't.spanning_kv',
      schema: {
        type: 'array',
        nullable: true,
        items: { type: 'integer' },
        description: 'spanningen in kV; leeg of null waar de bron er geen geeft',
      },
    },
    { name: 'beheerder', sql: 't.beheerder', schema: text('netbeheerder zoals in de bron') },
    { name: 'bronId', sql: 't.bron_id', schema: text('kenmerk in de bron') },
  ],
  filters: [
    { name: 'soort', description: more, values: ['lijn', 'station'], sql: 't.soort = any($::text[])' },
    { name: 'beheerder', description: `zoals in de bron; ${more}`, sql: 't.beheerder = any($::text[])' },
  ],
  isCounted: true,
  tegels: { laag: 'hoogspanning', lagen: ['lijn', 'station'] },
};
