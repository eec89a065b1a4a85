import { OpenAPIHono } from '@hono/zod-openapi';
import { layerRoutes } from './areas/layer-routes.ts';
import { areaRoutes } from './areas/routes.ts';
import { createAtlas, type Atlas } from './atlas.ts';
import { defaultAccess } from './auth/config.ts';
import { authRoutes } from './auth/routes.ts';
import { keyRoutes } from './events/key-routes.ts';
import { eventRoutes } from './events/routes.ts';
import { hitRoutes } from './hits/routes.ts';
import { shapeRoutes } from './hits/shape-routes.ts';
import { compressAnswer } from './http/compress.ts';
import { serveDocument } from './http/document.ts';
import { setApiHeaders, setHeaders, setRevalidation, setTileHeaders } from './http/headers.ts';
import { serveHealth } from './http/health.ts';
import { toProblemResponse } from './http/problem.ts';
import { refuseInvalid } from './http/query.ts';
import { refuseNul } from './http/refuse-nul.ts';
import { limitAccounts, limitAddresses } from './http/rate-limits.ts';
import { refuseOtherSites } from './http/same-origin.ts';
import { securityTxtRoutes } from './http/security-txt.ts';
import { statusRoutes } from './http/status-routes.ts';
import { toUnknownRoute } from './http/unknown-route.ts';
import { setViewpoint } from './http/viewpoint.ts';
import { webRoutes } from './http/web-routes.ts';
import { projectRoutes } from './projects/routes.ts';
import { questionRoutes } from './questions/routes.ts';
import { excelRoutes } from './exchange/routes.ts';
import { ogcRoutes } from './ogc/routes.ts';
import { recordRoutes } from './records/routes.ts';
import { searchRoutes } from './search/routes.ts';
import type { Services } from './services.ts';
import { tileRoutes } from './tiles/routes.ts';

/** The administrative API, as the typed client of the web app knows it. */
function createApi(atlas: Atlas) {
  return new OpenAPIHono({ defaultHook: refuseInvalid })
    .route('/', statusRoutes(atlas))
    .route('/', areaRoutes(atlas))
    .route('/', layerRoutes(atlas))
    .route('/', projectRoutes(atlas))
    .route('/', searchRoutes(atlas))
    .route('/', hitRoutes(atlas))
    .route('/', shapeRoutes(atlas));
}

/** Type of the API for `hc<AppType>` (paths start at /api/v1). */
export type AppType = ReturnType<typeof createApi>;

/** Everything the atlas answers: API, tiles, and the web app for the rest. Its `fetch` needs no port. */
export function createApp(services: Services): OpenAPIHono {
  const atlas = createAtlas(services);
  const access = services.config.access ?? defaultAccess;
  const app = new OpenAPIHono({ defaultHook: refuseInvalid });
  app.onError(toProblemResponse);
  app.get('/api/v1/gezondheid', serveHealth(services.progress, access));
  app.use(limitAddresses(access));
  for (const tiles of ['/tegels/*', '/pmtiles/*']) app.use(tiles, setTileHeaders);
  app.route('/', tileRoutes(services));
  app.use(setHeaders(access));
  app.use(
    '/api/*',
    setApiHeaders,
    compressAnswer,
    refuseNul,
    refuseOtherSites(access),
    setViewpoint(services),
    limitAccounts(access),
  );
  for (const list of ['gebieden', 'projecten', 'lagen']) {
    app.use(`/api/v1/${list}`, setRevalidation);
    app.use(`/api/v1/${list}/*`, setRevalidation);
  }
  const api = createApi(atlas);
  api.route('/', questionRoutes(atlas));
  api.route('/', recordRoutes(atlas));
  api.route('/', excelRoutes(atlas));
  api.route('/', authRoutes(atlas));
  api.route('/', eventRoutes(services.config));
  serveDocument(api);
  app.route('/api/v1', api);
  app.all('/api/*', (c) => {
    throw toUnknownRoute(c, api, '/api/v1');
  });
  app.route('/ogc/v1', ogcRoutes(atlas));
  app.route('/', securityTxtRoutes(access));
  app.route('/', keyRoutes(services.config));
  app.route('/', webRoutes());
  return app;
}
