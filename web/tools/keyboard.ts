import { findHome } from '../map/home.ts';
import { roundLngLat } from './coordinate-place.ts';
import type { KeyAction, KeyContext, PageContext } from './key-action.ts';
import { clickInMiddle, walk } from './map-keys.ts';
import {
  addVertex,
  finishTool,
  isMeasuring,
  isPencil,
  openDrawing,
  putAway,
  redo,
  takeTool,
  undo,
} from './tool-actions.ts';

// Every key of the atlas, once: what listens and what the dialog shows come from this table. Keys without Ctrl work
// only while the map has the focus (WCAG 2.1.4), so that they are in nobody's way.

const panPx = 96;
const pan =
  (x: number, y: number) =>
  ({ map, moveMs }: KeyContext) =>
    void map.panBy([x, y], { duration: moveMs });
const holdsTool = ({ atlas }: KeyContext) => atlas.draw.mode !== 'kies';
const holdsPencil = ({ atlas }: KeyContext) => isPencil(atlas.draw.mode);
/** A footprint is in hand, or a place is being pointed out: it goes where the cross is. */
const placesByClick = ({ atlas: { draw } }: KeyContext) => draw.mode === 'plaats' || draw.mode === 'wijs';
const isBusy = ({ atlas: { draw, view } }: PageContext) =>
  draw.mode !== 'kies' || view.rightPanel === 'tekenen' || draw.placement !== null;

