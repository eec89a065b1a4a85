// Closed lists of the field. The values are the Dutch words themselves, in the one
// spelling of docs/woordenlijst.md, so that a stored value, an API answer and a
// screen say the same. `…Labels` exist only where the screen needs more words.
// Sources: pMIEK-uitvoeringsaanpak (fases, routes, werksporen), Omgevingswet
// (bevoegd gezag, besluiten), the domain facts for the rest. Lists marked
// "own proposal" are not in any source.

export * from './vocabulary/besluit.ts';
export * from './vocabulary/gebied.ts';
export * from './vocabulary/proces.ts';
export * from './vocabulary/project.ts';
