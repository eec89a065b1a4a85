// The condition of a rule, written as data and answered in three values: a fact that was not given makes
// the answer 'onbekend' and names itself, unless the rest of the condition already decides.
import type { Kenmerk, Kenmerken } from './kenmerken.ts';

export type Voorwaarde =
  | { altijd: true }
  /** Number of at least `min`, more than `boven`, below `onder`, at most `totEnMet`. */
  | { kenmerk: GetalKenmerk; min?: number; boven?: number; onder?: number; totEnMet?: number }
  /** One of these words, or exactly this boolean. */
  | { kenmerk: Kenmerk; is: readonly (string | boolean)[] }
  | { aantal: 'gemeenten' | 'provincies'; min: number }
  /** Whether a rule puts the starting point at the Rijk, or at any other than the gemeente. */
  | { uitgangspunt: 'Rijk' | 'elders'; is: readonly Waarde[] }
  /** Whether a threshold of the Rijk is reached, also when its procedure is not applied. */
  | { drempel: 'Rijk'; is: readonly Waarde[] }
  | { nietGegeven: Kenmerk }
  | { alle: Voorwaarde[] }
  | { eenVan: Voorwaarde[] }
  | { niet: Voorwaarde }
  /** Counts only when the fact was given: a missing fact makes it 'nee', not 'onbekend'. */
  | { alleenAlsGegeven: Voorwaarde };

type GetalKenmerk = 'spanningKv' | 'vermogenMw' | 'transformatorMva' | 'drukBar' | 'diameterCm' | 'diepteM';

export type Waarde = 'ja' | 'nee' | 'onbekend';

/** What a condition may look at beside the given facts. */
export interface Omstandigheden {
  gemeenten: number;
  provincies: number;
  uitgangspunt: { Rijk: Waarde; elders: Waarde };
  drempelRijk: Waarde;
}

export interface Uitkomst {
  uitkomst: Waarde;
  /** The facts that would decide; empty unless 'onbekend'. */
  ontbreekt: Kenmerk[];
}

const ja: Uitkomst = { uitkomst: 'ja', ontbreekt: [] };
const nee: Uitkomst = { uitkomst: 'nee', ontbreekt: [] };
const toUitkomst = (waar: boolean): Uitkomst => (waar ? ja : nee);

/** Whether the condition holds for these facts (Kleene logic). */
export function checkVoorwaarde(v: Voorwaarde, feiten: Kenmerken, om: Omstandigheden): Uitkomst {
  if ('altijd' in v) return ja;
  if ('aantal' in v) return toUitkomst(om[v.aantal] >= v.min);
  if ('uitgangspunt' in v) return toUitkomst(v.is.includes(om.uitgangspunt[v.uitgangspunt]));
  if ('drempel' in v) return toUitkomst(v.is.includes(om.drempelRijk));
  if ('nietGegeven' in v) return toUitkomst(feiten[v.nietGegeven] === undefined);
  if ('niet' in v) return negate(checkVoorwaarde(v.niet, feiten, om));
  if ('alleenAlsGegeven' in v) {
    const binnen = checkVoorwaarde(v.alleenAlsGegeven, feiten, om);
    return binnen.uitkomst === 'onbekend' ? nee : binnen;
  }
  if ('alle' in v)
    return combine(
      v.alle.map((d) => checkVoorwaarde(d, feiten, om)),
      'nee',
    );
  if ('eenVan' in v)
    return combine(
      v.eenVan.map((d) => checkVoorwaarde(d, feiten, om)),
      'ja',
    );
  const waarde: string | number | boolean | undefined = feiten[v.kenmerk];
  if (waarde === undefined) return { uitkomst: 'onbekend', ontbreekt: [v.kenmerk] };
  if (typeof waarde === 'number') return 'is' in v ? nee : toUitkomst(isWithin(waarde, v));
  return toUitkomst('is' in v && v.is.includes(waarde));
}

function isWithin(getal: number, grens: Extract<Voorwaarde, { kenmerk: GetalKenmerk }>): boolean {
  if ('is' in grens) return false;
  const { min = -Infinity, boven = -Infinity, onder = Infinity, totEnMet = Infinity } = grens;
  return getal >= min && getal > boven && getal < onder && getal <= totEnMet;
}

function negate(u: Uitkomst): Uitkomst {
  return u.uitkomst === 'onbekend' ? u : toUitkomst(u.uitkomst === 'nee');
}

/** One part with the deciding answer decides; else an unknown part makes the whole unknown. */
function combine(delen: Uitkomst[], beslist: 'ja' | 'nee'): Uitkomst {
  if (delen.some((d) => d.uitkomst === beslist)) return toUitkomst(beslist === 'ja');
  const onbekend = delen.filter((d) => d.uitkomst === 'onbekend');
  if (onbekend.length === 0) return toUitkomst(beslist === 'nee');
  return { uitkomst: 'onbekend', ontbreekt: [...new Set(onbekend.flatMap((d) => d.ontbreekt))] };
}
