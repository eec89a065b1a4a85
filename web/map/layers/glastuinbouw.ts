import { createProtectedLayer } from './protected.ts';

export const glastuinbouw = createProtectedLayer({
  id: 'glastuinbouw',
  titel: 'Glastuinbouw',
  help: 'Gebieden die de provincie voor glastuinbouw heeft aangewezen: geen natuur, wel een ruimtelijke claim.',
  kind: 'ruit',
  hue: 'plan',
});
