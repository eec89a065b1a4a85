// What a component or variant says about its place: certainty, shape, radius and width agree.
import { fout, letOp, numberOf, textOf, type Bevinding, type Check } from './check.ts';

const isShape = (value: unknown): value is { type: string } =>
  typeof value === 'object' && value !== null && 'type' in value;

export const checkLigging: Check = ({ gegevens }) => {
  const ligging = textOf(gegevens, 'ligging');
  const { geometrie } = gegevens;
  const shape = isShape(geometrie) ? geometrie.type : null;
  const over = ['ligging', 'geometrie', 'straalM', 'corridorM'];
  const found: Bevinding[] = [];
  if (ligging === 'geen' && shape)
    found.push(fout('geometrie', shape, 'geen geometrie: de ligging is geen', over));
  if (ligging !== null && ligging !== 'geen' && !shape)
    found.push(
      fout('geometrie', null, `een geometrie: de ligging is ${ligging}; zonder plek is zij geen`, over),
    );
  if (ligging === 'zoekgebied' && shape && !shape.endsWith('Polygon'))
    found.push(fout('geometrie', shape, 'een vlak: een zoekgebied heeft een oppervlakte', over));
  if (ligging === 'indicatief') {
    if (shape && shape !== 'Point')
      found.push(fout('geometrie', shape, 'een punt: de ligging is indicatief', over));
    if (numberOf(gegevens, 'straalM') === null)
      found.push(fout('straalM', null, 'een straal in meters: de ligging is indicatief', over));
  } else if (numberOf(gegevens, 'straalM') !== null) {
    found.push(
      fout('straalM', gegevens['straalM'], 'geen straal: die hoort bij een indicatieve ligging', over),
    );
  }
  if (numberOf(gegevens, 'corridorM') !== null && shape && !shape.endsWith('LineString'))
    found.push(fout('corridorM', gegevens['corridorM'], 'geen breedte: die hoort bij een lijn', over));
  return found;
};

export const checkNetbeheerder: Check = ({ gegevens, feiten }) => {
  const named = textOf(gegevens, 'netbeheerder');
  const ofProject = feiten.project?.gegevens['netbeheerders'];
  if (named === null || !Array.isArray(ofProject) || ofProject.length === 0) return [];
  if (ofProject.some((one) => String(one).toLowerCase() === named.toLowerCase())) return [];
  return [letOp('netbeheerder', named, `een van de netbeheerders van het project: ${ofProject.join(', ')}`)];
};
