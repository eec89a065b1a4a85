import type { ExpressionSpecification } from '@maplibre/maplibre-gl-style-spec';
import { fases } from '../../../data/vocabulary.ts';
import type { Palette } from '../palette.ts';
import type { LayerDocument } from './document.ts';

/** Colour of a footprint by fase; the pale end is taken a step deeper to be seen as a line. */
function faseColor(palette: Palette): ExpressionSpecification {
  const deep = (fase: (typeof fases)[number]) =>
    fase === 'verkenning' ? palette.fase.planuitwerking : palette.fase[fase];
  return [
    'match',
    ['get', 'fase'],
    ...fases.flatMap((fase) => [fase, deep(fase)]),
    palette.edge,
  ] as unknown as ExpressionSpecification;
}

const is = (ligging: string): ExpressionSpecification => ['==', ['get', 'ligging'], ligging];
const isArea: ExpressionSpecification = ['==', ['geometry-type'], 'Polygon'];

export const componenten: LayerDocument = {
  id: 'componenten',
  titel: 'Ligging van projecten',
  group: 'voorgrond',
  help: 'Het gebied of tracé zelf: doorgetrokken is exact, gestreept een zoekgebied, een zachte vlek een indicatieve plek met haar straal.',
  source: 'componenten',
  apiId: 'projecten',
  visible: true,
  minzoom: 6,
  layers: ({ palette, opacity, projectIds }) => {
    const shown: ExpressionSpecification[] = projectIds
      ? [['in', ['get', 'project_id'], ['literal', [...projectIds]]]]
      : [];
    const base = { source: 'componenten', 'source-layer': 'component', minzoom: 6 } as const;
    const color = faseColor(palette);
    const width: ExpressionSpecification = ['interpolate', ['linear'], ['zoom'], 6, 1.2, 12, 2.4, 16, 3];
    return [
      {
        ...base,
        id: 'componenten-vlak',
        type: 'fill',
        filter: ['all', isArea, ['!', is('indicatief')], ...shown],
        paint: { 'fill-color': color, 'fill-opacity': 0.22 * opacity },
      },
      {
        ...base,
        id: 'componenten-indicatief',
        type: 'fill',
        filter: ['all', isArea, is('indicatief'), ...shown],
        paint: { 'fill-color': color, 'fill-opacity': 0.08 * opacity, 'fill-antialias': false },
      },
      {
        ...base,
        id: 'componenten-indicatief-rand',
        type: 'line',
        filter: ['all', isArea, is('indicatief'), ...shown],
        paint: { 'line-color': color, 'line-width': 6, 'line-blur': 6, 'line-opacity': 0.3 * opacity },
      },
      {
        ...base,
        id: 'componenten-zoekgebied',
        type: 'line',
        filter: ['all', is('zoekgebied'), ...shown],
        paint: {
          'line-color': color,
          'line-width': width,
          'line-dasharray': [3, 2],
          'line-opacity': opacity,
        },
      },
      {
        ...base,
        id: 'componenten-exact',
        type: 'line',
        filter: ['all', is('exact'), ...shown],
        layout: { 'line-join': 'round', 'line-cap': 'round' },
        paint: { 'line-color': color, 'line-width': width, 'line-opacity': opacity },
      },
    ];
  },
  legend: (palette) => [
    { label: 'Exacte ligging', symbol: { kind: 'line', color: palette.fase.project, width: 2 } },
    { label: 'Zoekgebied', symbol: { kind: 'line', color: palette.fase.project, width: 2, dash: [3, 2] } },
    {
      label: 'Indicatief, met straal',
      symbol: { kind: 'fill', color: palette.fase.project, opacity: 0.2 },
    },
  ],
};
