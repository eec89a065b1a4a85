import type { Rol, SoortOrganisatie } from '../../data/vocabulary.ts';

/** Who is signed in, for which organisation, and what they may do. */
export interface Actor {
  accountId: string;
  naam: string;
  organisatie: { code: string; naam: string; soort: SoortOrganisatie };
  /** gebied: code the role is limited to; '' = the whole area of the organisation. */
  rollen: readonly { rol: Rol; gebied: string }[];
  /** Manages the organisations and their administrators too. */
  atlasbeheer: boolean;
}
