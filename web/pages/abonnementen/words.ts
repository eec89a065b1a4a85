import {
  soortenGebeurtenis,
  type Abonnement,
  type Bericht,
  type SoortGebeurtenis,
} from '../../../data/schema/abonnement.ts';
import { faseLabels, type Fase } from '../../../data/vocabulary.ts';
import { formatMoment } from '../../format-moment.ts';
import { formatDate, unknownText } from '../../format.ts';

export const alleSoorten: readonly SoortGebeurtenis[] = soortenGebeurtenis;

export const soortLabels: Record<SoortGebeurtenis, string> = {
  fase: 'andere fase',
  actie: 'nieuwe actie',
  ibn: 'ander jaar van ingebruikname',
  besluit: 'besluit',
};

export const onderwerpLabels: Record<Abonnement['onderwerp'], string> = {
  project: 'project',
  gemeente: 'gemeente',
  provincie: 'provincie',
  gebied: 'getekend gebied',
};

/** What happened, in one sentence. */
export function toSentence({ soort, wat, van, naar }: Bericht): string {
  const from = van ? `, was ${toValue(soort, van)}` : '';
  const to = naar ? toValue(soort, naar) : unknownText;
  switch (soort) {
    case 'fase':
      return `Fase is nu ${to}${from}.`;
    case 'ibn':
      return `Ingebruikname ${to}${from}${wat ? ` (bron: ${wat})` : ''}.`;
    case 'actie':
      return `Nieuwe actie: ${wat ?? unknownText}.`;
    case 'besluit':
      return `Besluit${wat ? ` ${wat}` : ''}: ${to}${from}.`;
  }
}

function toValue(soort: SoortGebeurtenis, value: string): string {
  if (soort === 'fase') return (faseLabels[value as Fase] ?? value).toLowerCase();
  return /^\d{4}-\d{2}-\d{2}/.test(value) ? formatDate(value) : value;
}

/** How the last delivery to a webhook fared; null when nothing was sent yet. */
export function toDelivery({ aflevering }: Abonnement): { text: string; failed: boolean } | null {
  if (!aflevering) return null;
  const { status, pogingen, fout, volgendeOp } = aflevering;
  if (status === 'geleverd') return { text: 'laatste bericht bezorgd', failed: false };
  if (status === 'vervallen')
    return { text: 'laatste bericht niet verstuurd: u mag het niet meer zien', failed: false };
  if (status === 'opgegeven')
    return { text: `opgegeven na ${pogingen} pogingen${fout ? `: ${fout}` : ''}`, failed: true };
  return fout
    ? { text: `${fout}; volgende poging ${formatMoment(volgendeOp)}`, failed: true }
    : { text: 'wordt verstuurd', failed: false };
}
