import { API_VERSION } from '../http/headers.ts';
import { viewpointDescriptions } from '../http/query.ts';
import { collections } from './collections/index.ts';
import type { JsonSchema, OgcCollection } from './collection.ts';
import { crsList } from './crs.ts';
import { mediaTypes } from './links.ts';
import { pageSize } from './query.ts';
import { WEB_MERCATOR_QUAD } from './tile-matrix-set.ts';
import { tileLayerIds } from './tilesets.ts';

const reference = (kind: string, name: string) => ({ $ref: `#/components/${kind}/${name}` });
const parameter = (name: string, description: string, schema: JsonSchema, more: object = {}) => ({
  name,
  in: 'query',
  required: false,
  description,
  schema,
  style: 'form',
  explode: false,
  ...more,
});
const crsSchema = {
  type: 'string',
  format: 'uri',
  enum: crsList.map(({ uri }) => uri),
  default: crsList[0].uri,
};

const parameters = {
  f: parameter('f', 'De vorm van het antwoord; er is er maar één.', {
    type: 'string',
    enum: ['json', 'geojson'],
  }),
  limit: parameter(
    'limit',
    'Hoogstens zoveel objecten op een bladzijde. Een bladzijde met grote vormen kan eerder eindigen; de link next gaat verder.',
    { type: 'integer', minimum: 1, maximum: pageSize.most, default: pageSize.standard },
  ),
  na: parameter('na', 'Waar de bladzijde begint; staat in de link next.', { type: 'string' }),
  bbox: parameter(
    'bbox',
    'Alleen wat de rechthoek raakt, en wat geen ligging heeft: vier of zes getallen, laagste hoek eerst. Niet over de datumgrens.',
    {
      type: 'array',
      oneOf: [
        { minItems: 4, maxItems: 4 },
        { minItems: 6, maxItems: 6 },
      ],
      items: { type: 'number' },
    },
  ),
  'bbox-crs': parameter('bbox-crs', 'Het coördinaatstelsel van bbox.', crsSchema),
  crs: parameter('crs', 'Het coördinaatstelsel van het antwoord; staat ook in Content-Crs.', crsSchema),
  bekendOp: parameter('bekendOp', viewpointDescriptions.bekendOp, { type: 'string' }),
  geldigOp: parameter('geldigOp', viewpointDescriptions.geldigOp, { type: 'string' }),
};

const datetimeOf = ({ tijd }: OgcCollection): string =>
  tijd === 'kijkmoment'
    ? 'De stand op deze dag: één datum of tijdstip. Een periode wordt geweigerd: dan zijn er misschien meer standen.'
    : tijd === null
      ? 'Alleen de geladen stand is bekend: een dag of periode zonder vandaag wordt geweigerd.'
      : 'Alleen wat op deze dag of in deze periode geldt.';

const problems = Object.fromEntries(
  [
    ['Ongeldig', 'Ongeldige invoer; alle fouten tegelijk in errors'],
    ['NietGevonden', 'Niet gevonden'],
    ['TeVaak', 'Te vaak gevraagd; zie Retry-After'],
    ['NietBeschikbaar', 'De database is nu niet beschikbaar of deed er te lang over'],
  ].map(([name, description]) => [
    name!,
    { description, content: { 'application/problem+json': { schema: reference('schemas', 'Probleem') } } },
  ]),
);

const operation = (
  id: string,
  tag: string,
  summary: string,
  type: string,
  schema: JsonSchema,
  asked: readonly object[] = [],
) => ({
  get: {
    tags: [tag],
    summary,
    operationId: id,
    parameters: [reference('parameters', 'f'), ...asked],
    responses: {
      200: { description: 'Het antwoord', content: { [type]: { schema } } },
      400: reference('responses', 'Ongeldig'),
      404: reference('responses', 'NietGevonden'),
      429: reference('responses', 'TeVaak'),
      503: reference('responses', 'NietBeschikbaar'),
    },
  },
});

const object: JsonSchema = { type: 'object' };

