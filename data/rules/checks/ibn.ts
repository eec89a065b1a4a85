// In bedrijf name: a range of years, and what cannot be true of it.
import {
  checkOrder,
  fout,
  letOp,
  numberOf,
  textOf,
  toDutchDate,
  yearOf,
  type Bevinding,
  type Check,
} from './check.ts';

/** Own choice, written down in docs/decisions.md: what is still explored cannot be in operation already. */
function checkVerkenning(
  fase: string | null,
  jaar: number | null,
  vandaag: string,
  [veld, over]: readonly [string, readonly string[]],
): Bevinding[] {
  const dezeJaar = yearOf(vandaag);
  if (fase !== 'verkenning' || jaar === null || jaar >= dezeJaar) return [];
  return [fout(veld, jaar, `een IBN in ${dezeJaar} of later: het project is nog in verkenning`, over)];
}

export const checkIbnProject: Check = ({ gegevens, feiten }) => {
  const { vandaag } = feiten;
  const [van, tot] = [numberOf(gegevens, 'ibnVan'), numberOf(gegevens, 'ibnTot')];
  const fase = textOf(gegevens, 'fase');
  const last = tot ?? van;
  const found = [
    ...checkOrder(
      gegevens,
      ['ibnVan', 'ibnTot'],
      (eerst) => `een jaar vanaf ${String(eerst)}, waarmee de IBN begint`,
    ),
    ...checkVerkenning(fase, last, vandaag, [
      tot === null ? 'ibnVan' : 'ibnTot',
      ['ibnVan', 'ibnTot', 'fase'],
    ]),
  ];
  if (
    ['planuitwerking', 'project', 'realisatie'].includes(fase ?? '') &&
    last !== null &&
    last < yearOf(vandaag)
  )
    found.push(letOp('ibnTot', last, `een IBN in ${yearOf(vandaag)} of later, of de fase gerealiseerd`));
  if (fase === 'gerealiseerd' && van !== null && van > yearOf(vandaag))
    found.push(letOp('ibnVan', van, `een IBN die voorbij is: het project is gerealiseerd`));
  return found;
};

export const checkIbnUitspraak: Check = ({ gegevens, feiten }) => {
  const { vandaag, project } = feiten;
  const dezeJaar = yearOf(vandaag);
  const tot = numberOf(gegevens, 'jaarTot');
  const van = numberOf(gegevens, 'jaarVan');
  const aard = textOf(gegevens, 'aard');
  const gezegd = textOf(gegevens, 'gezegdOp');
  const found = checkOrder(
    gegevens,
    ['jaarVan', 'jaarTot'],
    (eerst) => `een jaar vanaf ${String(eerst)}, waarmee de IBN begint`,
  );
  if (gezegd !== null && gezegd > vandaag)
    found.push(fout('gezegdOp', gezegd, `een datum tot en met vandaag (${toDutchDate(vandaag)})`));
  if (aard === 'werkelijk' && van !== null && van > dezeJaar)
    found.push(fout('aard', aard, `gepland of geschat: ${van} moet nog komen`, ['aard', 'jaarVan']));
  // What was said earlier may have been passed by time; only what is said now is held against today.
  if (project && gezegd !== null && yearOf(gezegd) >= dezeJaar) {
    const fase = textOf(project.gegevens, 'fase');
    found.push(...checkVerkenning(fase, tot, vandaag, ['jaarTot', ['jaarVan', 'jaarTot', 'gezegdOp']]));
  }
  return found;
};
