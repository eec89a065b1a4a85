// What the rules cannot say: the missing facts in plain words, and the decisions that hang on them.
import type { Voorstel } from '../../schema/antwoord.ts';
import type { Besluit } from '../../vocabulary.ts';
import { bevoegdGezagRegels } from '../bevoegd-gezag.ts';
import { kenmerkLabels, type Kenmerk } from '../kenmerken.ts';
import { checkVoorwaarde, type Omstandigheden } from '../voorwaarde.ts';
import { START_OMGEVINGSWET, START_OUD_RECHT } from './bronnen.ts';
import { checkGeldigheid } from './geldigheid.ts';
import { listMissing, type Getoetst } from './getoetst.ts';
import type { Situatie } from './organisatie.ts';

/** Of a place without gemeente and provincie. */
export const buitenAlles =
  'De plek raakt geen gemeente en geen provincie: wie bevoegd gezag is, is niet te bepalen.';

/** Missing facts with what hangs on them, then what the place and the law leave open. */
export function listOnbekend(
  getoetst: readonly Getoetst[],
  situatie: Situatie,
  om: Omstandigheden,
  voorstellen: readonly Voorstel[],
): string[] {
  return [
    ...listPlaats(situatie),
    ...(situatie.kenmerken.energiedrager === 'meerdere'
      ? ['Het project heeft meer energiedragers: beoordeel elk onderdeel apart.']
      : []),
    ...listFeiten(getoetst, situatie),
    ...listBuitenGeldigheid(situatie, om),
    ...voorstellen.flatMap((v) => (v.zekerheid === 'onbekend' ? [v.toelichting] : [])),
    ...(isOudRecht(situatie.peildatum) ? [toOudRechtZin(situatie.peildatum)] : []),
  ].filter((text, index, all) => all.indexOf(text) === index);
}

function listFeiten(getoetst: readonly Getoetst[], { kenmerken }: Situatie): string[] {
  const missing = getoetst.flatMap((one) =>
    listMissing(one, kenmerken).map((kenmerk) => ({ kenmerk, gevolg: one.regel.gevolg?.[kenmerk] })),
  );
  return (Object.keys(kenmerkLabels) as Kenmerk[]).flatMap((kenmerk) => {
    if (kenmerk === 'energiedrager' && kenmerken.energiedrager === 'meerdere') return [];
    const gevolgen = missing.flatMap((one) =>
      one.kenmerk === kenmerk && one.gevolg !== undefined ? [one.gevolg] : [],
    );
    if (!missing.some((one) => one.kenmerk === kenmerk)) return [];
    const zin = toZin(kenmerkLabels[kenmerk]);
    return [gevolgen.length ? `${zin}: ${[...new Set(gevolgen)].join('; ')}.` : `${zin}.`];
  });
}

/** "Spanningsniveau is niet opgegeven", "Niet opgegeven is of er een provinciaal belang is". */
function toZin(label: string): string {
  if (label.startsWith('of ')) return `Niet opgegeven is ${label}`;
  return `${label[0]?.toUpperCase()}${label.slice(1)} is niet opgegeven`;
}

function listPlaats({ gemeenten, provincies }: Situatie): string[] {
  if (gemeenten.length === 0 && provincies.length === 0) return [buitenAlles];
  if (gemeenten.length === 0)
    return [
      'In welke gemeente het project ligt is niet bekend: wiens omgevingsplan het is, staat niet vast.',
    ];
  return [];
}

function listBuitenGeldigheid({ kenmerken, peildatum }: Situatie, om: Omstandigheden): string[] {
  return bevoegdGezagRegels.flatMap((regel) => {
    const voorbijOfNogNiet = !checkGeldigheid(regel, peildatum).geldt;
    const teVroegVoorOudRecht = regel.geldigTot !== null && peildatum <= regel.geldigTot;
    if (!regel.buitenGeldigheid || !voorbijOfNogNiet || teVroegVoorOudRecht) return [];
    return checkVoorwaarde(regel.wanneer, kenmerken, om).uitkomst === 'ja' ? [regel.buitenGeldigheid] : [];
  });
}

/** A proposal 'onbekend' for every decision that a rule leaves open and no rule proposes. */
export function toOnbekendVoorstellen(
  getoetst: readonly Getoetst[],
  voorstellen: readonly Voorstel[],
  peildatum: string,
): Voorstel[] {
  const has = (besluit: Besluit) => voorstellen.some((one) => one.besluit === besluit);
  const open = (['projectbesluit', 'inpassingsplan', 'natuurvergunning'] as const).flatMap((besluit) => {
    if (has(besluit)) return [];
    const missing = getoetst
      .filter((one) => one.regel.levert.some((levering) => levering.besluit === besluit))
      .flatMap((one) => one.toets.ontbreekt);
    if (missing.length === 0) return [];
    const labels = [...new Set(missing)].map((kenmerk) => kenmerkLabels[kenmerk]).join(', ');
    return [toOnbekend(besluit, `Hangt af van wat niet is opgegeven: ${labels}.`)];
  });
  if (!isOudRecht(peildatum) || has('bestemmingsplan')) return open;
  return [toOnbekend('bestemmingsplan', toOudRechtZin(peildatum)), ...open];
}

function isOudRecht(peildatum: string): boolean {
  return peildatum < START_OMGEVINGSWET;
}

function toOudRechtZin(peildatum: string): string {
  return peildatum < START_OUD_RECHT
    ? 'Voor 1 maart 2009 heeft de atlas geen regels.'
    : 'Oud recht: alleen de drempels van Rijk en provincie zijn gelezen, niet de hoofdregel. In de praktijk stelde de gemeente dan een bestemmingsplan vast (Veenendaal, Bolsward, Zuidplas, Ter Apelkanaal).';
}

function toOnbekend(besluit: Besluit, toelichting: string): Voorstel {
  return {
    besluit,
    bevoegdGezag: 'onbekend',
    organisatie: null,
    orgaan: null,
    instrument: null,
    grondslag: null,
    toelichting,
    regelId: null,
    artikelGelezen: null,
    zekerheid: 'onbekend',
  };
}
