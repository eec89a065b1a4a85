/** Where the reader looks: the part of the map, the chosen provincie, and which panels are open. */
export const leftPanels = ['projecten', 'lagen'] as const;
export type LeftPanel = (typeof leftPanels)[number];
/** What the right panel answers: cards, one project, one area, hits at a point, the overview, the map in words, drawing, placing a project, remarks on the map. */
export const rightPanels = [
  'vragen',
  'project',
  'gebied',
  'treffers',
  'overzicht',
  'woorden',
  'tekenen',
  'plaatsen',
  'opmerkingen',
] as const;
export type RightPanel = (typeof rightPanels)[number];
/** Height of the bottom sheet under 900 px. */
export const sheetHeights = ['laag', 'half', 'hoog'] as const;
export type SheetHeight = (typeof sheetHeights)[number];
export const themes = ['systeem', 'licht', 'donker'] as const;
export type Theme = (typeof themes)[number];
export const backgrounds = ['grijs', 'standaard', 'luchtfoto', 'geen'] as const;
export type Background = (typeof backgrounds)[number];

export type LngLat = [lng: number, lat: number];
/** Whether two positions are one and the same. */
export function isSamePlace(one: LngLat | undefined, other: LngLat): boolean {
  return one !== undefined && one[0] === other[0] && one[1] === other[1];
}
/** [west, south, east, north] in degrees. */
export type BboxWgs84 = [number, number, number, number];

/** The Netherlands with a margin: the map cannot leave maxBounds. */
export const nederlandBboxWgs84: BboxWgs84 = [3.2, 50.7, 7.3, 53.6];
export const defaultCenter: LngLat = [5.35, 52.16];
export const defaultZoom = 6.6;

/** True when nobody has said yet where to look: the map then shows the whole country, whatever the window. */
export function isDefaultCamera({ center, zoom }: { center: LngLat; zoom: number }): boolean {
  return center[0] === defaultCenter[0] && center[1] === defaultCenter[1] && zoom === defaultZoom;
}

export class ViewState {
  center = $state.raw<LngLat>(defaultCenter);
  zoom = $state(defaultZoom);
  provincie = $state<string | null>(null);
  leftPanel = $state<LeftPanel | null>('projecten');
  rightPanel = $state<RightPanel | null>(null);
  /** Grows each time a right panel is asked for, the one that is open too. Not in the URL. */
  rightOpenings = $state(0);
  sheet = $state<SheetHeight>('half');
  /** The page for paper is open. */
  print = $state(false);
  /** The dialog that lists the keys is open. Not in the URL. */
  keysShown = $state(false);
  theme = $state<Theme>('systeem');
  background = $state<Background>('grijs');
  /** What is on screen now; set by the map, null until it is drawn. Not in the URL: it follows from the window. */
  bboxWgs84 = $state.raw<BboxWgs84 | null>(null);

  openLeft(panel: LeftPanel | null): void {
    this.leftPanel = panel;
  }

  openRight(panel: RightPanel | null): void {
    this.rightPanel = panel;
    if (panel) this.rightOpenings += 1;
    if (panel && this.sheet === 'laag') this.sheet = 'half';
  }
}
