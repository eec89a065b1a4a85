import type { Map as MapLibreMap } from 'maplibre-gl';
import type { ViewState } from '../state/view.svelte.ts';

/**
 * Browsers print an empty map: what the graphics card drew is gone by then. So the moment printing starts the map is
 * drawn once more and kept as a picture until it is done (ui/print.css). Gives the way to stop.
 */
export function keepStillForPrint(map: MapLibreMap, view: Pick<ViewState, 'print'>): () => void {
  let still: HTMLCanvasElement | null = null;

  function onBeforePrint(): void {
    if (view.print) return;
    map.redraw();
    const source = map.getCanvas();
    still = document.createElement('canvas');
    still.className = 'print-still';
    still.width = source.width;
    still.height = source.height;
    still.getContext('2d')?.drawImage(source, 0, 0);
    map.getContainer().before(still);
  }
  function onAfterPrint(): void {
    still?.remove();
    still = null;
  }
  addEventListener('beforeprint', onBeforePrint);
  addEventListener('afterprint', onAfterPrint);
  return () => {
    removeEventListener('beforeprint', onBeforePrint);
    removeEventListener('afterprint', onAfterPrint);
  };
}
