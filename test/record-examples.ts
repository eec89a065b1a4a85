// For each kind of record the least that can be said of project W-01 of the invented land (test/world.ts).
/** In Aarde (RD), where project W-01 lies. */
const point = { type: 'Point', coordinates: [101_450, 401_450] };

/** For each kind the least that can be said, by hand. */
export const examples: Record<string, (componentId: string) => Record<string, unknown>> = {
  component: () => ({ soort: 'station', ligging: 'geen', naam: 'Deel Noord' }),
  variant: (componentId) => ({
    componentId,
    letter: 'A',
    ligging: 'exact',
    geometrie: point,
    naam: 'Langs de weg',
  }),
  besluit: (componentId) => ({
    besluit: 'omgevingsplan',
    bevoegdGezag: 'gemeente',
    organisatie: 'GM9001',
    componentId,
  }),
  actie: () => ({
    activiteit: 'Grond kopen',
    trekkers: ['GM9001', 'stedin'],
    planningVan: '2030-01-01',
    planningTot: '2030-12-31',
  }),
  monitoring: () => ({ periode: '2030-H1', ibnStatus: 'onder druk', trekkers: ['PV91'] }),
  energyboardvraag: () => ({ vraag: 'Kan dit eerder?', gesteldOp: '2024-05-01' }),
  partij: () => ({ organisatie: 'GM9001', rol: 'betrokken' }),
  contactpersoon: () => ({
    organisatie: 'GM9001',
    naam: 'A. Jansen',
    bewarenTot: '2099-01-01',
    email: 'a@example.org',
  }),
  opmerking: () => ({ onderwerp: 'plek', punt: point, tekst: 'Hier ligt een sloot' }),
  betwisting: (componentId) => ({
    componentId,
    laag: 'nnn',
    object: 'Wieselse Heide',
    uitkomst: { overlapM2: 12.5 },
    bezwaar: 'Ligt ernaast',
  }),
  document: () => ({ titel: 'Raadsbesluit', url: 'https://example.org/besluit.pdf', datum: '2024-02-29' }),
  koppeling: () => ({ soort: 'hangt af van', doel: 'W-02' }),
  ibn: () => ({
    jaarVan: 2031,
    jaarTot: 2033,
    aard: 'gepland',
    gezegdOp: '2024-01-15',
    bron: 'Investeringsplan 2024',
  }),
  mijlpaal: () => ({ naam: 'Start bouw', datum: '2031-06-01', aard: 'gepland' }),
  rondestap: () => ({
    ronde: '2.0',
    stap: 'opgenomen',
    categorie: 'concreet',
    opvolgers: [],
    terugblik: 'De gemeenten zaten vroeg aan tafel.',
  }),
};
