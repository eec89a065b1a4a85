// What the type_infra text of the project list stands for: an explicit table over every value that occurs,
// so that nothing is guessed from words. spanningenKv lists the levels the text names, highest first.
import type { Energiedrager, TypeInfraGroep } from '../vocabulary.ts';
import type { SoortObject } from './kenmerken.ts';

export interface TypeInfra {
  groep: TypeInfraGroep;
  spanningenKv: number[];
  /** For the rules on bevoegd gezag and ruimtebeslag; null when the text covers more than one kind. */
  soortObject: SoortObject | null;
  /** Klasse of the sizes that fit (data/rules/ruimtebeslag.ts), where the text says more than the voltage does. */
  maat?: string;
  /** true when the text stands for several objects, so that no single size can fit. */
  meervoud?: true;
}

const station = (...spanningenKv: number[]): TypeInfra => ({
  groep: 'station',
  spanningenKv,
  soortObject: 'station',
});

const leiding: TypeInfra = { groep: 'leiding', spanningenKv: [], soortObject: 'leiding' };

export const typeInfraTabel: Record<string, TypeInfra> = {
  '380/220/110 kV-station': station(380, 220, 110),
  '380/220 kV-station': station(380, 220),
  '380/150/20 kV-station': station(380, 150, 20),
  '380/150 kV-station': station(380, 150),
  '380/150 kV-koppelstation': station(380, 150),
  '380/110 kV-station': station(380, 110),
  '380 kV-station': station(380),
  '220/110 kV-station': station(220, 110),
  '150/50 kV-station': station(150, 50),
  '150/21 kV-station': station(150, 21),
  '150/20 kV-station': station(150, 20),
  '150 kV-station': station(150),
  '110/20 kV-station': station(110, 20),
  '110/10 kV-station': station(110, 10),
  '110 kV-station': station(110),
  '50 kV-station': station(50),
  'MS-station': { ...station(), soortObject: 'ms-station', maat: 'ms-station' },
  'MS-schakelstation': { ...station(), soortObject: 'ms-station', maat: 'ms-station' },
  verdeelstation: station(),
  'regionaal elektriciteitsstation': { ...station(), maat: 'regionaal' },
  'hoogspanningsstation (spanningsniveau niet genoemd)': station(),
  hoogspanningsstation: station(),
  hoogspanningsstations: { ...station(), meervoud: true },
  elektriciteitsstations: { ...station(), meervoud: true },
  '150/20 kV- en MS-stations': { ...station(150, 20), meervoud: true },
  '380 kV-verbinding': { groep: 'verbinding', spanningenKv: [380], soortObject: 'verbinding' },
  '150 kV-kabel': { groep: 'kabel', spanningenKv: [150], soortObject: 'kabel' },
  '110 kV-kabel': { groep: 'kabel', spanningenKv: [110], soortObject: 'kabel' },
  warmtetransportleiding: leiding,
  waterstoftransportleiding: leiding,
  'waterstoftransportleiding (later CO2)': leiding,
  waterstofleiding: leiding,
  middenspanningsprogramma: { groep: 'programma', spanningenKv: [], soortObject: null, meervoud: true },
  'stations en verbindingen (gebiedsproject)': {
    groep: 'overig',
    spanningenKv: [],
    soortObject: null,
    meervoud: true,
  },
  '380/150 kV-stations en verbindingen': {
    groep: 'overig',
    spanningenKv: [380, 150],
    soortObject: null,
    meervoud: true,
  },
};

/** Kinds of which the sources give a size, but that no project of the list has. */
const zonderProject: Record<string, TypeInfra> = {
  'HVDC-converterstation': { ...station(), maat: 'hvdc' },
  'MS-ruimte': { ...station(), soortObject: null, maat: 'ms-ruimte' },
  elektrolyser: { groep: 'overig', spanningenKv: [], soortObject: null, maat: 'elektrolyser' },
  'regelbare centrale': { groep: 'overig', spanningenKv: [], soortObject: 'centrale', maat: 'centrale' },
};

const alle: Record<string, TypeInfra> = { ...typeInfraTabel, ...zonderProject };

/** Every text the atlas knows the meaning of. */
export const typeInfraNamen: readonly string[] = Object.keys(alle);

const onbekend: TypeInfra = { groep: 'onbekend', spanningenKv: [], soortObject: null };

/** What a type_infra text stands for; group 'onbekend' for null and for a text that is not known. */
export function findTypeInfra(typeInfra: string | null): TypeInfra {
  return (typeInfra === null ? undefined : alle[typeInfra]) ?? onbekend;
}

/** The group for symbol and filter; 'onbekend' for null and for a text that is not in the table. */
export function toTypeInfraGroep(typeInfra: string | null): TypeInfraGroep {
  return findTypeInfra(typeInfra).groep;
}

/** The kenmerken of the bevoegd-gezag rules that a project's own facts give; what is unknown is left out.
 *  The highest voltage counts: a station belongs to the net of its highest level. */
export function toKenmerken(project: { energiedrager: Energiedrager; typeInfra: string | null }) {
  const { spanningenKv, soortObject } = findTypeInfra(project.typeInfra);
  const spanningKv = spanningenKv.length ? Math.max(...spanningenKv) : undefined;
  return {
    energiedrager: project.energiedrager,
    ...(spanningKv === undefined ? {} : { spanningKv }),
    ...(soortObject === null ? {} : { soortObject }),
  };
}
