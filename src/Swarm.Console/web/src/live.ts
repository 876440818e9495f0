import type { Snapshot } from "./types";

export type Connection =
  | { state: "connecting" | "live" | "silent" | "disconnected" }
  | { state: "unavailable"; reason: string };

/** No snapshot for this long and the picture is no longer taken for the present. */
const SilentAfter = 2_000;

/** Opens again by hand where the browser gave up (it does when the server answers with an error). */
const ReopenAfter = 2_000;

/** Listens to the live stream for good: what is shown is either the present or said not to be. */
export function listen(onSnapshot: (snapshot: Snapshot) => void, onConnection: (connection: Connection) => void): void {
  let silence = 0;
  const say = (connection: Connection) => {
    window.clearTimeout(silence);
    if (connection.state === "live") silence = window.setTimeout(() => say({ state: "silent" }), SilentAfter);
    onConnection(connection);
  };

  const open = () => {
    say({ state: "connecting" });
    const events = new EventSource("/api/live");
    events.addEventListener("snapshot", (event) => {
      say({ state: "live" });
      onSnapshot(JSON.parse(event.data as string) as Snapshot);
    });
    events.addEventListener("unavailable", (event) => say({ state: "unavailable", reason: JSON.parse(event.data as string) as string }));
    events.addEventListener("error", () => {
      say({ state: "disconnected" });
      if (events.readyState === EventSource.CLOSED) window.setTimeout(open, ReopenAfter);
    });
  };
  open();
}
