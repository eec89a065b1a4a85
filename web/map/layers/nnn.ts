import { createProtectedLayer } from './protected.ts';

export const nnn = createProtectedLayer({
  id: 'nnn',
  titel: 'Natuurnetwerk Nederland',
  help: 'NNN zoals de provincie het heeft begrensd.',
  kind: 'stip',
  visible: true,
});
