import type { MultiPolygon } from 'geojson';
import { findGmlCrs, findSrsName, type GmlCrs, toMultiPolygon } from './gml.ts';
import type { SourceFeature } from './reading.ts';
import { RefusalError } from './refusal.ts';
import { findChild, findText, listDescendants, type XmlElement } from './xml.ts';

/**
 * A ps:ProtectedSite (INSPIRE protected sites, ps 4.0) as a feature: `bron_id` is its localId, `naam` the first of its
 * names, null when it has none, and `eigenschappen` what else it says of itself. East before north, in `crs`. Throws a
 * RefusalError when its localId or its surface is missing, or it is in another CRS.
 */
export function toSiteFeature(
  site: XmlElement,
  nr: number,
  crs: GmlCrs,
  around: string | null,
): SourceFeature {
  const localId = findText(site, ...identifier, 'localId');
  const ref = toRef(site, nr);
  if (!localId) throw new RefusalError(`${ref} heeft geen localId (ps:inspireID).`);
  const own = findSiteCrs(site, nr, around);
  if (own !== crs)
    throw new RefusalError(`${ref} is in ${own.name}; het eerste gebied van het bestand is in ${crs.name}.`);
  const naam = listNames(site)[0] ?? null;
  return {
    ref,
    kolommen: { bron_id: localId, naam, eigenschappen: toProperties(site) },
    geometry: toSurface(site, ref, crs),
  };
}

/**
 * The CRS of a site: as its surface states it, else its own gml:boundedBy, else `around`, the srsName of the
 * collection. Throws a RefusalError when none of them does, or when it is one that is not read.
 */
export function findSiteCrs(site: XmlElement, nr: number, around: string | null): GmlCrs {
  const inside = [findChild(site, 'geometry'), findChild(site, 'boundedBy')];
  const srsName = inside.map((element) => element && findSrsName(element)).find(Boolean) ?? around;
  const expected = 'verwacht is EPSG:28992, EPSG:4258 of EPSG:3035';
  if (!srsName)
    throw new RefusalError(`${toRef(site, nr)} noemt geen coördinatenstelsel (srsName); ${expected}.`);
  const crs = findGmlCrs(srsName);
  if (!crs)
    throw new RefusalError(`Het coördinatenstelsel van ${toRef(site, nr)} is ${srsName}; ${expected}.`);
  return crs;
}

const identifier = ['inspireID', 'Identifier'];

/** How a person finds it back: "ProtectedSite 12 (NL-3)". */
function toRef(site: XmlElement, nr: number): string {
  const id = findText(site, ...identifier, 'localId') ?? site.attributes['id'];
  return `ProtectedSite ${nr}${id ? ` (${id})` : ''}`;
}

function toSurface(site: XmlElement, ref: string, crs: GmlCrs): MultiPolygon {
  const shape = findChild(site, 'geometry')?.children[0];
  if (!shape) throw new RefusalError(`${ref} heeft geen vlak (ps:geometry).`);
  try {
    return toMultiPolygon(shape, crs);
  } catch (error) {
    if (error instanceof RefusalError) throw new RefusalError(`${ref}: ${error.message}`);
    throw error;
  }
}

function listNames(site: XmlElement): string[] {
  return site.children
    .filter(({ name }) => name === 'siteName')
    .flatMap((siteName) => listDescendants(siteName, 'text'))
    .map(({ text }) => text)
    .filter(Boolean);
}

/** Everything that is stated and no column of ours, by the names of the schema; what is empty or nil is left out. */
function toProperties(site: XmlElement): Record<string, unknown> {
  const values = (name: string) =>
    listDescendants(site, name)
      .map(({ text, attributes }) => text || attributes['href'])
      .filter((value) => value !== undefined);
  const stated = {
    gmlId: [site.attributes['id']],
    namespace: values('namespace'),
    versionId: values('versionId'),
    legalFoundationDate: values('legalFoundationDate'),
    legalFoundationDocument: values('legalFoundationDocument'),
    siteName: listNames(site).slice(1),
    siteProtectionClassification: values('siteProtectionClassification'),
    designationScheme: values('designationScheme'),
    designation: values('designation'),
    percentageUnderDesignation: values('percentageUnderDesignation'),
  };
  return Object.fromEntries(
    Object.entries(stated)
      .map(([name, all]) => [name, all.length > 1 ? all : all[0]])
      .filter(([, value]) => value !== undefined),
  );
}
