import { createProtectedLayer } from './protected.ts';

export const natura2000 = createProtectedLayer({
  id: 'natura2000',
  titel: 'Natura 2000',
  help: 'Europees beschermde natuurgebieden.',
  kind: 'schuin',
  visible: true,
});
