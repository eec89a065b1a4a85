import type { Databron } from '../../data/schema/bron.ts';
import type { AreaRegister } from '../areas/register.ts';
import type { OgcCollection } from './collection.ts';
import { crsList, storageCrs } from './crs.ts';
import type { Bounds } from './extents.ts';
import { link, mediaTypes, rels } from './links.ts';

/** A collection as `/collections` and `/collections/{id}` tell it. */
export function describeCollection(
  base: string,
  collection: OgcCollection,
  register: AreaRegister,
  bounds: Bounds | null,
): object {
  const { id, titel, tegels } = collection;
  const at = `${base}/collections/${id}`;
  const bronnen = listSources(collection, register);
  return {
    id,
    title: titel,
    description: describeOrigin(collection, bronnen),
    ...(bronnen.length > 0 && {
      attribution: [...new Set(bronnen.map(({ uitgever, licentie }) => `${uitgever} (${licentie})`))].join(
        '; ',
      ),
    }),
    itemType: 'feature',
    crs: crsList.map(({ uri }) => uri),
    storageCrs,
    ...(bounds && { extent: { spatial: { bbox: [bounds], crs: crsList[0].uri } } }),
    bronnen: bronnen.map(({ id, titel, uitgever, licentie, peildatum, herkomst, dekking, aantal }) => ({
      id,
      titel,
      uitgever,
      licentie,
      peildatum,
      herkomst,
      dekking,
      aantal,
    })),
    links: [
      link(at, 'self', mediaTypes.json, titel),
      link(`${base}/collections`, 'parent', mediaTypes.json, 'Alle verzamelingen'),
      link(`${at}/items`, 'items', mediaTypes.geoJson, `${titel}: de objecten`),
      link(`${at}/schema`, rels.schema, mediaTypes.schema, `${titel}: de eigenschappen`),
      link(`${at}/schema`, 'describedby', mediaTypes.schema, `${titel}: de eigenschappen`),
      link(`${at}/queryables`, rels.queryables, mediaTypes.schema, `${titel}: waarop u kunt filteren`),
      ...(tegels ? [link(`${at}/tiles`, rels.tilesets, mediaTypes.json, `${titel}: vectortegels`)] : []),
    ],
  };
}

function listSources(collection: OgcCollection, register: AreaRegister): Databron[] {
  const ids = collection.listBronnen(register);
  return register.bronnen.filter((bron) => ids.includes(bron.id));
}

/** What a reader must know before using it: sources, licence, peildatum, herkomst, coverage. */
function describeOrigin(
  { omschrijving, hasBoundaries }: OgcCollection,
  bronnen: readonly Databron[],
): string {
  if (bronnen.length === 0) return `${omschrijving} Hiervan is nog niets geladen.`;
  const schematic = hasBoundaries && bronnen.some(({ herkomst }) => herkomst === 'schematisch');
  const told = bronnen.map(
    ({ titel, uitgever, licentie, peildatum, herkomst, dekking }) =>
      `${titel}: bron ${uitgever}, licentie ${licentie}, peildatum ${peildatum ?? 'onbekend'}, herkomst ${herkomst}, dekking ${describeCoverage(dekking)}.`,
  );
  return [
    omschrijving,
    ...(schematic ? ['Schematische grenzen, niet voor besluitvorming.'] : []),
    ...told,
  ].join(' ');
}

const describeCoverage = (dekking: string[] | null): string =>
  dekking === null
    ? 'heel Nederland'
    : dekking.length === 0
      ? 'losse onderdelen'
      : `alleen ${dekking.join(', ')}`;
