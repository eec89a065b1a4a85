import type { DatasetLoader } from './dataset.ts';
import { openArcGis } from './read-arcgis.ts';
import { openProtectedSites } from './read-protected-sites.ts';
import { openMirror } from './read-mirror.ts';
import { openService } from './read-service.ts';

/** Opens a dataset of features: the publisher's service or file, or the mirror. What we ship is for a dataset's own loader. */
export const openFeatures: DatasetLoader['open'] = async (source, herkomst, context) => {
  if (herkomst === 'officieel')
    return (
      (await openService(source, context)) ??
      (await openArcGis(source, context)) ??
      openProtectedSites(source, context)
    );
  if (herkomst === 'spiegel') return openMirror(source, context.config.dataMirror);
  return null;
};
