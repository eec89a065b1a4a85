import { createProtectedLayer } from './protected.ts';

export const akkervogelkerngebied = createProtectedLayer({
  id: 'akkervogelkerngebied',
  titel: 'Akkervogelkerngebied',
  help: 'Kerngebieden voor akkervogels, door de provincie aangewezen.',
  kind: 'staand',
});
