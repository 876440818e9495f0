import assert from "node:assert/strict";
import { test } from "node:test";
import { arrow, dashes, ellipse, fieldOfView, transform, zebra } from "../src/shapes.ts";

const near = (actual, expected, within = 1e-6) => assert.ok(Math.abs(actual - expected) <= within, `${actual} is not ${expected}`);

test("every point of the ellipse is at the wanted Mahalanobis distance", () => {
  const { xx, xy, yy } = { xx: 0.8, xy: -0.3, yy: 0.25 };
  const det = xx * yy - xy * xy;
  for (const [x, y] of ellipse({ x: 5, y: -2 }, { xx, xy, yy }, 2)) {
    const [u, v] = [x - 5, y + 2];
    near((yy * u * u - 2 * xy * u * v + xx * v * v) / det, 4, 1e-9);
  }
});

test("the body's forward axis is its heading", () => {
  const [x, y] = transform({ x: 1, y: 2, yaw: Math.PI / 2 }, 3, 1);
  near(x, 0);
  near(y, 5);
});

test("a field of view reaches as far as its sensor and opens about its axis", () => {
  const body = { x: 10, y: 0, yaw: Math.PI };
  const sensor = { id: "lidar", mount: { x: 1, y: 0, yaw: 0 }, fieldOfView: { horizontalAngle: 1, maxRange: 5, minRange: 1 } };
  const outline = fieldOfView(body, sensor);
  const distances = outline.map(([x, y]) => Math.hypot(x - 9, y));
  near(Math.max(...distances), 5);
  near(Math.min(...distances), 1);
  assert.ok(outline.every(([x]) => x < 9));
});

test("dashes lie on the line and leave gaps", () => {
  const parts = dashes({ x: 0, y: 0 }, { x: 10, y: 0 }, 1);
  assert.equal(parts.length, 5);
  assert.ok(parts.every(([from, to]) => from[1] === 0 && to[0] > from[0] && to[0] <= 10));
});

test("an arrow ends at its tip and is drawn in one line", () => {
  const [from, tip] = arrow({ x: 1, y: 1 }, { x: 2, y: 0 }, 0.5);
  assert.deepEqual([from, tip], [[1, 1], [3, 1]]);
});

test("a crossing's bars lie across its longer side", () => {
  const bars = zebra([{ x: 0, y: 0 }, { x: 3, y: 0 }, { x: 3, y: 8 }, { x: 0, y: 8 }]);
  assert.ok(bars.length > 4);
  for (const bar of bars) near(Math.max(...bar.map(([x]) => x)) - Math.min(...bar.map(([x]) => x)), 3);
});
