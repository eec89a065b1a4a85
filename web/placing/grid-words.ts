import type { AfstandTotNetAntwoord } from '../../data/schema/antwoord.ts';

type Net = AfstandTotNetAntwoord['antwoord']['stations'][number];

/** A station or line in words: `150 kV Soest · TenneT`; what the source does not name is said. */
export function toGridWords({ naam, spanningKv, beheerder }: Net): string {
  const voltage = spanningKv.length > 0 ? `${spanningKv.join('/')} kV` : 'spanning onbekend';
  const named = naam && new RegExp(`^${spanningKv[0]}\\s?kV`).test(naam) ? [naam] : [naam, voltage];
  return [...named, beheerder].filter(Boolean).join(' · ');
}