export const mapKeys: readonly KeyAction[] = [
  { keys: ['ArrowLeft'], shown: '←', label: 'Schuif naar het westen', group: 'Kaart', run: pan(-panPx, 0) },
  { keys: ['ArrowRight'], shown: '→', label: 'Schuif naar het oosten', group: 'Kaart', run: pan(panPx, 0) },
  { keys: ['ArrowUp'], shown: '↑', label: 'Schuif naar het noorden', group: 'Kaart', run: pan(0, -panPx) },
  { keys: ['ArrowDown'], shown: '↓', label: 'Schuif naar het zuiden', group: 'Kaart', run: pan(0, panPx) },
  {
    keys: ['+', '=', 'Shift++', 'Shift+='],
    shown: '+',
    label: 'Zoom in',
    group: 'Kaart',
    run: ({ map, moveMs }) => void map.zoomTo(map.getZoom() + 1, { duration: moveMs }),
  },
  {
    keys: ['-', '_', 'Shift+_'],
    shown: '−',
    label: 'Zoom uit',
    group: 'Kaart',
    run: ({ map, moveMs }) => void map.zoomTo(map.getZoom() - 1, { duration: moveMs }),
  },
  {
    keys: ['Home', 'n'],
    shown: 'N',
    label: 'Heel Nederland, of de gekozen provincie, in beeld',
    group: 'Kaart',
    run: ({ atlas }) => atlas.map.frame(findHome(atlas).bboxWgs84),
  },
  {
    keys: ['Enter'],
    shown: 'Enter',
    label: 'Vraag wat er onder het kruis ligt',
    group: 'Kaart',
    when: (context) => !holdsTool(context),
    run: ({ map }) => clickInMiddle(map),
  },
  {
    keys: ['Alt+ArrowRight', 'Alt+ArrowDown'],
    shown: 'Alt + → of ↓',
    label: 'Naar het volgende project',
    group: 'Kaart',
    run: (context) => walk(context, 1),
  },
  {
    keys: ['Alt+ArrowLeft', 'Alt+ArrowUp'],
    shown: 'Alt + ← of ↑',
    label: 'Naar het vorige project',
    group: 'Kaart',
    run: (context) => walk(context, -1),
  },
  {
    keys: ['m'],
    shown: 'M',
    label: 'Afstand meten',
    group: 'Tekenen en meten',
    run: ({ atlas }) => takeTool(atlas, 'meet-afstand'),
  },
  {
    keys: ['o'],
    shown: 'O',
    label: 'Oppervlakte meten',
    group: 'Tekenen en meten',
    run: ({ atlas }) => takeTool(atlas, 'meet-oppervlakte'),
  },
  {
    keys: ['t'],
    shown: 'T',
    label: 'Tekenen',
    group: 'Tekenen en meten',
    run: ({ atlas }) => openDrawing(atlas),
  },
  {
    keys: ['p'],
    shown: 'P',
    label: 'Punt tekenen',
    group: 'Tekenen en meten',
    run: ({ atlas }) => takeTool(atlas, 'punt'),
  },
  {
    keys: ['l'],
    shown: 'L',
    label: 'Lijn tekenen',
    group: 'Tekenen en meten',
    run: ({ atlas }) => takeTool(atlas, 'lijn'),
  },
  {
    keys: ['v'],
    shown: 'V',
    label: 'Vlak tekenen',
    group: 'Tekenen en meten',
    run: ({ atlas }) => takeTool(atlas, 'vlak'),
  },
  {
    keys: ['g'],
    shown: 'G',
    label: 'Vastklikken aan grenzen aan of uit',
    group: 'Tekenen en meten',
    run: ({ atlas: { draw, notices } }) => {
      draw.snapping = !draw.snapping;
      notices.speak(`Vastklikken aan grenzen ${draw.snapping ? 'aan' : 'uit'}.`);
    },
  },
  {
    keys: [' ', 'Enter'],
    shown: 'Spatie',
    label: 'Zet wat u plaatst op het kruis',
    group: 'Tekenen en meten',
    when: placesByClick,
    run: ({ map }) => clickInMiddle(map),
  },
  {
    keys: [' '],
    shown: 'Spatie',
    label: 'Zet een punt op het kruis',
    group: 'Tekenen en meten',
    when: holdsPencil,
    run: ({ atlas, map }) => {
      const { lng, lat } = map.getCenter();
      addVertex(atlas, roundLngLat([lng, lat]));
    },
  },
  {
    keys: ['Enter'],
    shown: 'Enter',
    label: 'Rond af',
    group: 'Tekenen en meten',
    when: holdsPencil,
    run: ({ atlas }) => finishTool(atlas),
  },
  {
    keys: ['Backspace', 'Delete'],
    shown: 'Backspace',
    label: 'Haal het laatste punt weg',
    group: 'Tekenen en meten',
    when: ({ atlas: { draw } }) =>
      draw.sketch !== null || (isMeasuring(draw.mode) && draw.measure.vertices.length > 0),
    run: ({ atlas: { draw } }) => {
      if (isMeasuring(draw.mode)) draw.measure.draw(draw.measure.vertices.slice(0, -1));
      else if (draw.sketch) draw.draw(draw.sketch.kind, draw.sketch.vertices.slice(0, -1));
    },
  },
  {
    keys: ['Escape'],
    shown: 'Esc',
    label: 'Leg het gereedschap weg; wat getekend is blijft',
    group: 'Tekenen en meten',
    when: holdsTool,
    run: ({ atlas }) => putAway(atlas),
  },
  {
    keys: ['?', 'Shift+?'],
    shown: '?',
    label: 'Toon deze toetsen',
    group: 'Kaart',
    run: ({ showKeys }) => showKeys(),
  },
];

/** Keys with Ctrl (or ⌘), wherever the focus is; in a text field Ctrl+Z and Ctrl+Y stay the field's own. */
export const pageKeys: readonly KeyAction<PageContext>[] = [
  {
    keys: ['Ctrl+z'],
    shown: 'Ctrl + Z',
    label: 'Ongedaan maken',
    group: 'Tekenen en meten',
    when: isBusy,
    run: ({ atlas }) => undo(atlas),
  },
  {
    keys: ['Ctrl+y', 'Ctrl+Shift+z'],
    shown: 'Ctrl + Y',
    label: 'Opnieuw doen',
    group: 'Tekenen en meten',
    when: isBusy,
    run: ({ atlas }) => redo(atlas),
  },
  {
    keys: ['Ctrl+p'],
    shown: 'Ctrl + P',
    label: 'Afdrukken',
    group: 'Overal',
    run: ({ atlas }) => void (atlas.view.print = true),
  },
  {
    keys: ['Ctrl+/'],
    shown: 'Ctrl + /',
    label: 'Toon deze toetsen',
    group: 'Overal',
    run: ({ showKeys }) => showKeys(),
  },
];
