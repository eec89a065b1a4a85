import { findCurrentClaim, type IbnClaim } from '../../../data/ibn-claims.ts';
import type { ProjectDetail } from '../../../data/schema/project.ts';
import type { Gegevens } from '../../../data/schema/registratie.ts';
import {
  concreetheden,
  energiedragerLabels,
  faseLabels,
  ontstaansrouteLabels,
  vervolgLabels,
  type Ontstaansroute,
  type Vervolg,
} from '../../../data/vocabulary.ts';
import { netbeheerderIdByBronnaam } from '../../../data/seed/netbeheerders.ts';
import { formatDate, formatYears } from '../../format.ts';
import { toFaseNote } from '../../panels/project/facts.ts';
import { toCertainty, toProofBadge } from '../../panels/projects/words.ts';
import type { Besluit, Koppeling, Mijlpaal, Partij } from './kinds.ts';
import { toAuthorityWords } from './names.ts';

export interface TemplateLine {
  text: string;
  note?: string | null;
  href?: string | null;
}

/** What stands in one field of the template: text, or several lines. Both empty is unknown. */
export interface TemplateValue {
  text: string | null;
  lines: TemplateLine[];
  note: string | null;
  /** The field whose history answers "why does it say this?"; by default the first of the template's field. */
  field?: string;
}

export interface FicheFacts {
  detail: ProjectDetail;
  /** Fields of the project record. */
  gegevens: Gegevens;
  partijen: readonly Partij[];
  besluiten: readonly Besluit[];
  mijlpalen: readonly Mijlpaal[];
  koppelingen: readonly Koppeling[];
  claims: readonly IbnClaim[];
  nameOf: (code: string) => string;
}

/** The value of every field of the template, by the name the template gives it. */
export function toTemplateValues(facts: FicheFacts): Record<string, TemplateValue> {
  const { detail, gegevens } = facts;
  const said = (name: string) => text(read(gegevens, name));
  const vervolg = read(gegevens, 'vervolg');
  const inPlan = gegevens['opgenomenInIp'];
  return {
    projectnaam: { ...text(read(gegevens, 'naam')), note: `nummer in de atlas: ${detail.id}` },
    aanleiding: said('aanleiding'),
    doel: said('doel'),
    kansen_knelpunten: said('kansenKnelpunten'),
    projectfase: {
      ...text(detail.fase && faseLabels[detail.fase]),
      note: toFaseNote(detail),
    },
    type_project: said('typeProject'),
    vervolg: text(vervolg && (vervolgLabels[vervolg as Vervolg] ?? vervolg)),
    locatie: toLocation(facts),
    type_infra: {
      ...text(detail.typeInfra),
      note: [energiedragerLabels[detail.energiedrager], detail.aard].filter(Boolean).join(', '),
    },
    betrokken_partijen: toParties(facts),
    bevoegd_gezag: toAuthority(facts),
    tijdspad_ibn: toTimeline(facts),
    link_pmiek_ip: toPmiek(facts),
    opgenomen_in_ip: text(typeof inPlan === 'boolean' ? (inPlan ? 'ja' : 'nee') : null),
    ip_nummers: toPlanNumbers(facts),
  };
}

function toLocation({ detail, gegevens }: FicheFacts): TemplateValue {
  const words = read(gegevens, 'locatie');
  const places = detail.gemeenten.map(({ naam }) => naam).join(', ');
  const lines: TemplateLine[] = [
    ...(words ? [{ text: words }] : []),
    ...(places ? [{ text: places, note: detail.gemeenten.length > 1 ? '(gemeenten)' : '(gemeente)' }] : []),
  ];
  return { text: null, lines, note: toCertainty(detail) };
}

function toParties({ detail, partijen, nameOf }: FicheFacts): TemplateValue {
  const lines = partijen.map(({ gegevens: { organisatie, rol } }) => ({
    text: nameOf(organisatie),
    note: rol,
  }));
  const told = new Set(partijen.map(({ gegevens: { organisatie } }) => organisatie));
  const operators = detail.netbeheerders
    .filter((name) => !told.has(netbeheerderIdByBronnaam[name] ?? name))
    .map((name) => ({ text: name, note: 'netbeheerder volgens de bron' }));
  return { text: null, lines: [...lines, ...operators], note: null };
}

