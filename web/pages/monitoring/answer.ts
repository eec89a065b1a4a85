/** What is filled in to answer a question; kept as a draft. */
export interface AnswerDraft {
  antwoord: string;
  wordtActie: boolean;
  activiteit: string;
  trekkers: string[];
  planningTot: string;
}

export function startAnswer(): AnswerDraft {
  return { antwoord: '', wordtActie: false, activiteit: '', trekkers: [], planningTot: '' };
}

/** Whether something kept is such a draft. */
export function isAnswerDraft(content: unknown): content is AnswerDraft {
  const draft = content as Partial<AnswerDraft> | null;
  return typeof draft?.antwoord === 'string' && Array.isArray(draft.trekkers);
}

/** What is sent to POST /energyboardvragen/{id}/antwoord. */
export function toAnswerBody({
  antwoord,
  wordtActie,
  activiteit,
  trekkers,
  planningTot,
}: AnswerDraft): object {
  return {
    antwoord: antwoord.trim(),
    ...(wordtActie && {
      actie: {
        gegevens: {
          activiteit: activiteit.trim(),
          trekkers,
          status: 'open',
          ...(planningTot && { planningTot }),
        },
      },
    }),
  };
}
