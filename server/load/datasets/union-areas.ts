import {
  gemeenten,
  indeling,
  listGemeentenInProvincie,
  listGemeentenInResRegio,
  provincies,
  resRegios,
  subregios,
} from '../../../data/seed/gebieden.ts';
import { netbeheerders, toNetbeheerdersgebiedCode } from '../../../data/seed/netbeheerders.ts';
import type { UnionArea } from './from-gemeenten.ts';

/** The areas that are unions of gemeenten, from the register of memberships. */
export const unionAreas = {
  provincies: provincies.map(({ code, naam, inwoners2023 }) => ({
    code,
    naam,
    indeling: null,
    ...indeling,
    eigenschappen: { inwoners2023 },
    leden: whole(listGemeentenInProvincie(code)),
  })),
  resRegios: resRegios.map(({ code, naam, ...rest }) => ({
    code,
    naam,
    indeling: null,
    ...indeling,
    eigenschappen: rest,
    leden: whole(listGemeentenInResRegio(code)),
  })),
  subregios: subregios.map(
    ({ code, naam, indeling: division, geldigVan, geldigTot, gemeenten: members, ...rest }) => ({
      code,
      naam,
      indeling: division,
      geldigVan,
      geldigTot,
      eigenschappen: rest,
      leden: whole(members),
    }),
  ),
  netbeheerdersgebieden: listOperatorAreas(),
} satisfies Record<string, UnionArea[]>;

function whole(codes: string[]): UnionArea['leden'] {
  return codes.map((gemeente) => ({ gemeente, deel: false, toelichting: null }));
}

/**
 * One area per operator that is the main one of some gemeente. The main operator has the whole gemeente (deel =
 * false) with the exceptions in words; the operator of an exception has it as a part (deel = true).
 */
function listOperatorAreas(): UnionArea[] {
  return netbeheerders
    .filter(({ id }) => gemeenten.some((gemeente) => gemeente.netbeheerder === id))
    .map(({ id, naam, groep, regionaalHsKv, uitzondering, bronnen }) => ({
      code: toNetbeheerdersgebiedCode(id),
      naam,
      indeling: null,
      ...indeling,
      eigenschappen: { netbeheerder: id, groep, regionaalHsKv, uitzondering, bronnen },
      leden: gemeenten.flatMap(({ code, netbeheerder, uitzonderingen }): UnionArea['leden'] => {
        if (netbeheerder === id) {
          const others = uitzonderingen.map((part) => `${part.deelgebied} (${nameOf(part.netbeheerder)})`);
          return [
            {
              gemeente: code,
              deel: false,
              toelichting: others.length ? `behalve ${others.join('; ')}` : null,
            },
          ];
        }
        const own = uitzonderingen.filter((part) => part.netbeheerder === id);
        if (own.length === 0) return [];
        return [
          {
            gemeente: code,
            deel: true,
            toelichting: `deels: ${own.map((part) => part.deelgebied).join('; ')}`,
          },
        ];
      }),
    }));
}

function nameOf(id: string): string {
  return netbeheerders.find((operator) => operator.id === id)?.naam ?? id;
}
