import { createProtectedLayer } from './protected.ts';

export const weidevogelkerngebied = createProtectedLayer({
  id: 'weidevogelkerngebied',
  titel: 'Weidevogelkerngebied',
  help: 'Kerngebieden voor weidevogels, door de provincie aangewezen.',
  kind: 'liggend',
});
