export const floors = { m2: 1, m: 1 };
