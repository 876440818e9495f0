// How figures and names are put to people.

export const seconds = (value: number) => `${value.toFixed(1)} s`;

export const metres = (value: number) => `${value.toFixed(value < 10 ? 1 : 0)} m`;

/** An error with its standard deviation, the error with its sign. */
export const within = (error: number, deviation: number, digits: number) => `${error < 0 ? "−" : "+"}${Math.abs(error).toFixed(digits)} ± ${deviation.toFixed(digits)}`;

export const percent = (value: number) => `${Math.round(100 * value)} %`;

export const speed = (velocity: { x: number; y: number }) => `${Math.hypot(velocity.x, velocity.y).toFixed(1)} m/s`;

/** A heading as on a compass rose, from radians counter-clockwise from east. */
export function heading(yaw: number): string {
  const degrees = (Math.round(90 - (yaw * 180) / Math.PI) % 360 + 360) % 360;
  return `${String(degrees).padStart(3, "0")}°`;
}

/** How long ago, coarsely. */
export function ago(time: string | undefined, now: Date | undefined): string {
  if (time === undefined || now === undefined) return "never";
  const passed = Math.max(0, (now.getTime() - new Date(time).getTime()) / 1000);
  if (passed < 1.5) return "now";
  if (passed < 90) return `${Math.round(passed)} s ago`;
  if (passed < 5400) return `${Math.round(passed / 60)} min ago`;
  if (passed < 129_600) return `${Math.round(passed / 3600)} h ago`;
  return `${Math.round(passed / 86_400)} d ago`;
}

export const clock = (time: Date | string) => new Date(time).toLocaleTimeString(undefined, { hour12: false });

/** "a, b and c", or what is said of none. */
export function names(list: string[], none = "nobody"): string {
  if (list.length === 0) return none;
  return list.length === 1 ? list[0]! : `${list.slice(0, -1).join(", ")} and ${list.at(-1)}`;
}

export const words = (camelCase: string) => camelCase.replace(/([A-Z])/g, " $1").trim().toLowerCase();
