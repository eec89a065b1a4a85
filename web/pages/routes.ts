import type { Component } from 'svelte';

export type PageParams = Readonly<Record<string, string>>;

/** A page with words: its address, its title until it says a better one, and its component, fetched when it is opened. */
export interface PageRoute {
  /** `:name` stands for one part of the path and lands in `params.name`. */
  path: string;
  title: string;
  load: () => Promise<{ default: Component<{ params: PageParams }> | Component<Record<string, never>> }>;
}

/** Every page. The map itself is `/` and no page. */
export const routes: readonly PageRoute[] = [
  { path: '/fiche/:id', title: 'Projectfiche', load: () => import('./fiche/FichePage.svelte') },
  { path: '/acties', title: 'Actielijst', load: () => import('./acties/ActiesPage.svelte') },
  {
    path: '/monitoring',
    title: 'Monitoringslijst',
    load: () => import('./monitoring/MonitoringPage.svelte'),
  },
  { path: '/overzicht', title: 'Overzicht', load: () => import('./overzicht/OverzichtPage.svelte') },
  {
    path: '/overzicht/:provincie',
    title: 'Overzicht',
    load: () => import('./overzicht/OverzichtPage.svelte'),
  },
  {
    path: '/overzicht/:provincie/uitvoeringsaanpak',
    title: 'Uitvoeringsaanpak',
    load: () => import('./overzicht/UitvoeringsaanpakPage.svelte'),
  },
  { path: '/rondes', title: 'pMIEK-rondes', load: () => import('./rondes/RondesPage.svelte') },
  {
    path: '/varianten/:projectId',
    title: 'Varianten',
    load: () => import('./varianten/VariantenPage.svelte'),
  },
  { path: '/nieuw', title: 'Nieuw project', load: () => import('./nieuw/NieuwPage.svelte') },
  { path: '/excel', title: 'Excel', load: () => import('./excel/ExcelPage.svelte') },
  {
    path: '/abonnementen',
    title: 'Berichten en abonnementen',
    load: () => import('./abonnementen/AbonnementenPage.svelte'),
  },
  { path: '/aanmelden', title: 'Aanmelden', load: () => import('./aanmelden/AanmeldenPage.svelte') },
  {
    path: '/uitnodiging/:token',
    title: 'Uitnodiging',
    load: () => import('./uitnodiging/UitnodigingPage.svelte'),
  },
  { path: '/account', title: 'Uw account', load: () => import('./account/AccountPage.svelte') },
  { path: '/beheer', title: 'Beheer', load: () => import('./beheer/BeheerPage.svelte') },
  { path: '/concepten', title: 'Uw concepten', load: () => import('./concepten/ConceptenPage.svelte') },
  {
    path: '/geschiedenis/:meervoud/:id',
    title: 'Geschiedenis',
    load: () => import('./records/HistoryPage.svelte'),
  },
  {
    path: '/toegankelijkheid',
    title: 'Toegankelijkheid',
    load: () => import('./toegankelijkheid/ToegankelijkheidPage.svelte'),
  },
  {
    path: '/verantwoording',
    title: 'Verantwoording',
    load: () => import('./verantwoording/VerantwoordingPage.svelte'),
  },
];

export interface FoundPage {
  route: PageRoute;
  params: PageParams;
}

/** The page at a path, a slash at the end forgiven; null when there is none. */
export function findPage(path: string, among: readonly PageRoute[] = routes): FoundPage | null {
  const parts = split(path);
  for (const route of among) {
    const params = matchParts(split(route.path), parts);
    if (params) return { route, params };
  }
  return null;
}

/** Whether a path is the map's. */
export function isMapPath(path: string): boolean {
  return path === '/' || path === '/index.html';
}

function split(path: string): string[] {
  return path.replace(/\/$/, '').split('/').slice(1);
}

function matchParts(pattern: readonly string[], parts: readonly string[]): PageParams | null {
  if (pattern.length !== parts.length) return null;
  const params: Record<string, string> = {};
  for (const [index, wanted] of pattern.entries()) {
    const part = decode(parts[index] ?? '');
    if (part === null || part === '') return null;
    if (wanted.startsWith(':')) params[wanted.slice(1)] = part;
    else if (wanted !== part) return null;
  }
  return params;
}

/** Null for a part that is no UTF-8: there is no page for it. */
function decode(part: string): string | null {
  try {
    return decodeURIComponent(part);
  } catch (error) {
    if (error instanceof URIError) return null;
    throw error;
  }
}
