export { floors, nearBorderM } from '../rules/overlap.ts';