/** The paths of one collection. */
function pathsOf(collection: OgcCollection): [string, object][] {
  const { id, titel, filters, tijd, tegels, properties } = collection;
  const at = `/collections/${id}`;
  const dated =
    tijd === 'kijkmoment' ? ['bekendOp', 'geldigOp'].map((name) => reference('parameters', name)) : [];
  const feature = {
    type: 'object',
    required: ['type', 'id', 'geometry', 'properties'],
    properties: {
      type: { type: 'string', enum: ['Feature'] },
      id: { type: collection.key.type === 'bigint' ? 'integer' : 'string' },
      geometry: { type: 'object', nullable: true },
      properties: {
        type: 'object',
        properties: Object.fromEntries(properties.map(({ name, schema }) => [name, schema])),
      },
    },
  };
  const page = {
    type: 'object',
    required: ['type', 'features'],
    properties: {
      type: { type: 'string', enum: ['FeatureCollection'] },
      links: { type: 'array', items: object },
      numberMatched: { type: 'integer' },
      numberReturned: { type: 'integer' },
      timeStamp: { type: 'string', format: 'date-time' },
      features: { type: 'array', items: feature },
    },
  };
  const asked = [
    ...['limit', 'na', 'bbox', 'bbox-crs', 'crs'].map((name) => reference('parameters', name)),
    parameter('datetime', datetimeOf(collection), { type: 'string' }),
    ...dated,
    ...filters.map(({ name, description, values }) =>
      parameter(name, description, {
        type: 'array',
        items: { type: 'string', ...(values && { enum: values }) },
      }),
    ),
  ];
  const featureId = { name: 'featureId', in: 'path', required: true, schema: { type: 'string' } };
  const named = (name: string) => `${name}-${id}`;
  return [
    [at, operation(named('collection'), id, titel, mediaTypes.json, object)],
    [`${at}/schema`, operation(named('schema'), id, `${titel}: eigenschappen`, mediaTypes.schema, object)],
    [`${at}/queryables`, operation(named('queryables'), id, `${titel}: filters`, mediaTypes.schema, object)],
    [`${at}/items`, operation(named('items'), id, `${titel}: objecten`, mediaTypes.geoJson, page, asked)],
    [
      `${at}/items/{featureId}`,
      operation(named('feature'), id, `${titel}: één object`, mediaTypes.geoJson, feature, [
        featureId,
        reference('parameters', 'crs'),
        ...dated,
      ]),
    ],
    ...(tegels ? tilePaths(at, id, titel) : []),
  ];
}

function tilePaths(at: string, tag: string, titel: string): [string, object][] {
  return [
    [`${at}/tiles`, operation(`tilesets-${tag}`, tag, `${titel}: tegelsets`, mediaTypes.json, object)],
    [
      `${at}/tiles/${WEB_MERCATOR_QUAD}`,
      operation(`tileset-${tag}`, tag, `${titel}: tegelset`, mediaTypes.json, object),
    ],
  ];
}

/** The OpenAPI 3.0 document of /ogc/v1, whose address is `base`; every collection stands in it with its own filters. */
export function describeApi(base: string): object {
  return {
    openapi: '3.0.3',
    info: {
      title: 'pMIEK-atlas: open data (OGC API)',
      version: API_VERSION,
      description:
        'OGC API Features en Tiles, alleen om te lezen. Coördinaten zijn CRS84 (lengte, breedte) tenzij crs anders vraagt; bewaard en gerekend wordt in RD (EPSG:28992). Onbekende parameters worden geweigerd.',
      license: { name: 'EUPL-1.2' },
      contact: {
        name: 'pMIEK-atlas',
        url: 'https://example.org/pmiek-atlas',
        email: 'pmiek-atlas@example.org',
      },
    },
    servers: [{ url: base, description: 'deze atlas' }],
    tags: ['ingang', 'tegels', ...collections.map(({ id }) => id)].map((name) => ({ name })),
    paths: {
      '/': operation('landing', 'ingang', 'De ingang', mediaTypes.json, object),
      '/conformance': operation(
        'conformance',
        'ingang',
        'Waar deze API aan voldoet',
        mediaTypes.json,
        object,
      ),
      '/api': operation('api', 'ingang', 'Dit document', mediaTypes.openApi, object),
      '/collections': operation('collections', 'ingang', 'De verzamelingen', mediaTypes.json, object),
      '/tiles': operation('tilesets', 'tegels', 'De tegelsets', mediaTypes.json, object),
      ...Object.fromEntries(
        tileLayerIds.map((id) => [
          `/tiles/${id}/${WEB_MERCATOR_QUAD}`,
          operation(`tileset-van-${id}`, 'tegels', `Tegelset ${id}`, mediaTypes.json, object),
        ]),
      ),
      '/tileMatrixSets': operation('tilingSchemes', 'tegels', 'Tegelindelingen', mediaTypes.json, object),
      [`/tileMatrixSets/${WEB_MERCATOR_QUAD}`]: operation(
        'tilingScheme',
        'tegels',
        'WebMercatorQuad',
        mediaTypes.json,
        object,
      ),
      ...Object.fromEntries(collections.flatMap(pathsOf)),
    },
    components: {
      parameters,
      responses: problems,
      schemas: {
        Probleem: {
          type: 'object',
          properties: {
            type: { type: 'string' },
            title: { type: 'string' },
            status: { type: 'integer' },
            detail: { type: 'string' },
            errors: {
              type: 'array',
              items: {
                type: 'object',
                properties: {
                  veld: { type: 'string' },
                  waarde: { type: 'string' },
                  verwacht: { type: 'string' },
                },
              },
            },
          },
        },
      },
    },
  };
}
