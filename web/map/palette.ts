// Every colour of the atlas, by meaning, once for light and once for dark. Screen, map, legend and print take their
// colours from here and nowhere else. Colour has three jobs: how concrete a project is (`fase`, one blue ramp from
// pale to deep), what kind of claim overlaps (`overlap`, three hues that stay apart under protanopia, deuteranopia
// and tritanopia), and attention (`accent` for selection and focus, `warning`).
import type { Fase } from '../../data/vocabulary.ts';

export interface Palette {
  scheme: 'licht' | 'donker';
  /** Panels and pages. */
  paper: string;
  /** A panel on a panel: card heads, hovered rows, inputs. */
  paperRaised: string;
  paperSunken: string;
  ink: string;
  inkSoft: string;
  /** Units, notes; still 4.5:1 on paper. */
  inkFaint: string;
  /** Edges of controls: 3:1 on paper. */
  edge: string;
  hairline: string;
  accent: string;
  accentSoft: string;
  onAccent: string;
  warning: string;
  warningSoft: string;
  link: string;
  shadow: string;
  map: {
    land: string;
    /** The chosen provincie: it stays white while the rest dims. */
    landChosen: string;
    water: string;
    dim: string;
    label: string;
    labelFaint: string;
    halo: string;
    borderLand: string;
    borderProvincie: string;
    borderRegio: string;
    borderSubregio: string;
    borderGemeente: string;
    borderWaterschap: string;
    borderNetbeheerder: string;
    grid: string;
    gridHalo: string;
  };
  /** Fill of a project's symbol. `onbekend` is hollow. */
  fase: Record<Fase | 'onbekend', string>;
  /** Edge of a project's symbol, and the glyph in it on pale and on deep fills. */
  symbolEdge: string;
  glyphOnPale: string;
  glyphOnDeep: string;
  overlap: { natuur: string; plan: string; claim: string };
}

export const light: Palette = {
  scheme: 'licht',
  paper: '#fbfaf7',
  paperRaised: '#ffffff',
  paperSunken: '#f1efe9',
  ink: '#1c2227',
  inkSoft: '#475059',
  inkFaint: '#626b74',
  edge: '#858c92',
  hairline: '#dcd9d0',
  accent: '#b6143f',
  accentSoft: '#fbe6ea',
  onAccent: '#ffffff',
  warning: '#7a4a00',
  warningSoft: '#fbf0d7',
  link: '#1c4a86',
  shadow: '#1c222733',
  map: {
    land: '#f8f6f0',
    landChosen: '#ffffff',
    water: '#d9e3e8',
    dim: '#cfd5d7',
    label: '#333b43',
    labelFaint: '#6b747c',
    halo: '#fbfaf7',
    borderLand: '#5d6770',
    borderProvincie: '#7c868e',
    borderRegio: '#7f8b94',
    borderSubregio: '#a08a68',
    borderGemeente: '#c5c9ca',
    borderWaterschap: '#7fa0b3',
    borderNetbeheerder: '#8d84a3',
    grid: '#4b4a48',
    gridHalo: '#fbfaf7',
  },
  fase: {
    verkenning: '#cfdff0',
    planuitwerking: '#90b5dc',
    project: '#447fc0',
    realisatie: '#174a8c',
    gerealiseerd: '#3b4147',
    vervallen: '#d6d3cb',
    onbekend: '#fbfaf7',
  },
  symbolEdge: '#12315c',
  glyphOnPale: '#12315c',
  glyphOnDeep: '#ffffff',
  overlap: { natuur: '#28836e', plan: '#b17000', claim: '#6d2f8f' },
};

export const dark: Palette = {
  scheme: 'donker',
  paper: '#181c20',
  paperRaised: '#20262b',
  paperSunken: '#121518',
  ink: '#eceae4',
  inkSoft: '#bfc4c6',
  inkFaint: '#969ea4',
  edge: '#757e85',
  hairline: '#343b41',
  accent: '#ff6b76',
  accentSoft: '#45202a',
  onAccent: '#1d070a',
  warning: '#f0c069',
  warningSoft: '#3a2e14',
  link: '#93bdf0',
  shadow: '#00000080',
  map: {
    land: '#23292e',
    landChosen: '#2b3238',
    water: '#15191d',
    dim: '#15191d',
    label: '#d8d9d6',
    labelFaint: '#949ca2',
    halo: '#181c20',
    borderLand: '#949ca2',
    borderProvincie: '#7b848b',
    borderRegio: '#7b868e',
    borderSubregio: '#8c7a5c',
    borderGemeente: '#3d454b',
    borderWaterschap: '#4e6f83',
    borderNetbeheerder: '#6f6787',
    grid: '#b5b2ab',
    gridHalo: '#181c20',
  },
  fase: {
    verkenning: '#31465f',
    planuitwerking: '#3f6da3',
    project: '#5f9be0',
    realisatie: '#aed2fb',
    gerealiseerd: '#c9ccce',
    vervallen: '#4a4f53',
    onbekend: '#181c20',
  },
  symbolEdge: '#cfe3fb',
  glyphOnPale: '#0c1f3a',
  glyphOnDeep: '#eef5fd',
  overlap: { natuur: '#54c5aa', plan: '#e99b2a', claim: '#b06bd0' },
};
