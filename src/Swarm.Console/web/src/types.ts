// The answers of the site's HTTP API, as far as the page reads them. Metres, seconds, radians counter-clockwise from east.

export type DeviceKind = "other" | "wagon" | "drone" | "mower" | "camera";
export type Presence = "unknown" | "online" | "stale" | "offline" | "lost";
export type ObjectClass = "unknown" | "pedestrian" | "cyclist" | "vehicle" | "robot" | "animal";
export type FeatureKind = "lawn" | "road" | "pavement" | "crossing" | "obstacle" | "building";

export interface Point { x: number; y: number }
export interface Pose extends Point { yaw: number; z?: number }
export interface Covariance { xx: number; xy: number; yy: number }
export interface Size { length: number; width: number; height?: number }

export interface Sensor {
  id: string;
  mount: Pose;
  fieldOfView: { horizontalAngle: number; maxRange: number; minRange: number };
}

export interface Device {
  id: string;
  kind: DeviceKind;
  presence: Presence;
  lastSeen?: string;
  pose?: Pose;
  velocity?: Point;
  battery?: number;
  mode?: string;
  size?: Size;
  sensors: Sensor[];
  stopCount: number;
  rejectedCount: number;
}

export interface Track {
  id: string;
  class: ObjectClass;
  position: Point;
  velocity: Point;
  covariance: Covariance;
  existence: number;
  confirmed: boolean;
  seenBy: string[];
  size?: Size;
  yaw?: number;
}

export interface Hazard {
  track?: string;
  other?: string;
  class: ObjectClass;
  position: Point;
  timeToCollision: number;
  distance: number;
  probability: number;
  seenBy: string[];
  seenBySelf: boolean;
}

export interface DeviceHazards { device: string; hazards: Hazard[] }

export interface Stop {
  id: string;
  scope: { device?: string; area?: { centre: Point; radius: number } };
  since: string;
  reason?: string;
}

export interface Snapshot {
  time: string;
  devices: Device[];
  tracks: Track[];
  hazards: DeviceHazards[];
  stops: Stop[];
}

export interface Feature { kind: FeatureKind; polygon: Point[] }
export interface Site { site: string; cellSize: number; map?: { features: Feature[] } }

/** How a device's picture is off the shared one: errors and their standard deviations; metres, radians, seconds. */
export interface Alignment {
  x: number;
  xDeviation: number;
  y: number;
  yDeviation: number;
  yaw: number;
  yawDeviation: number;
  clock: number;
  clockDeviation: number;
  suspect: boolean;
}

/** Where what a camera saw was found: latency in seconds, joules as far as the device knows. */
export interface Inference {
  tier: "device" | "site" | "network" | "central";
  model: string;
  latency: number;
  reason?: string;
  joules?: number;
}

/** The last verdict of the reflex that the site runs for a thin device. */
export interface Reflex {
  time: string;
  maxSpeed: number;
  reason: string;
}

export interface Twin {
  id: string;
  presence: Presence;
  presenceSince?: string;
  lastSeen?: string;
  factsheet?: { kind: DeviceKind; compute: string; size: Size; sensors: Sensor[]; manufacturer?: string; model?: string; maxSpeed?: number };
  state?: { time: string; pose: Pose; velocity: Point; mode: string; battery?: number; desiredVersion?: number };
  desired: { version: number; maxSpeed?: number; properties?: Record<string, string> };
  stops: Stop[];
  commands: { command: { id: string; kind: string; epoch: number; maxSpeed?: number; reason?: string }; issuedAt: string; ack?: { result: string; detail?: string } }[];
  hazards: Hazard[];
  rejections: { time: string; channel: string; reason: string; detail: string }[];
  alignment?: Alignment;
  inference?: Inference;
  reflex?: Reflex;
  rejectedCount: number;
}
