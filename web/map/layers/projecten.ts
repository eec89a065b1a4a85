import {
  energiedragerLabels,
  faseLabels,
  liggingLabels,
  typeInfraGroepLabels,
} from '../../../data/vocabulary.ts';
import { fonts } from '../fonts.ts';
import { symbolExpression, toSymbolId, type ProjectSymbol } from '../images.ts';
import type { LayerDocument, LegendEntry } from './document.ts';

const shownFases = ['verkenning', 'planuitwerking', 'project', 'realisatie', 'gerealiseerd'] as const;
const shownDragers = ['elektriciteit', 'warmte', 'waterstof', 'meerdere'] as const;
const shownLiggingen = ['exact', 'zoekgebied', 'indicatief'] as const;
const shownGroepen = ['station', 'verbinding', 'kabel', 'leiding', 'programma', 'overig'] as const;

const example: ProjectSymbol = {
  energiedrager: 'elektriciteit',
  fase: 'planuitwerking',
  ligging: 'exact',
  groep: 'onbekend',
};

export const projecten: LayerDocument = {
  id: 'projecten',
  titel: 'Projecten',
  group: 'voorgrond',
  help: 'Vorm is de energiedrager, kleur de fase, rand de zekerheid van de plek, teken het soort infrastructuur. Een getal telt projecten die hier bij elkaar liggen.',
  source: 'projecten',
  apiId: 'projecten',
  visible: true,
  minzoom: 0,
  layers: ({ palette, opacity, pickedIds }) => [
    {
      id: 'projecten-aantal',
      type: 'circle',
      source: 'projecten',
      filter: ['has', 'point_count'],
      paint: {
        'circle-radius': ['interpolate', ['linear'], ['get', 'point_count'], 2, 11, 10, 14, 100, 20],
        'circle-color': palette.paper,
        'circle-stroke-color': palette.symbolEdge,
        'circle-stroke-width': 1.5,
        'circle-opacity': opacity,
        'circle-stroke-opacity': opacity,
      },
    },
    {
      id: 'projecten-aantal-tekst',
      type: 'symbol',
      source: 'projecten',
      filter: ['has', 'point_count'],
      layout: {
        'text-field': ['to-string', ['get', 'point_count']],
        'text-font': fonts.semibold,
        'text-size': 13,
        'text-allow-overlap': true,
        'text-padding': 8, // names keep off the circle
      },
      paint: { 'text-color': palette.symbolEdge, 'text-opacity': opacity },
    },
    {
      id: 'projecten-symbool',
      type: 'symbol',
      source: 'projecten',
      filter: ['!', ['has', 'point_count']],
      layout: {
        'icon-image': symbolExpression(palette),
        'icon-size': ['interpolate', ['linear'], ['zoom'], 5, 0.68, 8, 0.86, 12, 1],
        'icon-allow-overlap': true,
        'text-field': [
          'step',
          ['zoom'],
          '',
          8.5,
          ['case', ['in', ['get', 'id'], ['literal', [...pickedIds]]], '', ['get', 'titel']],
        ],
        'text-font': fonts.semibold,
        'text-size': 12.5,
        'text-max-width': 12,
        'text-variable-anchor': ['left', 'right', 'top', 'bottom'],
        'text-radial-offset': 1.1,
        'text-justify': 'auto',
        'text-optional': true,
      },
      paint: {
        'icon-opacity': opacity,
        'text-opacity': opacity,
        'text-color': palette.ink,
        'text-halo-color': palette.map.halo,
        'text-halo-width': 1.6,
      },
    },
  ],
  legend: (palette) => {
    const part = (
      heading: string,
      entries: readonly (readonly [label: string, change: Partial<ProjectSymbol>])[],
    ): LegendEntry[] =>
      entries.map(([label, change], index) => ({
        label,
        symbol: { kind: 'image', image: toSymbolId(palette, { ...example, ...change }) },
        ...(index === 0 ? { heading } : {}),
      }));
    return [
      ...part('Kleur: fase', [
        ...shownFases.map((fase) => [faseLabels[fase], { fase }] as const),
        ['Fase onbekend', { fase: 'onbekend' }],
      ]),
      ...part('Vorm: energiedrager', [
        ...shownDragers.map((drager) => [energiedragerLabels[drager], { energiedrager: drager }] as const),
        ['Groen gas, aardgas, CO₂', { energiedrager: 'groen gas' }],
      ]),
      ...part(
        'Rand: zekerheid',
        shownLiggingen.map((ligging) => [capitalise(liggingLabels[ligging]), { ligging }] as const),
      ),
      ...part(
        'Teken: soort infrastructuur',
        shownGroepen.map((groep) => [typeInfraGroepLabels[groep], { groep }] as const),
      ),
    ];
  },
};

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
