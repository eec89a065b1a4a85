// Dates that must agree with each other and with today.
import {
  checkOrder,
  fout,
  letOp,
  textOf,
  textsOf,
  toDutchDate,
  type Bevinding,
  type Check,
} from './check.ts';

export const checkActie: Check = ({ gegevens, feiten }) => {
  const found: Bevinding[] = checkOrder(
    gegevens,
    ['planningVan', 'planningTot'],
    (van) => `een datum op of na het begin (${toDutchDate(String(van))})`,
  );
  if (textsOf(gegevens, 'trekkers').length === 0)
    found.push(
      fout('trekkers', [], 'minstens één trekker: een actie zonder trekker wordt door niemand gedaan'),
    );
  const tot = textOf(gegevens, 'planningTot');
  if (['open', 'loopt'].includes(textOf(gegevens, 'status') ?? '') && tot !== null && tot < feiten.vandaag)
    found.push(
      letOp(
        'planningTot',
        tot,
        `een datum vanaf vandaag, of de status gereed: de actie had klaar moeten zijn op ${toDutchDate(tot)}`,
      ),
    );
  return found;
};

export const checkBesluitDatums: Check = ({ gegevens, feiten }) => {
  const found = checkOrder(
    gegevens,
    ['datumBesluit', 'datumInWerking'],
    (van) => `een datum op of na het besluit (${toDutchDate(String(van))})`,
  );
  const taken = ['vastgesteld', 'in werking', 'onherroepelijk', 'afgewezen'].includes(
    textOf(gegevens, 'status') ?? '',
  );
  const datum = textOf(gegevens, 'datumBesluit');
  if (taken && datum === null)
    found.push(letOp('datumBesluit', null, 'de datum van het besluit: het is genomen'));
  if (taken && datum !== null && datum > feiten.vandaag)
    found.push(
      fout(
        'datumBesluit',
        datum,
        `een datum tot en met vandaag: het besluit is ${textOf(gegevens, 'status')}`,
        ['status', 'datumBesluit'],
      ),
    );
  return found;
};

export const checkMijlpaal: Check = ({ gegevens, feiten }) => {
  const [datum, aard] = [textOf(gegevens, 'datum'), textOf(gegevens, 'aard')];
  if (datum === null) return [];
  if (aard === 'werkelijk' && datum > feiten.vandaag)
    return [
      fout('aard', aard, `gepland of geschat: ${toDutchDate(datum)} moet nog komen`, ['aard', 'datum']),
    ];
  if (aard === 'gepland' && datum < feiten.vandaag)
    return [letOp('datum', datum, 'een datum die nog komt, of werkelijk: deze geplande datum is voorbij')];
  return [];
};

export const checkDocumentDatum: Check = ({ gegevens, feiten }) => {
  const datum = textOf(gegevens, 'datum');
  return datum !== null && datum > feiten.vandaag
    ? [letOp('datum', datum, `een datum tot en met vandaag (${toDutchDate(feiten.vandaag)})`)]
    : [];
};

/** Own choice: no longer than five years ahead without a remark (data minimisation). */
const LONGEST_YEARS = 5;

export const checkBewaartermijn: Check = ({ gegevens, feiten }) => {
  const tot = textOf(gegevens, 'bewarenTot');
  if (tot === null) return [];
  if (tot < feiten.vandaag)
    return [fout('bewarenTot', tot, `een datum vanaf vandaag (${toDutchDate(feiten.vandaag)})`)];
  const longest = `${Number(feiten.vandaag.slice(0, 4)) + LONGEST_YEARS}${feiten.vandaag.slice(4)}`;
  return tot > longest
    ? [
        letOp(
          'bewarenTot',
          tot,
          `hoogstens ${LONGEST_YEARS} jaar vooruit: bewaar persoonsgegevens niet langer dan nodig`,
        ),
      ]
    : [];
};
