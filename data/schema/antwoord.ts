import { z } from 'zod';
import { aandeelOfMaten, aandelen } from './aandelen.ts';
import { kenmerken } from '../rules/kenmerken.ts';
import { liggingen, soortenRuimtebeslag } from '../vocabulary.ts';
import { verantwoording } from './bron.ts';
import { geometrie } from './geometrie.ts';

/** The part of the asked geometry that lies in one area. aandeel is 0..1 of its area, or of its length where it has no area. */
export const gebiedDeel = z.object({
  code: z.string(),
  naam: z.string(),
  aandeel: z.number().min(0).max(1).nullable().meta({
    description:
      'null: niet te berekenen (geen ligging of geen grens), of er is er een per maat (zie aandelen)',
  }),
  aandelen: aandelen.optional(),
  oppervlakteM2: z.number().optional(),
  lengteM: z.number().optional(),
  deel: z.boolean().optional().meta({ description: 'alleen een deel van de gemeente hoort bij dit gebied' }),
  toelichting: z.string().optional(),
});
export type GebiedDeel = z.infer<typeof gebiedDeel>;

export const voorstel = z.object({
  besluit: z.string(),
  bevoegdGezag: z.string(),
  organisatie: z.object({ code: z.string(), naam: z.string() }).nullable(),
  orgaan: z.string().nullable(),
  instrument: z.string().nullable(),
  grondslag: z.string().nullable(),
  toelichting: z.string(),
  regelId: z.string().nullable(),
  artikelGelezen: z.boolean().nullable(),
  zekerheid: z.enum(['regel', 'voorstel', 'onbekend']),
});
export type Voorstel = z.infer<typeof voorstel>;

/** What is settled about who decides, or said in a source: it goes before what the rules propose. */
export const vastgelegd = z.object({
  herkomst: z
    .enum(['besluit', 'register', 'bron'])
    .meta({ description: 'een besluit in de atlas, het project zelf, of de woorden van een bron' }),
  besluit: z.string().nullable(),
  bevoegdGezag: z.string().nullable(),
  organisatie: z.object({ code: z.string(), naam: z.string() }).nullable(),
  orgaan: z.string().nullable(),
  instrument: z.string().nullable(),
  grondslag: z.string().nullable(),
  status: z.string().nullable(),
  datum: z.iso.date().nullable(),
  tekst: z.string().nullable().meta({ description: 'zoals de bron het zegt' }),
});
export type Vastgelegd = z.infer<typeof vastgelegd>;

/** What was asked about: the geometry as the atlas computed with it. */
export const gevraagd = z.object({
  projectId: z.string().nullable(),
  ligging: z
    .enum(liggingen)
    .meta({ description: "bij 'indicatief' is gerekend met een cirkel met de gegeven straal" }),
  straalM: z.number().nullable(),
  oppervlakteM2: z.number(),
  lengteM: z.number(),
  geometrie: geometrie.nullable(),
});

export const bevoegdGezagAntwoord = z.object({
  antwoord: z.object({
    gevraagd,
    gemeenten: z.array(gebiedDeel),
    provincies: z.array(gebiedDeel),
    resRegios: z.array(gebiedDeel),
    subregios: z.array(gebiedDeel.extend({ indeling: z.string() })),
    waterschappen: z.array(gebiedDeel),
    netbeheerders: z.array(gebiedDeel),
    buitenGrenzen: z.object({
      aandeel: z.number().meta({ description: 'waar het per maat verschilt: het grootste (zie aandelen)' }),
      aandelen: aandelen.optional(),
      oppervlakteM2: z.number(),
      lengteM: z.number(),
    }),
    kenmerken: kenmerken.meta({
      description: 'waarmee de regels zijn getoetst: opgegeven, en voor een project wat het register zegt',
    }),
    vastgelegd: z.array(vastgelegd).meta({
      description: 'wat over dit project al vastligt: dat gaat voor de voorstellen',
    }),
    voorstellen: z.array(voorstel),
    aandachtspunten: z
      .array(z.string())
      .meta({ description: 'regels die gelden maar niet zeggen wie beslist' }),
    onbekend: z.array(z.string()),
  }),
  verantwoording,
});
export type BevoegdGezagAntwoord = z.infer<typeof bevoegdGezagAntwoord>;

export const grensoverschrijdendAntwoord = z.object({
  antwoord: z.object({
    projecten: z.array(
      z.object({
        id: z.string(),
        naam: z.string(),
        soort: z.enum(['kruist', 'nabij', 'bedient']),
        provincies: z.array(
          z.object({
            code: z.string(),
            naam: z.string(),
            aandeel: z.number().nullable(),
            aandelen: aandelen.optional(),
            oppervlakteM2: z.number().optional(),
            lengteM: z.number().optional(),
            herkomst: z.enum(['ligging', 'register']),
          }),
        ),
        afstandTotGrensM: z.number().nullable(),
        ligging: z.enum(liggingen),
        toelichting: z.string(),
        geometrie: geometrie.optional(),
      }),
    ),
    drempels: z.object({ oppervlakteM2: z.number(), lengteM: z.number(), afstandM: z.number() }),
  }),
  verantwoording,
});
export type GrensoverschrijdendAntwoord = z.infer<typeof grensoverschrijdendAntwoord>;

