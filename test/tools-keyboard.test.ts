import { describe, expect, it } from 'vitest';
import { findAction, toKeyName, type KeyContext } from '../web/tools/key-action.ts';
import { mapKeys, pageKeys } from '../web/tools/keyboard.ts';
import { DrawState } from '../web/state/draw.svelte.ts';
import { NoticeState } from '../web/state/notices.svelte.ts';
import { ViewState } from '../web/state/view.svelte.ts';
import type { Atlas } from '../web/state/contexts.ts';

/** The part of the atlas the keys of drawing touch, and a map that lies still at the middle of the country. */
function createContext(): { context: KeyContext; draw: DrawState; view: ViewState; shown: () => boolean } {
  const [draw, view, notices] = [new DrawState(), new ViewState(), new NoticeState()];
  let keysShown = false;
  const context = {
    atlas: { draw, view, notices } as unknown as Atlas,
    map: { getCenter: () => ({ lng: 5.387, lat: 52.155 }) },
    moveMs: 0,
    showKeys: () => (keysShown = true),
  } as unknown as KeyContext;
  return { context, draw, view, shown: () => keysShown };
}

function press(name: string, context: KeyContext): boolean {
  const act = findAction(mapKeys, name, context) ?? findAction(pageKeys, name, context);
  act?.();
  return act !== null;
}

describe('the table of keys', () => {
  it('says of every key what it does', () => {
    for (const { keys, shown, label } of [...mapKeys, ...pageKeys]) {
      expect(keys.length).toBeGreaterThan(0);
      expect(shown).not.toBe('');
      expect(label).toMatch(/^[A-Z]/);
    }
  });

  it('has no key that does two things at once', () => {
    const { context, draw } = createContext();
    for (const mode of ['kies', 'vlak', 'bewerk', 'meet-afstand'] as const) {
      draw.mode = mode;
      const live = [...mapKeys, ...pageKeys].filter(({ when }) => when?.(context) ?? true);
      const keys = live.flatMap((action) => action.keys);
      expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
    }
  });

  it('keeps single characters for the map alone (WCAG 2.1.4)', () => {
    for (const key of pageKeys.flatMap((action) => action.keys)) expect(key).toMatch(/^Ctrl\+/);
  });
});

describe('pressing keys', () => {
  const key = (given: Partial<KeyboardEvent>) =>
    toKeyName({
      key: '',
      ctrlKey: false,
      metaKey: false,
      altKey: false,
      shiftKey: false,
      ...given,
    } as KeyboardEvent);

  it('names a key with its modifiers in one order, ⌘ as Ctrl', () => {
    expect(key({ key: 'Z', ctrlKey: true, shiftKey: true })).toBe('Ctrl+Shift+z');
    expect(key({ key: 'p', metaKey: true })).toBe('Ctrl+p');
    expect(key({ key: 'ArrowDown', altKey: true })).toBe('Alt+ArrowDown');
    expect(key({ key: '?', shiftKey: true })).toBe('Shift+?');
  });

  it('draws without a pointer, and Esc loses nothing', () => {
    const { context, draw, view } = createContext();
    const at = (lng: number, lat: number) => {
      context.map.getCenter = () => ({ lng, lat }) as never;
    };
    expect(press(' ', context)).toBe(false); // no tool in hand
    press('v', context);
    expect([draw.mode, view.rightPanel]).toEqual(['vlak', 'tekenen']);
    for (const [lng, lat] of [
      [5.1, 52.1],
      [5.2, 52.1],
      [5.2, 52.2],
      [5.3, 52.3],
    ] as const) {
      at(lng, lat);
      press(' ', context);
    }
    press('Backspace', context);
    press('Escape', context);
    expect(draw.mode).toBe('kies');
    expect(draw.sketch?.vertices).toEqual([
      [5.1, 52.1],
      [5.2, 52.1],
      [5.2, 52.2],
    ]);
    press('t', context);
    press('Enter', context);
    expect([draw.mode, draw.geometry?.type, draw.sketch]).toEqual(['bewerk', 'Polygon', null]);
    press('Ctrl+z', context);
    expect([draw.mode, draw.sketch?.vertices.length]).toEqual(['vlak', 3]);
    press('Ctrl+y', context);
    expect(draw.geometry?.type).toBe('Polygon');
  });

  it('says what is missing when it cannot be finished', () => {
    const { context, draw } = createContext();
    press('v', context);
    press(' ', context);
    press('Enter', context);
    expect(context.atlas.notices.list.map(({ text }) => text)).toEqual(['Nog 2 punten nodig voor een vlak.']);
    expect(draw.sketch?.vertices).toHaveLength(1);
  });

  it('the same place twice is one vertex', () => {
    const { context, draw } = createContext();
    press('m', context);
    press(' ', context);
    press(' ', context);
    expect(draw.measure.vertices).toHaveLength(1);
  });

  it('opens the list of keys and the print view', () => {
    const { context, view, shown } = createContext();
    press('Shift+?', context);
    press('Ctrl+p', context);
    expect([shown(), view.print]).toEqual([true, true]);
  });
});
