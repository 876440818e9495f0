import "./style.css";
import { api } from "./api";
import { ask } from "./dialog";
import type { Focus } from "./layers";
import { drawLegend } from "./legend";
import { listen, type Connection } from "./live";
import { SiteMap } from "./map";
import { dark, light } from "./palette";
import { drawPanel, stopWords, type PanelState } from "./panel";
import { Scene } from "./scene";
import type { Site, Stop } from "./types";
import { clock, metres } from "./words";

/** How often the twin of the selected device is asked for, in milliseconds. */
const TwinPause = 1_000;

const element = <T extends HTMLElement = HTMLElement>(id: string) => document.getElementById(id) as T;

const themes = window.matchMedia("(prefers-color-scheme: light)");
let theme = localStorage.getItem("theme") ?? (themes.matches ? "light" : "dark");
const palette = () => (theme === "light" ? light : dark);

async function start(site: Site): Promise<void> {
  const scene = new Scene();
  const state: PanelState = { siteName: site.site, scene, connection: { state: "connecting" }, selected: {}, twin: undefined, problem: undefined };
  document.title = `${site.site} – Swarm`;
  document.documentElement.dataset["theme"] = theme;

  const map = new SiteMap(element<HTMLCanvasElement>("canvas"), site, scene, palette(), {
    select: (focus) => select(focus),
    moved: (scale) => drawScale(scale),
    pointed: (point) => { element("pointer").textContent = point ? `${point.x.toFixed(1)}, ${point.y.toFixed(1)} m` : ""; },
  });
  const draw = () => {
    drawPanel(element("panel"), state, actions);
    drawLegend(element("legend"), palette(), map.toggles, draw);
    drawNotice(state);
  };

  const attempt = async (action: () => Promise<unknown>) => {
    try {
      await action();
      state.problem = undefined;
    } catch (error) {
      state.problem = error instanceof Error ? error.message : String(error);
    }
    draw();
  };

  const refreshTwin = async () => {
    const id = state.selected.device;
    if (id === undefined) return;
    await attempt(async () => {
      const twin = await api.twin(id);
      if (state.selected.device === id) state.twin = twin;
    });
  };

  const select = (focus: Focus) => {
    state.selected = map.selected = focus;
    state.twin = undefined;
    draw();
    void refreshTwin();
  };

  const actions = {
    select,
    centre: (focus: Focus) => {
      const mark = scene.device(focus.device) ?? scene.track(focus.track);
      if (mark) map.centre(mark.place);
    },
    stop: async (scope: Stop["scope"], whom: string) => {
      const reason = await ask({
        title: `Stop ${whom}?`, text: "The stop is latched: it holds through restarts and reconnects until somebody releases it.", confirm: "Stop", danger: true, askReason: true,
      });
      if (reason !== undefined) await attempt(() => api.stop(scope, reason));
    },
    release: async (stop: Stop) => {
      const sure = await ask({
        title: `Release the stop of ${stopWords(stop)}?`, text: "What it held may move again at once, unless another stop holds it too.", confirm: "Release", danger: false, askReason: false,
      });
      if (sure !== undefined) await attempt(() => api.release(stop.id));
    },
    dismiss: () => { state.problem = undefined; draw(); },
    switchTheme: () => {
      theme = theme === "light" ? "dark" : "light";
      localStorage.setItem("theme", theme);
      document.documentElement.dataset["theme"] = theme;
      map.paint(palette());
      draw();
    },
  };

  element("fit").addEventListener("click", () => map.fit());
  element("zoom-in").addEventListener("click", () => map.zoomBy(0.5));
  element("zoom-out").addEventListener("click", () => map.zoomBy(-0.5));
  window.addEventListener("keydown", (event) => { if (event.key === "Escape" && !document.querySelector("dialog")) select({}); });
  window.setInterval(() => void refreshTwin(), TwinPause);
  draw();

  let placed = site.map !== undefined && site.map !== null;
  listen(
    (snapshot) => {
      scene.apply(snapshot, performance.now());
      if (!placed && scene.devices.some((mark) => mark.device.pose)) {
        placed = true;
        map.fit();
      }
      draw();
    },
    (connection) => {
      const changed = connection.state !== state.connection.state;
      state.connection = connection;
      if (changed) draw();
    });
}

/** Across the map: what an operator must not overlook. */
function drawNotice({ connection, scene }: PanelState): void {
  const stopped = scene.stops.find((stop) => !stop.scope.device && !stop.scope.area);
  const stale = connection.state !== "live" && scene.time !== undefined;
  const notice = element("notice");
  notice.textContent = stale
    ? `Not live: the picture is of ${clock(scene.time!)}. ${explain(connection)}`
    : stopped ? `The site is stopped${stopped.reason ? `: ${stopped.reason}` : ""}` : "";
  notice.className = stale ? "stale" : "stopped";
  document.documentElement.toggleAttribute("data-stale", stale);
}

function explain(connection: Connection): string {
  if (connection.state === "unavailable") return `The site's grains do not answer (${connection.reason}).`;
  return connection.state === "silent" ? "The stream is silent." : "The console cannot be reached; trying again.";
}

/** The longest round length that fits the scale bar. */
function drawScale(metresPerPixel: number): void {
  const longest = 120 * metresPerPixel;
  const power = 10 ** Math.floor(Math.log10(longest));
  const length = [5, 2, 1].map((step) => step * power).find((step) => step <= longest) ?? power;
  const scale = element("scale");
  scale.style.width = `${length / metresPerPixel}px`;
  scale.textContent = length < 1 ? `${length.toFixed(1)} m` : metres(length).replace(".0", "");
}

api.site().then(start).catch((error: unknown) => {
  element("notice").textContent = `The page could not start: ${error instanceof Error ? error.message : String(error)}`;
  element("notice").className = "stale";
  console.error(error);
});
