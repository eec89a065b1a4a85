import type { LayerDocument } from './layers/document.ts';

/** Every layer of the atlas, top to bottom, as the panel lists them. */
export const layerDocuments: readonly LayerDocument[] = [];
