import type { DeviceKind, ObjectClass } from "./types";

// Each glyph is drawn in a box of 24 by 24 with y downwards, filled in one colour; the map and the lists use the same ones.
const glyphs: Record<`device-${DeviceKind}` | `class-${ObjectClass}`, string> = {
  "device-wagon": "M5 7h14v8h-1.2a2.6 2.6 0 0 0-5.1 0h-1.4a2.6 2.6 0 0 0-5.1 0H5zM8.7 13.8a1.8 1.8 0 1 1 0 3.6 1.8 1.8 0 0 1 0-3.6M15.3 13.8a1.8 1.8 0 1 1 0 3.6 1.8 1.8 0 0 1 0-3.6",
  "device-drone": "M7 4.4a2.6 2.6 0 1 1-.1 5.2A2.6 2.6 0 0 1 7 4.4M17 4.4a2.6 2.6 0 1 1-.1 5.2 2.6 2.6 0 0 1 .1-5.2M7 14.4a2.6 2.6 0 1 1-.1 5.2 2.6 2.6 0 0 1 .1-5.2M17 14.4a2.6 2.6 0 1 1-.1 5.2 2.6 2.6 0 0 1 .1-5.2M8.5 7.6l3.5 3 3.5-3 1 1.1-3.1 3.3 3.1 3.3-1 1.1-3.5-3-3.5 3-1-1.1 3.1-3.3-3.1-3.3z",
  "device-mower": "M4 15c0-4 2.6-6.5 7-6.5h2.5l4-4.5 1.6 1.4-4 4.4c2.9.6 4.9 2.4 4.9 5.2v.6H4zM8 16.6a1.9 1.9 0 1 1 0 3.8 1.9 1.9 0 0 1 0-3.8M16 16.6a1.9 1.9 0 1 1 0 3.8 1.9 1.9 0 0 1 0-3.8",
  "device-camera": "M4 8h10.5v8H4zM15.5 10.8l4.5-2.6v7.6l-4.5-2.6z",
  "device-other": "M12 6.5 17.5 12 12 17.5 6.5 12z",
  "class-pedestrian": "M12 2.6a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5M9.2 8.6h5.6c.9 0 1.5.7 1.5 1.5v5.2h-1.9l-.5 6.1h-3.8l-.5-6.1H7.7v-5.2c0-.8.6-1.5 1.5-1.5",
  "class-cyclist": "M14.6 2.4a1.9 1.9 0 1 1 0 3.8 1.9 1.9 0 0 1 0-3.8M9 9.3l3.6-2.6 3 2.8h2.6v1.8h-3.3l-1.6-1.3-1.6 1.6 2.2 2v5h-1.8v-4.1l-3.7-2.9zM6.2 13a4.2 4.2 0 1 1-.1 8.4 4.2 4.2 0 0 1 .1-8.4m0 1.7a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5M17.8 13a4.2 4.2 0 1 1-.1 8.4 4.2 4.2 0 0 1 .1-8.4m0 1.7a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5",
  "class-vehicle": "M5.8 6h12.4l2.3 5.4v6.2h-2.2v1.9h-2.8v-1.9H8.5v1.9H5.7v-1.9H3.5v-6.2zM7.3 7.9 6 11.2h12l-1.3-3.3z",
  "class-robot": "M11.2 2.5h1.6v3H18v9.5H6V5.5h5.2zM9.3 8.2v2.6h1.8V8.2zm3.6 0v2.6h1.8V8.2zM7.5 16.5h9v4.8h-9z",
  "class-animal": "M7 9.2a2 2.4 0 1 1 0 .1zM12 6a2 2.5 0 1 1 0 .1zM16.6 8.4a2 2.4 0 1 1 0 .1zM12 12c3 0 5.2 3.4 5.2 5.6 0 1.7-1.4 2.5-2.8 2.2-1.6-.4-3.2-.4-4.8 0-1.4.3-2.8-.5-2.8-2.2C6.8 15.4 9 12 12 12",
  "class-unknown": "M12 5a7 7 0 1 1 0 14 7 7 0 0 1 0-14m0 2.2a4.8 4.8 0 1 0 0 9.6 4.8 4.8 0 0 0 0-9.6",
};

export type Glyph = keyof typeof glyphs;

export const glyphPath = (name: Glyph) => glyphs[name];

interface AtlasEntry { x: number; y: number; width: number; height: number; mask: boolean }

/** Pixels along one side of an icon in the atlas; icons are drawn at a third of that or less. */
const Cell = 72;

/**
 * Every icon in one image, white on clear, to be tinted: the glyphs, each also as a halo that keeps it readable on any ground, the disc
 * of a device and the nose that shows its heading (pointing east).
 */
export function makeAtlas(): { image: HTMLCanvasElement; mapping: Record<string, AtlasEntry> } {
  const names = Object.keys(glyphs) as Glyph[];
  const draws: [string, (pen: CanvasRenderingContext2D) => void][] = [
    ["disc", (pen) => pen.fill(new Path2D("M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18"))],
    ["halo", (pen) => pen.fill(new Path2D("M12 1.6a10.4 10.4 0 1 1 0 20.8 10.4 10.4 0 0 1 0-20.8"))],
    ["ring", (pen) => { pen.lineWidth = 1.7; pen.stroke(new Path2D("M12 1.8a10.2 10.2 0 1 1 0 20.4 10.2 10.2 0 0 1 0-20.4")); }],
    ["nose", (pen) => pen.fill(new Path2D("M16.2 7.4 22.6 12l-6.4 4.6z"))],
    ...names.map((name): [string, (pen: CanvasRenderingContext2D) => void] => [name, (pen) => pen.fill(new Path2D(glyphs[name]), "evenodd")]),
    ...names.map((name): [string, (pen: CanvasRenderingContext2D) => void] => [`${name}-halo`, (pen) => {
      pen.lineWidth = 3.4;
      pen.lineJoin = "round";
      pen.stroke(new Path2D(glyphs[name]));
      pen.fill(new Path2D(glyphs[name]));
    }]),
  ];

  const columns = 8;
  const image = document.createElement("canvas");
  image.width = columns * Cell;
  image.height = Math.ceil(draws.length / columns) * Cell;
  const pen = image.getContext("2d")!;
  pen.fillStyle = pen.strokeStyle = "#fff";
  const mapping: Record<string, AtlasEntry> = {};
  draws.forEach(([name, draw], i) => {
    const [x, y] = [(i % columns) * Cell, Math.floor(i / columns) * Cell];
    // Two pixels of margin: neighbours must not bleed in when the icon is scaled.
    pen.setTransform((Cell - 4) / 24, 0, 0, (Cell - 4) / 24, x + 2, y + 2);
    draw(pen);
    mapping[name] = { x, y, width: Cell, height: Cell, mask: true };
  });
  return { image, mapping };
}
