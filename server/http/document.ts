import type { OpenAPIHono } from '@hono/zod-openapi';
import { API_VERSION } from './headers.ts';
import { limits } from './limits.ts';

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

/** Adds `GET /openapi.json`, made once from the routes that `api` has by then. */
export function serveDocument(api: OpenAPIHono): void {
  let document: string | undefined;
  api.get('/openapi.json', (c) => {
    document ??= JSON.stringify(api.getOpenAPI31Document(head));
    c.header('Cache-Control', 'no-cache');
    return c.body(document, 200, { 'Content-Type': 'application/json' });
  });
}
