import { PathLayer, SolidPolygonLayer } from "@deck.gl/layers";
import type { Layer } from "@deck.gl/core";
import { alpha, type Palette } from "./palette";
import { zebra, type Vec } from "./shapes";
import type { Feature, Site } from "./types";

export interface Bounds { minX: number; minY: number; maxX: number; maxY: number }

export function boundsOf(points: { x: number; y: number }[]): Bounds | undefined {
  if (points.length === 0) return undefined;
  const [xs, ys] = [points.map((p) => p.x), points.map((p) => p.y)];
  return { minX: Math.min(...xs), minY: Math.min(...ys), maxX: Math.max(...xs), maxY: Math.max(...ys) };
}

/** What does not move: a grid, then the site's geometry, which comes ordered from the ground up. */
export function groundLayers(site: Site, palette: Palette): Layer[] {
  const features = site.map?.features ?? [];
  const solid = features.filter((f) => f.kind === "building" || f.kind === "obstacle");
  const outline = (feature: Feature): Vec[] => feature.polygon.map((p) => [p.x, p.y]);
  return [
    new PathLayer<Vec[]>({
      id: "grid",
      data: grid(boundsOf(features.flatMap((f) => f.polygon)) ?? { minX: -100, minY: -100, maxX: 100, maxY: 100 }),
      getPath: (line) => line,
      getColor: palette.grid,
      getWidth: 1,
      widthUnits: "pixels",
    }),
    new SolidPolygonLayer<Feature>({ id: "features", data: features, getPolygon: outline, getFillColor: (f) => palette.features[f.kind] }),
    new SolidPolygonLayer<Vec[]>({
      id: "zebra",
      data: features.filter((f) => f.kind === "crossing").flatMap((f) => zebra(f.polygon)),
      getPolygon: (bar) => bar,
      getFillColor: alpha(palette.zebra, 0.8),
    }),
    new PathLayer<Feature>({
      id: "edges",
      data: solid,
      getPath: (f) => [...outline(f), outline(f)[0]!],
      getColor: palette.buildingEdge,
      getWidth: 1,
      widthUnits: "pixels",
    }),
  ];
}

/** Lines every 10 m, well beyond the site. */
function grid(bounds: Bounds): Vec[][] {
  const [pitch, margin] = [10, 200];
  const from = (value: number) => Math.floor((value - margin) / pitch) * pitch;
  const range = (low: number, high: number) => Array.from({ length: Math.min(400, Math.ceil((high - low + 2 * margin) / pitch)) + 1 }, (_, i) => from(low) + i * pitch);
  const [xs, ys] = [range(bounds.minX, bounds.maxX), range(bounds.minY, bounds.maxY)];
  return [
    ...xs.map((x): Vec[] => [[x, ys[0]!], [x, ys.at(-1)!]]),
    ...ys.map((y): Vec[] => [[xs[0]!, y], [xs.at(-1)!, y]]),
  ];
}
