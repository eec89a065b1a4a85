// The process of integraal programmeren: fases, templates, rounds, bodies and ladders, as the
// handreikingen describe them; and what is known of the pMIEK lists per provincie.
import pmiekJson from './pmiek.json' with { type: 'json' };
import procesJson from './proces.json' with { type: 'json' };

export const proces = procesJson;

/** Fields of the projectfiche, in template order. */
export const ficheVelden = procesJson.ficheVelden;
/** Columns of the uitvoeringsafspraken in the actielijst, in template order. */
export const actielijstKolommen = procesJson.uitvoeringsafsprakenKolommen;
/** Columns of the monitoringslijst, in template order. */
export const monitoringslijstKolommen = procesJson.monitoringslijstKolommen;
export const rondes = procesJson.rondes;
export const escalatieladder = procesJson.escalatieladder;

/** Numbers of pMIEK projects per provincie and round, where a source gives them. */
export const pmiekAantallen = pmiekJson.aantallen;
/** What is known and not known of the nine concrete projects of Utrecht's pMIEK 2.0. */
export const utrecht2 = pmiekJson.utrecht2;
