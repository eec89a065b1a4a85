// The projectfiche: one page per project, the fields of the template in its order, then what the atlas can say about
// the place. One to one with the project's actielijst.
import type { ReportDocument } from '../document.ts';
import { ficheVelden } from '../seed/proces.ts';

export const fiche: ReportDocument = {
  naam: 'fiche',
  titel: 'Projectfiche',
  niveau: 'project',
  bron: 'pMIEK-uitvoeringsaanpak (najaar 2023), bijlage 1',
  secties: [
    { id: 'velden', titel: 'Project', soort: 'velden', velden: ficheVelden },
    { id: 'bevoegd-gezag', titel: 'Wie gaat hierover?', soort: 'vraag', vraag: 'bevoegd-gezag' },
    { id: 'ruimtebeslag', titel: 'Ruimtebeslag', soort: 'vraag', vraag: 'ruimtebeslag' },
    { id: 'overlap', titel: 'Overlap met plannen en beschermde gebieden', soort: 'vraag', vraag: 'overlap' },
  ],
};
