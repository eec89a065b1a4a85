import type { OpenAPIHono } from '@hono/zod-openapi';
import { API_VERSION } from './headers.ts';
import { limits } from './limits.ts';
import { viewpointDescriptions } from './query.ts';

/** The part of the OpenAPI document that does not follow from the routes. */
const head = {
  openapi: '3.1.0',
  info: {
    title: 'pMIEK-atlas',
    version: API_VERSION,
    description:
      'Projecten, gebieden en ruimtelijke vragen voor integraal programmeren van energie-infrastructuur. ' +
      'Coördinaten zijn CRS84 (lengte, breedte), of RD met Content-Crs en Accept-Crs; gerekend wordt in RD (EPSG:28992). ' +
      `Grenzen: een verzoek hoogstens ${limits.bodyMegabytes} MB, een geometrie hoogstens ` +
      `${limits.vertices.toLocaleString('nl-NL')} punten, een vraag hoogstens ${limits.seconds} seconden. ` +
      'Fouten zijn application/problem+json met alle fouten tegelijk.',
    license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
    contact: {
      name: 'pMIEK-atlas',
      url: 'https://example.org/pmiek-atlas',
      email: 'pmiek-atlas@example.org',
    },
  },
  servers: [{ url: '/api/v1', description: 'deze atlas' }],
};

/** What is not about the register has no earlier state to look at. */
const timeless =
  /^\/(status|gezondheid|vragen$|sessie|accounts|aanmelden|uitnodigingen|organisaties|auditregels|excel\/voorstellen)/;

/** Adds `GET /openapi.json`, made once from the routes that `api` has by then. */
export function serveDocument(api: OpenAPIHono): void {
  let document: string | undefined;
  api.get('/openapi.json', (c) => {
    document ??= JSON.stringify(withViewpoint(api.getOpenAPI31Document(head)));
    c.header('Cache-Control', 'no-cache');
    return c.body(document, 200, { 'Content-Type': 'application/json' });
  });
}

type ApiDocument = ReturnType<OpenAPIHono['getOpenAPI31Document']>;

/** Every GET about the register may be asked as of another day, also where its route does not say so itself. */
function withViewpoint(document: ApiDocument): ApiDocument {
  for (const [path, { get } = {}] of Object.entries(document.paths ?? {})) {
    if (!get || timeless.test(path)) continue;
    const known = (get.parameters ?? []).map((one) => ('name' in one ? one.name : ''));
    const added = Object.entries(viewpointDescriptions)
      .filter(([name]) => !known.includes(name))
      .map(([name, description]) => ({
        name,
        in: 'query' as const,
        description,
        schema: { type: 'string' as const },
      }));
    get.parameters = [...(get.parameters ?? []), ...added];
  }
  return document;
}
