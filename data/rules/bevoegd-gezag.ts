// The 32 rules on bevoegd gezag, in the order of their numbers. They propose; what was decided is stored.
// Voltage alone does not decide: from 220 kV the Rijk is the starting point, with exceptions; below it
// there is no threshold. No legal advice; a lawyer should confirm the list.
import { andereDragers } from './bevoegd-gezag/andere-dragers.ts';
import { elektriciteit } from './bevoegd-gezag/energie.ts';
import { gedogenEnOnteigenen, voorkeursrecht } from './bevoegd-gezag/grond.ts';
import { hoofdregels } from './bevoegd-gezag/hoofdregels.ts';
import { instructieregels } from './bevoegd-gezag/instructieregels.ts';
import { duurzaamVanaf50Mw, oudRechtElektriciteit } from './bevoegd-gezag/oud-recht-elektriciteit.ts';
import { oudRechtGas } from './bevoegd-gezag/oud-recht-gas.ts';
import type { BevoegdGezagRegel } from './bevoegd-gezag/regel.ts';
import { vergunningen } from './bevoegd-gezag/vergunning.ts';

export type { BevoegdGezagRegel, Levering } from './bevoegd-gezag/regel.ts';

export const bevoegdGezagRegels: readonly BevoegdGezagRegel[] = [
  ...hoofdregels,
  voorkeursrecht,
  ...elektriciteit,
  duurzaamVanaf50Mw,
  ...andereDragers,
  ...oudRechtElektriciteit,
  ...oudRechtGas,
  ...vergunningen,
  ...instructieregels,
  gedogenEnOnteigenen,
];

/** What the list does not know, to be told with every answer that rests on it. */
export const bevoegdGezagWaarschuwing =
  'Geen juridisch advies. De Omgevingswet is gelezen in de tekst van 01-01-2024; het artikel van de Energiewet dat nu de projectprocedure en de drempels regelt, is niet gelezen. Laat een jurist het voorstel bevestigen.';

/** Open questions about the law itself, in plain words. */
export const bevoegdGezagNietVastgesteld: readonly string[] = [
  'artikel van de Energiewet (BWBR0050714) dat de projectprocedure van het Rijk en van de provincie regelt, met de drempels van nu',
  'tekst van Elektriciteitswet art. 9b-9f en 20a, Gaswet art. 39b en Mijnbouwwet art. 141a tussen 2015 en 2026, dus ook de versie van 2024-2025 onder de Omgevingswet',
  'ingangsdatum van de ondergrens van 15 MW wind',
  'of de drempels van 50 MW (andere duurzame bron) en 500 MW (niet-duurzaam) nog bestaan',
  'rechtsgrond voor het waterstofnet',
  'artikelen en inwerkingtreding Wet collectieve warmte',
  'Omgevingswet na 01-01-2024',
];