function toAuthority({ detail, gegevens, besluiten, nameOf }: FicheFacts): TemplateValue {
  const who = read(gegevens, 'bevoegdGezag');
  const body = read(gegevens, 'bevoegdGezagOrgaan');
  const decided = besluiten.map(({ gegevens: one }) => ({
    text: toAuthorityWords(one.bevoegdGezag, one.organisatie, nameOf),
    note: [one.besluit, one.status].join(', '),
  }));
  const source = detail.kenmerken['bevoegdGezagBijBron'];
  const lines = [
    ...(who && who !== 'onbekend'
      ? [{ text: toAuthorityWords(who, null, nameOf), note: body === 'onbekend' ? null : body }]
      : []),
    ...decided,
    ...(typeof source === 'string' ? [{ text: source, note: 'volgens de bron' }] : []),
  ];
  return {
    text: null,
    lines,
    note: lines.length === 0 ? 'zie het voorstel van de regels bij Besluiten' : null,
  };
}

function toTimeline({ detail, gegevens, mijlpalen, claims }: FicheFacts): TemplateValue {
  const words = read(gegevens, 'tijdspad');
  const known = detail.ibnVan !== null || detail.ibnTot !== null;
  const latest = findCurrentClaim(claims);
  const differs = latest && (latest.jaarVan !== detail.ibnVan || latest.jaarTot !== detail.ibnTot);
  const lines = [
    ...(known
      ? [
          {
            text: `IBN ${formatYears(detail.ibnVan, detail.ibnTot)}`,
            note: differs ? 'in de lijst en op de kaart' : null,
          },
        ]
      : []),
    ...(differs
      ? [
          {
            text: `IBN ${formatYears(latest.jaarVan, latest.jaarTot)}`,
            note: `laatst gezegd${latest.gezegdOp ? ` op ${formatDate(latest.gezegdOp)}` : ''}`,
          },
        ]
      : []),
    ...(words ? [{ text: words }] : []),
    ...[...mijlpalen]
      .sort((a, b) => a.gegevens.datum.localeCompare(b.gegevens.datum))
      .map(({ gegevens: one }) => ({ text: `${formatDate(one.datum)} ${one.naam}`, note: one.aard })),
  ];
  const value: TemplateValue = { text: null, lines, note: known || latest ? null : 'IBN onbekend' };
  return known ? { ...value, field: 'ibnVan' } : value;
}

function toPmiek({ detail, gegevens }: FicheFacts): TemplateValue {
  const number = read(gegevens, 'pmiekNummer');
  const route = read(gegevens, 'ontstaansroute');
  const category = concreetheden.find((one) => one === detail.concreetheid);
  const lines = [
    { text: toProofBadge(detail), note: number ? `nummer ${number} in de lijst` : null },
    ...(category ? [{ text: `categorie ${category}` }] : []),
    ...(route ? [{ text: `ontstaansroute ${ontstaansrouteLabels[route as Ontstaansroute] ?? route}` }] : []),
  ];
  return { text: null, lines, note: null };
}

function toPlanNumbers({ gegevens, koppelingen }: FicheFacts): TemplateValue {
  const own = Array.isArray(gegevens['ipNummers']) ? gegevens['ipNummers'].map(String) : [];
  const linked = koppelingen
    .filter(({ gegevens: { soort } }) => soort === 'investeringsplan')
    .map(({ gegevens: { doel, toelichting } }) => ({ text: doel, note: toelichting }));
  const told = new Set(linked.map(({ text: number }) => number));
  return {
    text: null,
    lines: [...linked, ...own.filter((number) => !told.has(number)).map((number) => ({ text: number }))],
    note: null,
  };
}

function text(value: string | null | undefined): TemplateValue {
  return { text: value || null, lines: [], note: null };
}

function read(gegevens: Gegevens, name: string): string | null {
  const value = gegevens[name];
  return typeof value === 'string' && value !== '' ? value : null;
}
