import type { Covariance, Point, Pose, Sensor, Size } from "./types";

export type Vec = [number, number];

/** A point of the body frame (x forward, y left) in the frame that the pose is given in. */
export function transform(pose: Pose, x: number, y: number): Vec {
  const [sin, cos] = [Math.sin(pose.yaw), Math.cos(pose.yaw)];
  return [pose.x + cos * x - sin * y, pose.y + sin * x + cos * y];
}

/** The outline of a body, its front pointed a little so that its heading shows. */
export function footprint(pose: Pose, size: Size): Vec[] {
  const [l, w] = [size.length / 2, size.width / 2];
  const nose = Math.min(l * 0.5, w);
  return [transform(pose, -l, -w), transform(pose, l - nose, -w), transform(pose, l, 0), transform(pose, l - nose, w), transform(pose, -l, w)];
}

/** The outline of a box around a point. */
export function box(pose: Pose, size: Size): Vec[] {
  const [l, w] = [size.length / 2, size.width / 2];
  return [transform(pose, -l, -w), transform(pose, l, -w), transform(pose, l, w), transform(pose, -l, w)];
}

/** What a sensor could see if nothing stood in the way. */
export function fieldOfView(body: Pose, sensor: Sensor): Vec[] {
  const { horizontalAngle: angle, maxRange, minRange } = sensor.fieldOfView;
  const [x, y] = transform(body, sensor.mount.x, sensor.mount.y);
  const axis = body.yaw + sensor.mount.yaw;
  const full = angle >= 2 * Math.PI - 0.01;
  const steps = Math.max(4, Math.ceil((angle / (2 * Math.PI)) * 48));
  const arc = (radius: number, backwards: boolean): Vec[] =>
    Array.from({ length: full ? steps : steps + 1 }, (_, i) => {
      const turn = axis - angle / 2 + (angle * (backwards ? steps - i : i)) / steps;
      return [x + radius * Math.cos(turn), y + radius * Math.sin(turn)];
    });
  if (full) return arc(maxRange, false);
  return [...arc(maxRange, false), ...(minRange > 0.5 ? arc(minRange, true) : [[x, y] as Vec])];
}

/** The ellipse that holds all points within `sigmas` standard deviations: its axes are the eigenvectors of the covariance. */
export function ellipse(centre: Point, { xx, xy, yy }: Covariance, sigmas: number, steps = 36): Vec[] {
  const mean = (xx + yy) / 2;
  const spread = Math.hypot((xx - yy) / 2, xy);
  const [a, b] = [sigmas * Math.sqrt(Math.max(0, mean + spread)), sigmas * Math.sqrt(Math.max(0, mean - spread))];
  const axis = Math.atan2(2 * xy, xx - yy) / 2;
  const [sin, cos] = [Math.sin(axis), Math.cos(axis)];
  return Array.from({ length: steps }, (_, i) => {
    const [u, v] = [a * Math.cos((2 * Math.PI * i) / steps), b * Math.sin((2 * Math.PI * i) / steps)];
    return [centre.x + cos * u - sin * v, centre.y + sin * u + cos * v];
  });
}

export function circle(centre: Point, radius: number, steps = 48): Vec[] {
  return ellipse(centre, { xx: radius * radius, xy: 0, yy: radius * radius }, 1, steps);
}

/** An arrow's shaft and head as one line, from a point along a vector; the head is `head` metres long. */
export function arrow(from: Point, along: Point, head: number): Vec[] {
  const tip: Vec = [from.x + along.x, from.y + along.y];
  const turn = Math.atan2(along.y, along.x);
  const barb = (side: number): Vec => [tip[0] - head * Math.cos(turn + side), tip[1] - head * Math.sin(turn + side)];
  return [[from.x, from.y], tip, barb(0.5), tip, barb(-0.5)];
}

/** A line cut into dashes of equal length, in metres. */
export function dashes(from: Point, to: Point, dash: number): [Vec, Vec][] {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  const count = Math.min(400, Math.max(1, Math.round(length / (2 * dash))));
  const at = (share: number): Vec => [from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share];
  return Array.from({ length: count }, (_, i) => [at(i / count), at((i + 0.55) / count)]);
}

/** The white bars of a crossing, across its shorter side; a crossing that is no quadrilateral has none. */
export function zebra(corners: Point[], pitch = 1.2): Vec[][] {
  if (corners.length !== 4) return [];
  const [a, b, c, d] = corners as [Point, Point, Point, Point];
  const length = (p: Point, q: Point) => Math.hypot(q.x - p.x, q.y - p.y);
  const [p, q, r, s] = length(a, b) >= length(b, c) ? [a, b, c, d] : [b, c, d, a];
  const count = Math.max(2, Math.round(length(p, q) / pitch));
  const along = (from: Point, to: Point, share: number): Vec => [from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share];
  return Array.from({ length: count }, (_, i) => {
    const [start, end] = [(i + 0.25) / count, (i + 0.75) / count];
    return [along(p, q, start), along(p, q, end), along(s, r, end), along(s, r, start)];
  });
}
