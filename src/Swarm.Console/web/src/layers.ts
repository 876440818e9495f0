import type { Layer } from "@deck.gl/core";
import { IconLayer, LineLayer, PathLayer, SolidPolygonLayer, TextLayer } from "@deck.gl/layers";
import type { makeAtlas } from "./icons";
import { alpha, type Colour, type Palette } from "./palette";
import type { DeviceMark, HazardMark, Scene, TrackMark } from "./scene";
import * as shapes from "./shapes";
import type { Placement } from "./motion";
import type { Pose, Sensor } from "./types";
import { seconds } from "./words";

export interface Toggles { fields: boolean; sight: boolean; ellipses: boolean; labels: boolean }
export interface Focus { device?: string; track?: string }

export interface Drawing {
  scene: Scene;
  palette: Palette;
  atlas: ReturnType<typeof makeAtlas>;
  toggles: Toggles;
  selected: Focus;
  hovered: Focus;
  /** Metres per pixel at the present zoom. */
  scale: number;
}

type Line = [shapes.Vec, shapes.Vec];

/** Drawn once: all that a name or a figure can hold. */
const characters = [...Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i)), "·"];

/** Seconds of travel that a velocity arrow shows. */
const ArrowTime = 2;

const font = "system-ui, -apple-system, 'Segoe UI', Roboto, 'DejaVu Sans', sans-serif";
const at = (place: { x: number; y: number }): shapes.Vec => [place.x, place.y];
const poseOf = (mark: { place: Placement }): Pose => mark.place;

/** Everything that moves, from the bottom up. */
export function liveLayers(drawing: Drawing): Layer[] {
  const devices = drawing.scene.devices.filter((mark) => mark.device.pose);
  return [
    ...fields(drawing, devices),
    ...stopAreas(drawing),
    ...bodies(drawing, devices),
    ...sight(drawing, devices),
    ...hazards(drawing),
    ...tracks(drawing),
    ...deviceMarkers(drawing, devices),
    ...labels(drawing, devices),
  ];
}

function fields({ toggles, selected, hovered, palette }: Drawing, devices: DeviceMark[]): Layer[] {
  const inFocus = (mark: DeviceMark) => mark.device.id === selected.device || mark.device.id === hovered.device;
  const data = devices
    .filter((mark) => mark.device.presence === "online" && (toggles.fields || inFocus(mark)))
    .flatMap((mark) => mark.device.sensors.map((sensor): { mark: DeviceMark; sensor: Sensor } => ({ mark, sensor })));
  return [
    new SolidPolygonLayer<(typeof data)[number]>({
      id: "fields",
      data,
      getPolygon: ({ mark, sensor }) => shapes.fieldOfView(poseOf(mark), sensor),
      getFillColor: ({ mark }) => alpha(palette.sight, inFocus(mark) ? 0.16 : 0.035),
    }),
  ];
}

function stopAreas({ scene, palette }: Drawing): Layer[] {
  const areas = scene.stops.flatMap((stop) => (stop.scope.area ? [shapes.circle(stop.scope.area.centre, stop.scope.area.radius)] : []));
  return [
    new SolidPolygonLayer<shapes.Vec[]>({ id: "stop-areas", data: areas, getPolygon: (area) => area, getFillColor: alpha(palette.hazard, 0.12) }),
    new PathLayer<shapes.Vec[]>({
      id: "stop-edges", data: areas, getPath: (area) => [...area, area[0]!], getColor: alpha(palette.hazard, 0.8), getWidth: 1.5, widthUnits: "pixels",
    }),
  ];
}

/** Bodies to scale, of devices and of tracks whose size is known. */
function bodies({ scene, palette }: Drawing, devices: DeviceMark[]): Layer[] {
  const data = [
    ...scene.tracks.filter((mark) => mark.track.size).map((mark) => ({
      outline: shapes.box(poseOf(mark), mark.track.size!),
      colour: palette.classes[mark.track.class],
      opacity: 0.3 * mark.track.existence,
    })),
    ...devices.filter((mark) => mark.device.size).map((mark) => ({
      outline: shapes.footprint(poseOf(mark), mark.device.size!),
      colour: palette.presence[mark.device.presence],
      opacity: 0.45,
    })),
  ];
  return [
    new SolidPolygonLayer<(typeof data)[number]>({ id: "bodies", data, getPolygon: (d) => d.outline, getFillColor: (d) => alpha(d.colour, d.opacity) }),
    new PathLayer<(typeof data)[number]>({
      id: "body-edges", data, getPath: (d) => [...d.outline, d.outline[0]!], getColor: (d) => alpha(d.colour, d.opacity * 2), getWidth: 1, widthUnits: "pixels",
    }),
  ];
}

