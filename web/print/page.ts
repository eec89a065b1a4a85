import type { Atlas } from '../state/contexts.ts';
import { marginMm, type Orientation, type Paper } from './paper.ts';

const orientationWords: Record<Orientation, string> = { liggend: 'landscape', staand: 'portrait' };

/** The style sheet that tells the printer which paper, how turned, and with which margins. */
export function createPageSheet(paper: Paper, orientation: Orientation): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`@page { size: ${paper} ${orientationWords[orientation]}; margin: ${marginMm}mm; }`);
  return sheet;
}

/** What the page is about: the asked question, the picked project, the chosen provincie, or the country. */
export function toTitle({ api, questions, projects, selection, view }: Atlas): string {
  const card = questions.active;
  const question = card && api.vragen().data?.vragen.find(({ naam }) => naam === card.vraag)?.titel;
  const project = projects.find(selection.projectId)?.titel;
  const provincie = api
    .gebieden('provincie')
    .data?.gebieden.find(({ code }) => code === view.provincie)?.naam;
  const place = project ?? provincie;
  if (question) return place ? `${question} ${place}` : question;
  return place ?? 'Energie-infrastructuur in Nederland';
}
