// What crosses the wire about signing in, accounts, roles, invitations and organisations.
import { z } from 'zod';
import { rollen, soortenOrganisatie } from '../vocabulary.ts';

/** Shortest password that is accepted (NIST SP 800-63B: length over composition). */
export const MIN_WACHTWOORD = 12;
export const MAX_WACHTWOORD = 200;

export const organisatie = z.object({
  code: z.string(),
  naam: z.string(),
  soort: z.enum(soortenOrganisatie),
});
export type Organisatie = z.infer<typeof organisatie>;

export const toegekendeRol = z.strictObject({
  rol: z.enum(rollen),
  gebied: z
    .string()
    .regex(/^(GM\d{4}|PV\d{2})?$/, { error: 'leeg, of een code van gemeente (GM0344) of provincie (PV26)' })
    .default('')
    .meta({ description: 'gemeente of provincie waartoe de rol beperkt is; leeg = het hele gebied' }),
});
export type ToegekendeRol = z.infer<typeof toegekendeRol>;

/** Who is signed in. */
export const aangemelde = z.object({
  accountId: z.string(),
  naam: z.string(),
  organisatie,
  rollen: z.array(z.object({ rol: z.enum(rollen), gebied: z.string() })),
  atlasbeheer: z.boolean().meta({ description: 'beheert ook organisaties en hun beheerders' }),
});
export type Aangemelde = z.infer<typeof aangemelde>;

/** A way to sign in at one's own organisation: the browser goes to `pad`. */
export const aanbieder = z.object({ id: z.string(), naam: z.string(), pad: z.string() });

export const sessie = z.object({
  actor: aangemelde.nullable(),
  verlooptOp: z.iso.datetime({ offset: true }).nullable(),
  aanmelden: z.object({ lokaal: z.boolean(), oidc: z.array(aanbieder) }),
});
export type Sessie = z.infer<typeof sessie>;

const email = z.email({ error: 'een e-mailadres' }).max(254);
const naam = z.string().trim().min(1).max(120);
/** Checked for length only; server/auth/passwords.ts refuses the rest. */
const nieuwWachtwoord = z.string().min(MIN_WACHTWOORD).max(MAX_WACHTWOORD);

/** Anything may be tried: what is wrong with it is not told. */
export const aanmelding = z.strictObject({
  email: z.string().min(1).max(254),
  wachtwoord: z.string().min(1).max(1000),
});

export const wachtwoordWijziging = z.strictObject({
  huidig: z.string().min(1).max(1000),
  nieuw: nieuwWachtwoord,
});

export const account = z.object({
  id: z.string(),
  naam: z.string(),
  email: z.string(),
  organisatie: z.string(),
  actief: z.boolean(),
  atlasbeheer: z.boolean(),
  aanmelding: z
    .enum(['wachtwoord', 'organisatie', 'nog niet'])
    .meta({ description: 'organisatie: via OpenID Connect' }),
  rollen: z.array(z.object({ rol: z.enum(rollen), gebied: z.string() })),
  aangemaaktOp: z.iso.datetime({ offset: true }),
  gezienOp: z.iso.datetime({ offset: true }).nullable(),
});
export type Account = z.infer<typeof account>;

/** `atlasbeheer` only by who has it. */
export const accountWijziging = z.strictObject({
  naam: naam.optional(),
  actief: z.boolean().optional(),
  rollen: z.array(toegekendeRol).max(40).optional(),
  atlasbeheer: z.boolean().optional(),
});

export const nieuweUitnodiging = z.strictObject({
  email,
  naam: naam.optional(),
  organisatie: z.string().optional().meta({ description: 'code; de eigen organisatie als dit ontbreekt' }),
  rollen: z.array(toegekendeRol).min(1).max(40),
});

export const soortenLink = ['eerste beheerder', 'account', 'wachtwoord'] as const;

export const uitnodiging = z.object({
  id: z.string().meta({ description: 'om haar in te trekken; niet de link' }),
  soort: z.enum(soortenLink),
  organisatie: z.string().nullable(),
  naam: z.string().nullable(),
  email: z.string().nullable(),
  rollen: z.array(z.object({ rol: z.enum(rollen), gebied: z.string() })),
  aangemaaktOp: z.iso.datetime({ offset: true }),
  verlooptOp: z.iso.datetime({ offset: true }),
});

/** Told once, to who makes it: the atlas itself keeps only a hash. */
export const link = z.object({
  id: z.string(),
  pad: z.string().meta({ description: '/uitnodiging/{token}' }),
  link: z.string().meta({ description: 'hetzelfde als volledig adres' }),
  verlooptOp: z.iso.datetime({ offset: true }),
});

/** What the page behind a link shows. */
export const geopendeLink = z.object({
  soort: z.enum(soortenLink),
  naam: z.string().nullable(),
  email: z.string().nullable(),
  organisatie: organisatie.nullable(),
  rollen: z.array(z.object({ rol: z.enum(rollen), gebied: z.string() })),
  verlooptOp: z.iso.datetime({ offset: true }),
  lokaal: z.boolean().meta({ description: 'een wachtwoord kiezen kan' }),
  oidc: z.array(aanbieder).meta({ description: 'in plaats van een wachtwoord' }),
});

/** The first administrator gives everything; who is invited a name and a password; a new password only that. */
export const gebruikteLink = z.strictObject({
  wachtwoord: nieuwWachtwoord,
  naam: naam.optional(),
  email: email.optional(),
  organisatie: z.string().optional(),
});

export const nieuweOrganisatie = z.strictObject({
  code: z.string().regex(/^[a-zA-Z0-9-]{2,40}$/, { error: '2 tot 40 letters, cijfers of streepjes' }),
  naam,
  soort: z.enum(soortenOrganisatie),
});

export const auditregel = z.object({
  moment: z.iso.datetime({ offset: true }),
  account: z.string().nullable(),
  organisatie: z.string().nullable(),
  handeling: z.string(),
  onderwerp: z.string(),
  gegevens: z.record(z.string(), z.unknown()),
});

/** Why signing in at one's own organisation did not work; `/aanmelden?fout=…` shows it. */
export const aanmeldfouten = {
  'geen-account':
    'U bent bij uw organisatie aangemeld, maar u heeft nog geen account in de atlas. Vraag de beheerder van uw organisatie om een uitnodiging.',
  'andere-organisatie':
    'Uw aanmelding hoort bij een andere organisatie dan uw account in de atlas. Vraag uw beheerder om een nieuwe uitnodiging.',
  'niveau-te-laag':
    'U bent aangemeld met een te laag betrouwbaarheidsniveau. Meld u opnieuw aan met een tweede factor.',
  gesloten: 'Dit account is gesloten. Vraag de beheerder van uw organisatie om het weer te openen.',
  geweigerd: 'De aanmelding is afgebroken of geweigerd. Probeer het opnieuw.',
  verlopen: 'De aanmelding duurde te lang of begon in een ander venster. Probeer het opnieuw.',
  onbetrouwbaar:
    'Het antwoord van uw organisatie kon niet worden vertrouwd en is geweigerd. Probeer het opnieuw.',
  onbereikbaar:
    'De aanmelddienst van uw organisatie antwoordt nu niet. Probeer het over enkele minuten opnieuw.',
  'ongeldige-uitnodiging': 'Deze uitnodiging is al gebruikt, ingetrokken of verlopen. Vraag een nieuwe.',
} as const;
export type Aanmeldfout = keyof typeof aanmeldfouten;