/** Who sees what: from each device to the tracks that its detections feed. */
function sight({ scene, palette, toggles, selected, hovered }: Drawing, devices: DeviceMark[]): Layer[] {
  const shown = new Map(devices.map((mark) => [mark.device.id, mark]));
  const isFocus = (device: string, track: string) =>
    device === selected.device || device === hovered.device || track === selected.track || track === hovered.track;
  const data = scene.tracks.flatMap((mark) =>
    mark.track.seenBy.flatMap((id) => {
      const device = shown.get(id);
      const focus = isFocus(id, mark.track.id);
      return device && (focus || toggles.sight || mark.threatens) ? [{ device, mark, focus }] : [];
    }));
  return [
    new LineLayer<(typeof data)[number]>({
      id: "sight",
      data,
      getSourcePosition: (d) => at(d.device.place),
      getTargetPosition: (d) => at(d.mark.place),
      getColor: (d) => alpha(palette.sight, d.focus ? 0.9 : d.mark.threatens ? 0.5 : 0.28),
      getWidth: (d) => (d.focus ? 1.8 : 1),
      widthUnits: "pixels",
    }),
  ];
}

/** From each device to what it is on course to conflict with: dashed where it cannot see that itself. */
function hazards({ scene, palette, atlas, scale }: Drawing): Layer[] {
  const data = scene.hazards.filter((mark) => mark.device.device.pose);
  const target = (mark: HazardMark) => mark.target?.place ?? mark.hazard.position;
  const lines = data.flatMap((mark): Line[] =>
    mark.hazard.seenBySelf ? [[at(mark.device.place), at(target(mark))]] : shapes.dashes(mark.device.place, target(mark), 6 * scale));
  return [
    new LineLayer<Line>({
      id: "hazards", data: lines, getSourcePosition: (line) => line[0], getTargetPosition: (line) => line[1], getColor: palette.hazard, getWidth: 2.5, widthUnits: "pixels",
    }),
    new IconLayer<HazardMark>({
      id: "hazard-rings", data, ...icons(atlas), getIcon: () => "ring", getPosition: (mark) => at(target(mark)), getColor: palette.hazard, getSize: 34,
      updateTriggers: { getPosition: performance.now() },
    }),
  ];
}

function tracks({ scene, palette, atlas, toggles, selected, hovered, scale }: Drawing): Layer[] {
  const colour = (mark: TrackMark) => palette.classes[mark.track.class];
  const opacity = (mark: TrackMark) => (mark.track.confirmed ? 0.35 + 0.65 * mark.track.existence : 0.45 * mark.track.existence + 0.1);
  const inFocus = (mark: TrackMark) => mark.track.id === selected.track || mark.track.id === hovered.track;
  const ahead = ({ track: { velocity } }: TrackMark) => ({ x: velocity.x * ArrowTime, y: velocity.y * ArrowTime });
  const moving = scene.tracks.filter((mark) => Math.hypot(mark.track.velocity.x, mark.track.velocity.y) > 0.25);
  const ellipses = toggles.ellipses ? scene.tracks : scene.tracks.filter(inFocus);
  const outlines = ellipses.map((mark) => ({ mark, outline: shapes.ellipse(mark.place, mark.track.covariance, 2) }));
  const moved = performance.now();
  return [
    new SolidPolygonLayer<(typeof outlines)[number]>({
      id: "ellipses", data: outlines, getPolygon: (d) => d.outline, getFillColor: (d) => alpha(colour(d.mark), 0.16 * opacity(d.mark)),
    }),
    new PathLayer<(typeof outlines)[number]>({
      id: "ellipse-edges", data: outlines, getPath: (d) => [...d.outline, d.outline[0]!], widthUnits: "pixels",
      getColor: (d) => alpha(colour(d.mark), 0.8 * opacity(d.mark)), getWidth: (d) => (inFocus(d.mark) ? 2 : 1),
    }),
    new PathLayer<TrackMark>({
      id: "velocities", data: moving, getPath: (mark) => shapes.arrow(mark.place, ahead(mark), 7 * scale), widthUnits: "pixels",
      getColor: (mark) => alpha(colour(mark), opacity(mark)), getWidth: 1.8, jointRounded: true, capRounded: true,
    }),
    new IconLayer<TrackMark>({
      id: "track-halos", data: scene.tracks, ...icons(atlas), getIcon: (mark) => `class-${mark.track.class}-halo`, getPosition: (mark) => at(mark.place),
      getColor: (mark) => alpha(palette.textBack, opacity(mark)), getSize: 21, updateTriggers: { getPosition: moved },
    }),
    new IconLayer<TrackMark>({
      id: "tracks", data: scene.tracks, pickable: true, ...icons(atlas), getIcon: (mark) => `class-${mark.track.class}`, getPosition: (mark) => at(mark.place),
      getColor: (mark) => alpha(colour(mark), opacity(mark)), getSize: 21, updateTriggers: { getPosition: moved },
    }),
  ];
}