export const overlapAntwoord = z.object({
  antwoord: z.object({
    gevraagd,
    oppervlakteM2: z.number().optional(),
    lengteM: z.number().optional(),
    totalen: z
      .array(
        z.object({
          laag: z.string(),
          aantal: z.number().int().meta({ description: 'plannen, gebieden of projecten die raken' }),
          overlapM2: z.number().optional(),
          overlapM: z.number().optional(),
          aandeel: aandeelOfMaten,
          aandelen: aandelen.optional(),
        }),
      )
      .meta({
        description:
          'per laag hoeveel van het gevraagde erin ligt; waar onderdelen over elkaar liggen telt elke plek een keer. Heeft het gevraagde een lengte, dan is overlapM langs die lijn gemeten',
      }),
    overlappen: z.array(
      z.object({
        laag: z.string().meta({
          description:
            "'plannen', een beschermd-gebiedlaag zoals 'natura2000', of 'projecten' (soms een dubbele claim)",
        }),
        planId: z.string(),
        naam: z.string(),
        soort: z.string().nullable(),
        status: z.string().nullable(),
        bevoegdGezag: z.string().nullable(),
        onderdeel: z.string().nullable(),
        hoofdgroep: z.string().nullable(),
        overlapM2: z.number().optional(),
        overlapM: z.number().optional(),
        aandeel: aandeelOfMaten,
        aandelen: aandelen.optional(),
        dubbeleClaim: z.boolean().meta({
          description:
            'een exact deel van het gevraagde ligt in een exact deel van een ander project; bij een zoekgebied of een indicatieve ligging is het hoogstens mogelijk, en dus false',
        }),
        geometrie: geometrie.nullable(),
      }),
    ),
    drempels: z.object({ oppervlakteM2: z.number(), lengteM: z.number() }),
    onbekend: z.array(z.string()),
  }),
  verantwoording,
});
export type OverlapAntwoord = z.infer<typeof overlapAntwoord>;

const bereikM2 = z.object({ minM2: z.number(), maxM2: z.number() });
export const ruimtebeslagAntwoord = z.object({
  antwoord: z.object({
    projectId: z.string().nullable(),
    gevraagd,
    onderdelen: z.array(
      z.object({
        component: z.string().nullable(),
        soort: z
          .enum(soortenRuimtebeslag)
          .nullable()
          .meta({ description: 'null: niet bekend, omdat niet bekend is wat er komt' }),
        omschrijving: z.string(),
        bereik: bereikM2.nullable().meta({ description: 'null: geen maat bekend' }),
        herkomst: z.enum(['geometrie', 'standaardmaat', 'register', 'onbekend']),
        zonderBandbreedte: z.boolean().meta({
          description:
            'het bereik is één getal dat niet gemeten is: er is maar één maat, of het komt uit het register; lees het als circa',
        }),
        geverifieerd: z.boolean(),
        bronnen: z.array(z.string()),
        toelichting: z.string().nullable(),
        gemeenten: z.array(
          z.object({ code: z.string(), naam: z.string(), aandeel: z.number(), bereik: bereikM2 }),
        ),
      }),
    ),
    totaal: z.object({
      direct: bereikM2.nullable(),
      indirect: bereikM2.nullable(),
      tijdelijk: bereikM2.nullable(),
    }),
    opmerkingen: z.array(z.string()).meta({
      description:
        'wat een lezer van de totalen moet weten; waar onderdelen over elkaar liggen telt elke plek een keer',
    }),
    onbekend: z.array(z.string()),
  }),
  verantwoording,
});
export type RuimtebeslagAntwoord = z.infer<typeof ruimtebeslagAntwoord>;

const bestaandNet = z.object({
  id: z.string(),
  naam: z.string().nullable(),
  spanningKv: z.array(z.number()).meta({ description: 'leeg: de bron noemt geen spanning' }),
  beheerder: z.string().nullable(),
  afstandM: z
    .number()
    .meta({ description: 'kortste afstand vanaf de rand van de plek; 0: raakt of ligt erin' }),
  geometrie: geometrie.nullable().meta({ description: 'de kortste lijn ernaartoe' }),
});
export const afstandTotNetAntwoord = z.object({
  antwoord: z.object({
    gevraagd,
    spanningKv: z.number().nullable(),
    stations: z.array(bestaandNet),
    lijnen: z.array(bestaandNet),
    onbekend: z.array(z.string()),
  }),
  verantwoording,
});
export type AfstandTotNetAntwoord = z.infer<typeof afstandTotNetAntwoord>;
