import { z } from 'zod';
import { questions } from '../../data/questions/index.ts';

/** One question as a form or a client needs it: how to ask it, and what comes back. */
export interface QuestionDescription {
  naam: string;
  titel: string;
  uitleg: string;
  /** 'plek': POST with geometrie or projectId; 'projecten': GET. */
  over: 'plek' | 'projecten';
  methode: 'POST' | 'GET';
  adres: string;
  /** JSON Schema of the parameters beside geometrie and projectId. */
  parameters: unknown;
  kolommen: unknown;
  bronnen: readonly string[];
}

/** Every question, in the order of the menu. */
export function listQuestions(): QuestionDescription[] {
  return questions.map(({ naam, titel, uitleg, over, parameters, kolommen, verantwoording }) => ({
    naam,
    titel,
    uitleg,
    over,
    methode: over === 'plek' ? 'POST' : 'GET',
    adres: `/api/v1/vragen/${naam}`,
    parameters: z.toJSONSchema(parameters, { io: 'input', unrepresentable: 'any' }),
    kolommen,
    bronnen: verantwoording,
  }));
}
