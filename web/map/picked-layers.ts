import type { ExpressionSpecification, LayerSpecification } from '@maplibre/maplibre-gl-style-spec';
import { soortenGebied } from '../../data/vocabulary.ts';
import { fonts } from './fonts.ts';
import { symbolExpression } from './images.ts';
import { layerDocuments } from './order.ts';
import type { SourceId } from './sources.ts';
import type { MapState } from './style.ts';

// What the reader picked out, on top of everything.

/** The picked area, hit, project and clicked point, in the accent. `picked` features say what they are in `rol`. */
export function pickedLayers({ palette, gebied, hit, picked }: MapState): LayerSpecification[] {
  const role = (rol: string): ['==', ['get', string], string] => ['==', ['get', 'rol'], rol];
  const line = { 'line-color': palette.accent, 'line-width': 2.4 };
  const area: LayerSpecification[] = gebied
    ? [
        {
          id: 'gekozen-gebied',
          type: 'fill',
          source: 'gebieden',
          'source-layer': gebied.soort,
          filter: ['==', ['get', 'code'], gebied.code],
          paint: { 'fill-color': palette.accent, 'fill-opacity': 0.06 },
        },
        {
          id: 'gekozen-gebied-rand',
          type: 'line',
          source: 'gebieden',
          'source-layer': gebied.soort,
          filter: ['==', ['get', 'code'], gebied.code],
          layout: { 'line-join': 'round' },
          paint: line,
        },
      ]
    : [];
  const found = hit && findHitSource(hit.laag);
  const lit: LayerSpecification[] = found
    ? [
        {
          id: 'treffer-punt',
          type: 'circle',
          source: found.source,
          'source-layer': found.layer,
          filter: ['all', ['==', ['geometry-type'], 'Point'], ['==', ['to-string', found.key], hit.id]],
          paint: {
            'circle-radius': 9,
            'circle-opacity': 0,
            'circle-stroke-color': palette.accent,
            'circle-stroke-width': 3,
          },
        },
        {
          id: 'treffer',
          type: 'line',
          source: found.source,
          'source-layer': found.layer,
          filter: ['==', ['to-string', found.key], hit.id],
          paint: { ...line, 'line-width': 3 },
        },
      ]
    : [];
  const project = picked.find(({ properties }) => properties?.['rol'] === 'gekozen')?.properties?.['id'];
  const place: LayerSpecification[] = project
    ? [
        {
          id: 'gekozen-ligging',
          type: 'line',
          source: 'componenten',
          'source-layer': 'component',
          filter: ['==', ['get', 'project_id'], String(project)],
          layout: { 'line-join': 'round' },
          paint: {
            'line-color': palette.accent,
            'line-width': 1.6,
            // An indicative place has no edge: a soft one says how far it may reach.
            'line-blur': ['case', ['==', ['get', 'ligging'], 'indicatief'], 2, 0],
          },
        },
      ]
    : [];
  return [
    ...area,
    ...lit,
    ...place,
    {
      id: 'uitgelicht-ring',
      type: 'circle',
      source: 'uitgelicht',
      filter: ['any', role('gekozen'), role('aangewezen')],
      paint: {
        'circle-radius': 16,
        'circle-color': palette.accent,
        'circle-opacity': ['case', role('gekozen'), 0.16, 0],
        'circle-stroke-color': palette.accent,
        'circle-stroke-width': ['case', role('gekozen'), 2.4, 1.4],
      },
    },
    {
      id: 'uitgelicht-project',
      type: 'symbol',
      source: 'uitgelicht',
      filter: ['any', role('gekozen'), role('aangewezen')],
      layout: {
        'icon-image': symbolExpression(palette),
        'icon-allow-overlap': true,
        'icon-ignore-placement': true,
        'text-field': ['get', 'titel'],
        'text-font': fonts.semibold,
        'text-size': 13,
        'text-max-width': 14,
        // Below it first: beside it a narrow map, such as that of a fiche, would cut it off.
        'text-variable-anchor': ['top', 'bottom', 'left', 'right'],
        'text-radial-offset': 1.5,
        'text-justify': 'auto',
        'text-allow-overlap': true,
      },
      paint: {
        'text-color': palette.ink,
        'text-halo-color': palette.map.halo,
        'text-halo-width': 2,
      },
    },
    {
      id: 'uitgelicht-punt',
      type: 'circle',
      source: 'uitgelicht',
      filter: role('punt'),
      paint: {
        'circle-radius': 4,
        'circle-color': palette.map.halo,
        'circle-stroke-color': palette.accent,
        'circle-stroke-width': 2.4,
      },
    },
  ];
}

/** Where a hit can be found again, by the layer names of GET /api/v1/treffers; null for a project, which has a ring. */
function findHitSource(
  laag: string,
): { source: SourceId; layer: string; key: ExpressionSpecification } | null {
  if (laag === 'plannen') return { source: 'plannen', layer: 'planvlak', key: ['get', 'id'] };
  if (laag === 'hoogspanning-lijnen') return { source: 'hoogspanning', layer: 'lijn', key: ['id'] };
  if (laag === 'hoogspanning-stations') return { source: 'hoogspanning', layer: 'station', key: ['id'] };
  if ((soortenGebied as readonly string[]).includes(laag))
    return { source: 'gebieden', layer: laag, key: ['get', 'code'] };
  const isProtected = layerDocuments.some(({ id, source }) => id === laag && source === 'beschermd');
  return isProtected ? { source: 'beschermd', layer: laag, key: ['get', 'id'] } : null;
}