function deviceMarkers({ palette, atlas, selected, hovered }: Drawing, devices: DeviceMark[]): Layer[] {
  const colour = (mark: DeviceMark): Colour => palette.presence[mark.device.presence];
  const inFocus = devices.filter((mark) => mark.device.id === selected.device || mark.device.id === hovered.device);
  const layer = (id: string, icon: (mark: DeviceMark) => string, size: number, tint: (mark: DeviceMark) => [number, number, number, number?], data = devices, turned = false) =>
    new IconLayer<DeviceMark>({
      id, data, pickable: id === "devices", ...icons(atlas), getIcon: icon, getPosition: (mark) => at(mark.place), getSize: size,
      getAngle: turned ? (mark) => (mark.place.yaw * 180) / Math.PI : 0,
      getColor: tint as (mark: DeviceMark) => [number, number, number, number],
      updateTriggers: { getPosition: performance.now(), getAngle: turned ? performance.now() : 0 },
    });
  return [
    layer("device-focus", () => "ring", 40, () => palette.selection, inFocus),
    layer("device-halos", () => "halo", 27, () => alpha(palette.textBack, 0.9)),
    layer("device-noses", () => "nose", 36, colour, devices.filter((mark) => mark.device.kind !== "camera" || mark.device.sensors.length > 0), true),
    layer("devices", () => "disc", 28, colour),
    layer("device-glyphs", (mark) => `device-${mark.device.kind}`, 17, () => palette.glyph),
    layer("device-threatened", () => "ring", 30, () => palette.hazard, devices.filter((mark) => mark.hazards.length > 0)),
  ];
}

function labels({ scene, palette, toggles }: Drawing, devices: DeviceMark[]): Layer[] {
  const common = {
    fontFamily: font, fontWeight: 600, characterSet: characters, background: true, sizeUnits: "pixels" as const, fontSettings: { sdf: false, fontSize: 48 },
  };
  // The soonest of those that something threatens: they come sorted.
  const targets = new Set<unknown>();
  const soonest = scene.hazards.filter((mark) => !targets.has(mark.target ?? mark) && targets.add(mark.target ?? mark));
  const said = (mark: DeviceMark) =>
    [mark.device.id, ...(mark.device.presence === "online" ? [] : [mark.device.presence]), ...(mark.device.stopCount > 0 ? ["stopped"] : [])].join(" · ");
  return [
    new TextLayer<DeviceMark>({
      ...common, id: "labels", data: toggles.labels ? devices : [], getText: said, getPosition: (mark) => at(mark.place), getPixelOffset: [0, 23], getSize: 11,
      getColor: palette.text, getBackgroundColor: alpha(palette.textBack, 0.72), backgroundPadding: [4, 1, 4, 1], updateTriggers: { getPosition: performance.now() },
    }),
    new TextLayer<HazardMark>({
      ...common, id: "hazard-labels", data: soonest, getText: (mark) => seconds(mark.hazard.timeToCollision), getPixelOffset: [0, -26], getSize: 12,
      getPosition: (mark) => at(mark.target?.place ?? mark.hazard.position),
      getColor: palette.glyph, getBackgroundColor: palette.hazard, backgroundPadding: [5, 2, 5, 2], updateTriggers: { getPosition: performance.now() },
    }),
  ];
}

function icons(atlas: Drawing["atlas"]) {
  // Deck takes a canvas as an image; its types name fewer kinds than it does.
  return { iconAtlas: atlas.image as unknown as string, iconMapping: atlas.mapping, sizeUnits: "pixels" as const, alphaCutoff: 0.05 };
}
