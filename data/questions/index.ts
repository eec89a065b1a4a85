// Every question the atlas answers, in the order of the menu. Adding one is a .ts and a .sql here, and its line below.
import { afstandTotNet } from './afstand-tot-net.ts';
import { bevoegdGezag } from './bevoegd-gezag.ts';
import { grensoverschrijdend } from './grensoverschrijdend.ts';
import { ibnVerschuiving } from './ibn-verschuiving.ts';
import { overlap } from './overlap.ts';
import type { Question } from './question.ts';
import { ruimtebeslag } from './ruimtebeslag.ts';
import { ruimtebeslagProjecten } from './ruimtebeslag-projecten.ts';

export const questions: readonly Question<never, never, never>[] = [
  bevoegdGezag,
  grensoverschrijdend,
  overlap,
  ruimtebeslag,
  ruimtebeslagProjecten,
  ibnVerschuiving,
  afstandTotNet,
];
