export const floors = { m2: 1, m: 1 };
export const nearBorderM = 1000;
