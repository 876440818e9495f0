import type { FeatureKind, ObjectClass, Presence } from "./types";

export type Colour = [number, number, number];

export interface Palette {
  ground: Colour;
  grid: Colour;
  features: Record<FeatureKind, Colour>;
  buildingEdge: Colour;
  zebra: Colour;
  presence: Record<Presence, Colour>;
  classes: Record<ObjectClass, Colour>;
  hazard: Colour;
  sight: Colour;
  text: Colour;
  textBack: Colour;
  glyph: Colour;
  selection: Colour;
}

const hex = (value: string): Colour => [0, 2, 4].map((i) => Number.parseInt(value.slice(i, i + 2), 16)) as Colour;

export const dark: Palette = {
  ground: hex("10161c"),
  grid: hex("1b242d"),
  features: { lawn: hex("14261d"), road: hex("1a222b"), pavement: hex("26313c"), crossing: hex("222c36"), obstacle: hex("5c5346"), building: hex("37444f") },
  buildingEdge: hex("566675"),
  zebra: hex("55626f"),
  presence: { online: hex("3fb8a9"), stale: hex("e0a63a"), offline: hex("7c8894"), lost: hex("c77dff"), unknown: hex("56626e") },
  classes: { pedestrian: hex("ffc861"), cyclist: hex("7cc4ff"), vehicle: hex("b7c3d0"), robot: hex("8ee0b6"), animal: hex("e0a3c4"), unknown: hex("9aa6b2") },
  hazard: hex("ff5a5f"),
  sight: hex("6fd3ff"),
  text: hex("e6edf3"),
  textBack: hex("10161c"),
  glyph: hex("0c1116"),
  selection: hex("ffffff"),
};

export const light: Palette = {
  ground: hex("e9edf1"),
  grid: hex("dde3e9"),
  features: { lawn: hex("d3e5d0"), road: hex("cfd6dd"), pavement: hex("f6f8fa"), crossing: hex("d5dbe1"), obstacle: hex("b9a88c"), building: hex("aab5c0") },
  buildingEdge: hex("8593a1"),
  zebra: hex("ffffff"),
  presence: { online: hex("0b7f73"), stale: hex("b3720a"), offline: hex("6a7580"), lost: hex("8430c4"), unknown: hex("8a949e") },
  classes: { pedestrian: hex("a65a00"), cyclist: hex("0a64b4"), vehicle: hex("44515e"), robot: hex("11734a"), animal: hex("9a2f6b"), unknown: hex("5d6873") },
  hazard: hex("d0121f"),
  sight: hex("0a78b5"),
  text: hex("14202b"),
  textBack: hex("ffffff"),
  glyph: hex("ffffff"),
  selection: hex("14202b"),
};

export const css = (colour: Colour) => `rgb(${colour.join(" ")})`;

export const alpha = (colour: Colour, opacity: number): [number, number, number, number] => [...colour, Math.round(255 * Math.min(1, Math.max(0, opacity)))];
