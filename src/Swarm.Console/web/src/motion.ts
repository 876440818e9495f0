import type { Point } from "./types";

export interface Placement extends Point { yaw: number }

/** Milliseconds in which a correction fades to a third. */
const FadeTime = 180;

/** Corrections farther than this (metres) are jumps and are shown as such. */
const JumpDistance = 8;

/** The nearest angle to zero that is the same direction. */
export function normalize(radians: number): number {
  return radians - 2 * Math.PI * Math.round(radians / (2 * Math.PI));
}

/**
 * Draws something smoothly that is heard of only now and then: carried on at its last velocity for a while, and, when news comes,
 * led from where it was drawn to where it is instead of set there.
 */
export class Mover {
  private at = 0;
  private sample: Placement;
  private velocity: Point = { x: 0, y: 0 };
  private yawRate = 0;
  private correction: Placement = { x: 0, y: 0, yaw: 0 };

  /** @param carry how many milliseconds a velocity is trusted for */
  constructor(first: Placement, velocity: Point, now: number, private readonly carry: number) {
    this.sample = first;
    this.velocity = velocity;
    this.at = now;
  }

  update(sample: Placement, velocity: Point, now: number): void {
    const same = sample.x === this.sample.x && sample.y === this.sample.y && sample.yaw === this.sample.yaw;
    if (same && velocity.x === this.velocity.x && velocity.y === this.velocity.y) return;

    const drawn = this.place(now);
    const elapsed = (now - this.at) / 1000;
    const turned = normalize(sample.yaw - this.sample.yaw);
    this.yawRate = elapsed > 0.05 && Math.abs(turned) < 1 ? turned / elapsed : 0;
    this.sample = sample;
    this.velocity = velocity;
    this.at = now;
    const correction = { x: drawn.x - sample.x, y: drawn.y - sample.y, yaw: normalize(drawn.yaw - sample.yaw) };
    this.correction = Math.hypot(correction.x, correction.y) > JumpDistance ? { x: 0, y: 0, yaw: 0 } : correction;
  }

  place(now: number): Placement {
    const age = Math.max(0, now - this.at);
    const ahead = Math.min(age, this.carry) / 1000;
    const left = Math.exp(-age / FadeTime);
    return {
      x: this.sample.x + this.velocity.x * ahead + this.correction.x * left,
      y: this.sample.y + this.velocity.y * ahead + this.correction.y * left,
      yaw: this.sample.yaw + this.yawRate * ahead + this.correction.yaw * left,
    };
  }
}
