/**
 * What people call an area whose official name is another, by its code; for finding it, and for nothing else. The first two
 * are what those gemeenten call themselves, the others the Dutch names beside official Frisian ones. Common knowledge: the
 * sources of the areas have official names only.
 */
export const roepnamen: Readonly<Record<string, readonly string[]>> = {
  GM0518: ['Den Haag'],
  GM0796: ['Den Bosch'],
  PV21: ['Friesland'],
  GM0737: ['Tietjerksteradeel'],
  GM1891: ['Dantumadeel'],
  GM1900: ['Zuidwest-Friesland'],
  GM1940: ['De Friese Meren'],
  GM1970: ['Noordoost-Friesland'],
};
