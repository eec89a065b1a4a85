import type { DatasetLoader } from './dataset.ts';
import { openService } from './read-service.ts';
import { openMirror } from './read-mirror.ts';

/** Opens a dataset of features: the publisher's OGC API, or the mirror. What we ship is for a dataset's own loader. */
export const openFeatures: DatasetLoader['open'] = async (source, herkomst, context) => {
  if (herkomst === 'officieel') return openService(source, context);
  if (herkomst === 'spiegel') return openMirror(source, context.config.dataMirror);
  return null;
};
