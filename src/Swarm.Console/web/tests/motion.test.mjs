import assert from "node:assert/strict";
import { test } from "node:test";
import { Mover, normalize } from "../src/motion.ts";

const near = (actual, expected, within = 1e-6) => assert.ok(Math.abs(actual - expected) <= within, `${actual} is not ${expected}`);

test("a mover carries on at its velocity, for as long as that is trusted", () => {
  const mover = new Mover({ x: 0, y: 0, yaw: 0 }, { x: 2, y: -1 }, 1000, 500);
  near(mover.place(1250).x, 0.5);
  near(mover.place(1250).y, -0.25);
  near(mover.place(9000).x, 1);
});

test("a correction does not jump, and ends where the news says", () => {
  const mover = new Mover({ x: 0, y: 0, yaw: 0 }, { x: 1, y: 0 }, 0, 500);
  const before = mover.place(400);
  mover.update({ x: 1, y: 0.5, yaw: 0.2 }, { x: 0, y: 0 }, 400);
  near(mover.place(400).x, before.x);
  near(mover.place(400).y, before.y);
  near(mover.place(4000).x, 1, 1e-3);
  near(mover.place(4000).y, 0.5, 1e-3);
});

test("the same news again changes nothing", () => {
  const mover = new Mover({ x: 0, y: 0, yaw: 0 }, { x: 1, y: 0 }, 0, 1000);
  mover.update({ x: 0, y: 0, yaw: 0 }, { x: 1, y: 0 }, 200);
  near(mover.place(400).x, 0.4);
});

test("a turn goes the short way round", () => {
  const mover = new Mover({ x: 0, y: 0, yaw: 3.1 }, { x: 0, y: 0 }, 0, 100);
  mover.update({ x: 0, y: 0, yaw: -3.1 }, { x: 0, y: 0 }, 1000);
  const halfway = normalize(mover.place(1060).yaw);
  assert.ok(Math.abs(halfway) > 3, `${halfway} goes the long way`);
});

test("what is far off jumps", () => {
  const mover = new Mover({ x: 0, y: 0, yaw: 0 }, { x: 0, y: 0 }, 0, 100);
  mover.update({ x: 50, y: 0, yaw: 0 }, { x: 0, y: 0 }, 1000);
  near(mover.place(1000).x, 50);
});
