import { areaLayers, MAX_ZOOM } from './area-layers.ts';
import { soortGebiedMeervoud } from '../../data/vocabulary.ts';

/** What the archive says about itself, for clients and for people. */
export function describeAreaTiles(attribution: string): Record<string, unknown> {
  const polygons = areaLayers.map(({ soort, minZoom, keys }) => ({
    id: soort,
    description: soortGebiedMeervoud[soort],
    fields: Object.fromEntries(keys.map((key) => [key, 'String'])),
    minzoom: minZoom,
    maxzoom: MAX_ZOOM,
  }));
  const labels = {
    id: 'label',
    description: 'Een punt per gebied om de naam te schrijven; rang 1 is het grootste gebied van zijn soort',
    fields: { soort: 'String', code: 'String', naam: 'String', rang: 'Number' },
    minzoom: 0,
    maxzoom: MAX_ZOOM,
  };
  return {
    name: 'Gebieden',
    description:
      'Bestuurlijke gebieden en netbeheerdersgebieden. Per zoomniveau vereenvoudigd, met gedeelde grenzen; om te tekenen, niet om te meten.',
    type: 'overlay',
    version: '1',
    attribution,
    vector_layers: [...polygons, labels],
  };
}
