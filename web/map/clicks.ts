import type { GeoJSONSource, Map as MapLibreMap, MapMouseEvent } from 'maplibre-gl';
import type { Atlas } from '../state/contexts.ts';

const symbolLayers = ['projecten-symbool', 'projecten-aantal'];
const pinLayer = 'plaatsing-speld';
/** Above this zoom a count is projects at one and the same place: zooming does not part them. */
const lastPartingZoom = 17;

/**
 * Turns clicks into selections: one project opens its panel, a count zooms in until it parts, anything else asks
 * what lies here. While a tool is in hand the click is the tool's. Gives the way to stop.
 */
export function listenToClicks(
  map: MapLibreMap,
  { draw, placing, selection, view, map: handle }: Atlas,
): () => void {
  const present = () => symbolLayers.filter((id) => map.getLayer(id));

  async function onClick(event: MapMouseEvent): Promise<void> {
    // While something is placed, a click beside it must not take its panel away.
    if (draw.mode !== 'kies' || draw.kept) return;
    const [pin] = map.getLayer(pinLayer)
      ? map.queryRenderedFeatures(event.point, { layers: [pinLayer] })
      : [];
    if (pin?.properties.id) {
      placing.pinId = String(pin.properties.id);
      view.openRight('opmerkingen');
      return;
    }
    const [feature] = map.queryRenderedFeatures(event.point, { layers: present() });
    const at: [number, number] = [event.lngLat.lng, event.lngLat.lat];
    if (feature?.properties.cluster) {
      const source = map.getSource<GeoJSONSource>('projecten');
      const zoom = await source?.getClusterExpansionZoom(Number(feature.properties.cluster_id));
      const [lng, lat] = feature.geometry.type === 'Point' ? feature.geometry.coordinates : at;
      if (zoom !== undefined && zoom <= lastPartingZoom && lng !== undefined && lat !== undefined) {
        handle.flyTo([lng, lat], zoom);
        return;
      }
    } else if (feature) {
      selection.point = null;
      selection.projectId = String(feature.properties.id);
      view.openRight('project');
      return;
    }
    selection.hit = null;
    selection.point = at;
    view.openRight('treffers');
  }

  function onMove(event: MapMouseEvent): void {
    if (draw.mode !== 'kies' || map.isMoving()) return;
    const [feature] = map.queryRenderedFeatures(event.point, { layers: present() });
    map.getCanvas().style.cursor = feature ? 'pointer' : '';
    const id = feature && !feature.properties.cluster ? String(feature.properties.id) : null;
    if (selection.hoverProjectId !== id) selection.hoverProjectId = id;
  }

  const onLeave = () => (selection.hoverProjectId = null);
  const click = (event: MapMouseEvent) => void onClick(event);
  map.on('click', click);
  map.on('mousemove', onMove);
  map.on('mouseout', onLeave);
  return () => {
    map.off('click', click);
    map.off('mousemove', onMove);
    map.off('mouseout', onLeave);
  };
}
