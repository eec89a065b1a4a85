// When two areas overlap, and when they only touch. Our own assumptions, stated with every answer.
//
// 1 m² and 1 m: every overlay snaps to a grid of 1 mm, so two areas that share a border digitised twice can leave
// strips of millimetres: 1 km of such a border gives at most 1 m². Below it nothing is said about the land; above it
// the overlap is reported, however small, because a planner must see it. The accuracy of the boundaries themselves is
// another matter (P95 26 m for the generalised gemeenten): that is told with the source, never used to hide a hit.
export const floors = { m2: 1, m: 1 };

/** A project within this distance of a province border is "nabij" when nothing else is asked: the neighbour is then
 *  within the usual reach of consultation. A choice of ours, and a parameter of the question. */
export const nearBorderM = 1000;
