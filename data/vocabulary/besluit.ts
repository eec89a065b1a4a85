// Who decides on what, with which instrument. See data/vocabulary.ts.

export const bevoegdGezagen = ['gemeente', 'provincie', 'waterschap', 'Rijk', 'onbekend'] as const;
export type BevoegdGezag = (typeof bevoegdGezagen)[number];
export const bevoegdGezagLabels: Record<BevoegdGezag, string> = {
  gemeente: 'Gemeente',
  provincie: 'Provincie',
  waterschap: 'Waterschap',
  Rijk: 'Rijk',
  onbekend: 'Nog te bepalen',
};

export const organen = [
  'gemeenteraad',
  'college van burgemeester en wethouders',
  'provinciale staten',
  'gedeputeerde staten',
  'dagelijks bestuur van het waterschap',
  'Minister die het aangaat',
  'Minister van KGG',
  'Minister van BZK',
  'Minister van IenW',
  'Minister voor Natuur',
  'Minister van EZ',
  'onbekend',
] as const;
export type Orgaan = (typeof organen)[number];

export const besluiten = [
  'omgevingsplan',
  'BOPA',
  'projectbesluit',
  'omgevingsvergunning',
  'natuurvergunning',
  'voorkeursrecht',
  'gedoogplicht',
  'onteigening',
  'warmtekavel',
  'bestemmingsplan',
  'inpassingsplan',
] as const;
export type Besluit = (typeof besluiten)[number];
export const besluitLabels: Record<Besluit, string> = {
  omgevingsplan: 'Omgevingsplan (wijziging)',
  BOPA: 'Buitenplanse omgevingsplanactiviteit (BOPA)',
  projectbesluit: 'Projectbesluit',
  omgevingsvergunning: 'Omgevingsvergunning',
  natuurvergunning: 'Omgevingsvergunning Natura 2000 of flora en fauna',
  voorkeursrecht: 'Voorkeursrecht op grond',
  gedoogplicht: 'Gedoogplicht',
  onteigening: 'Onteigening',
  warmtekavel: 'Warmtekavel en aanwijzing warmtebedrijf',
  bestemmingsplan: 'Bestemmingsplan (oud recht)',
  inpassingsplan: 'Inpassingsplan (oud recht)',
};

export const instrumenten = [
  'omgevingsplan',
  'BOPA',
  'projectbesluit provincie',
  'projectbesluit Rijk',
  'projectbesluit waterschap',
  'omgevingsvergunning',
  'voorkeursrecht',
  'gedoogplichtbeschikking',
  'onteigeningsbeschikking',
  'aanwijzing warmtebedrijf',
  'instructieregel omgevingsplan',
  'bestemmingsplan (oud recht)',
  'inpassingsplan (oud recht)',
  'onbekend',
] as const;
export type Instrument = (typeof instrumenten)[number];

/** How sure a proposal is: 'regel' = the rule fits the given facts, 'voorstel' = an allowed route or a
 *  rule whose article was not read, 'onbekend' = no rule, or a fact it needs is missing. */
export const voorstelZekerheden = ['regel', 'voorstel', 'onbekend'] as const;
export type VoorstelZekerheid = (typeof voorstelZekerheden)[number];
