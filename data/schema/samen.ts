// Several records of one project saved together, all or none.

/** More than this is work for Excel (data/exchange). */
export const meesteWijzigingen = 50;
