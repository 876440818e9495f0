import { Mover, type Placement } from "./motion";
import type { Device, DeviceHazards, Hazard, Snapshot, Stop, Track } from "./types";

/** Devices report twice a second; carried on a little longer than that, in milliseconds. */
const CarryDevice = 900;

/** Tracks come with every snapshot. */
const CarryTrack = 500;

export interface DeviceMark { device: Device; mover: Mover; place: Placement; hazards: Hazard[] }
export interface TrackMark { track: Track; mover: Mover; place: Placement; threatens: boolean }
export interface HazardMark { device: DeviceMark; hazard: Hazard; target: TrackMark | DeviceMark | undefined }

const still = { x: 0, y: 0 };

/** The newest snapshot, moved on smoothly to the instant of drawing. */
export class Scene {
  devices: DeviceMark[] = [];
  tracks: TrackMark[] = [];
  hazards: HazardMark[] = [];
  stops: Stop[] = [];
  time: Date | undefined;

  private readonly deviceMarks = new Map<string, DeviceMark>();
  private readonly trackMarks = new Map<string, TrackMark>();

  device(id: string | undefined): DeviceMark | undefined {
    return id === undefined ? undefined : this.deviceMarks.get(id);
  }

  track(id: string | undefined): TrackMark | undefined {
    return id === undefined ? undefined : this.trackMarks.get(id);
  }

  apply(snapshot: Snapshot, now: number): void {
    this.time = new Date(snapshot.time);
    this.stops = snapshot.stops;
    this.devices = snapshot.devices
      .map((device) => this.applyDevice(device, now))
      .sort((a, b) => a.device.id.localeCompare(b.device.id, undefined, { numeric: true }));
    this.tracks = snapshot.tracks.map((track) => this.applyTrack(track, now));
    forgetAllBut(this.deviceMarks, new Set(snapshot.devices.map((device) => device.id)));
    forgetAllBut(this.trackMarks, new Set(snapshot.tracks.map((track) => track.id)));
    this.applyHazards(snapshot.hazards);
  }

  /** Moves everything to where it is at that instant. */
  advance(now: number): void {
    for (const mark of this.devices) mark.place = mark.mover.place(now);
    for (const mark of this.tracks) mark.place = mark.mover.place(now);
  }

  private applyDevice(device: Device, now: number): DeviceMark {
    const place = device.pose ?? { x: 0, y: 0, yaw: 0 };
    // Of one that has gone silent the last position is known, not where it would be by now.
    const velocity = device.presence === "online" ? (device.velocity ?? still) : still;
    const known = this.deviceMarks.get(device.id);
    if (known && known.device.pose) {
      known.mover.update(place, velocity, now);
      known.device = device;
      known.hazards = [];
      return known;
    }
    const mark = { device, mover: new Mover(place, velocity, now, CarryDevice), place, hazards: [] };
    this.deviceMarks.set(device.id, mark);
    return mark;
  }

  private applyTrack(track: Track, now: number): TrackMark {
    const place = { ...track.position, yaw: track.yaw ?? Math.atan2(track.velocity.y, track.velocity.x) };
    const known = this.trackMarks.get(track.id);
    if (known) {
      known.mover.update(place, track.velocity, now);
      known.track = track;
      known.threatens = false;
      return known;
    }
    const mark = { track, mover: new Mover(place, track.velocity, now, CarryTrack), place, threatens: false };
    this.trackMarks.set(track.id, mark);
    return mark;
  }

  private applyHazards(lists: DeviceHazards[]): void {
    this.hazards = [];
    for (const list of lists) {
      const device = this.deviceMarks.get(list.device);
      if (!device) continue;
      device.hazards = list.hazards;
      for (const hazard of list.hazards) {
        const track = this.track(hazard.track);
        if (track) track.threatens = true;
        this.hazards.push({ device, hazard, target: track ?? this.device(hazard.other) });
      }
    }
    this.hazards.sort((a, b) => a.hazard.timeToCollision - b.hazard.timeToCollision);
  }
}

function forgetAllBut<T>(marks: Map<string, T>, kept: Set<string>): void {
  for (const id of marks.keys()) if (!kept.has(id)) marks.delete(id);
}
