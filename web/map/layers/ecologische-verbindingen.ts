import { createProtectedLayer } from './protected.ts';

export const ecologischeVerbindingen = createProtectedLayer({
  id: 'ecologische-verbindingen',
  titel: 'Ecologische verbindingen',
  help: 'Verbindingen tussen natuurgebieden, door de provincie aangewezen.',
  kind: 'golf',
});
