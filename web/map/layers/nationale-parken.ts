import { createProtectedLayer } from './protected.ts';

export const nationaleParken = createProtectedLayer({
  id: 'nationale-parken',
  titel: 'Nationale parken',
  help: 'De nationale parken van Nederland, zoals RVO ze publiceert.',
  kind: 'ruit',
});
