import { Deck, OrthographicView, type Layer, type OrthographicViewState, type PickingInfo } from "@deck.gl/core";
import { boundsOf, groundLayers, type Bounds } from "./ground";
import { makeAtlas } from "./icons";
import { liveLayers, type Focus, type Toggles } from "./layers";
import { css, type Palette } from "./palette";
import type { DeviceMark, Scene, TrackMark } from "./scene";
import type { Site } from "./types";
import { percent, speed, names } from "./words";

/** Milliseconds between frames: smooth enough for things at walking pace. */
const ShortestPause = 33;

/** Milliseconds between frames for who wants no motion, and where drawing is slow: about as often as news comes. */
const LongestPause = 250;

const still = window.matchMedia("(prefers-reduced-motion: reduce)");

export interface MapEvents {
  select: (focus: Focus) => void;
  moved: (metresPerPixel: number) => void;
  pointed: (point: { x: number; y: number } | undefined) => void;
}

/** The live map. */
export class SiteMap {
  selected: Focus = {};
  toggles: Toggles = { fields: true, sight: false, ellipses: true, labels: true };

  private readonly deck: Deck<OrthographicView>;
  private readonly atlas = makeAtlas();
  private view: OrthographicViewState = { target: [0, 0, 0], zoom: 2, minZoom: -4, maxZoom: 8 };
  private hovered: Focus = {};
  private ground: Layer[] = [];
  private drawn = 0;
  private pause = ShortestPause;
  private measured = true;

  constructor(private readonly canvas: HTMLCanvasElement, private readonly site: Site, private readonly scene: Scene, private palette: Palette, private readonly events: MapEvents) {
    this.deck = new Deck({
      canvas,
      views: new OrthographicView({ id: "site", flipY: false, controller: { inertia: 200, scrollZoom: { speed: 0.01, smooth: false } } }),
      viewState: this.view,
      useDevicePixels: Math.min(2, window.devicePixelRatio),
      pickingRadius: 8,
      getCursor: ({ isDragging, isHovering }) => (isDragging ? "grabbing" : isHovering ? "pointer" : "default"),
      getTooltip: (info) => this.tooltip(info),
      onViewStateChange: ({ viewState }) => this.look(viewState as OrthographicViewState),
      onHover: (info) => this.hover(info),
      onClick: (info) => events.select(focusOf(info)),
    });
    this.paint(palette);
    this.fit();
    requestAnimationFrame(this.frame);
  }

  paint(palette: Palette): void {
    this.palette = palette;
    this.canvas.parentElement!.style.backgroundColor = css(palette.ground);
    this.ground = groundLayers(this.site, palette);
  }

  /** Shows the whole site. */
  fit(): void {
    const bounds = boundsOf([
      ...(this.site.map?.features ?? []).flatMap((feature) => feature.polygon),
      ...this.scene.devices.flatMap((mark) => (mark.device.pose ? [mark.place] : [])),
    ]);
    this.show(bounds ?? { minX: -50, minY: -50, maxX: 50, maxY: 50 });
  }

  centre(place: { x: number; y: number }): void {
    this.look({ ...this.view, target: [place.x, place.y, 0], zoom: Math.max(this.zoom, 3.6) });
  }

  zoomBy(steps: number): void {
    this.look({ ...this.view, zoom: Math.min(8, Math.max(-4, this.zoom + steps)) });
  }

  private get zoom(): number {
    return this.view.zoom as number;
  }

  private show(bounds: Bounds): void {
    const [width, height] = [this.canvas.clientWidth || 800, this.canvas.clientHeight || 600];
    const margin = 0.94;
    const scale = Math.min((margin * width) / Math.max(20, bounds.maxX - bounds.minX), (margin * height) / Math.max(20, bounds.maxY - bounds.minY));
    this.look({ ...this.view, target: [(bounds.minX + bounds.maxX) / 2, (bounds.minY + bounds.maxY) / 2, 0], zoom: Math.log2(scale) });
  }

  private look(view: OrthographicViewState): void {
    this.view = view;
    this.deck.setProps({ viewState: view });
    this.events.moved(2 ** -this.zoom);
  }

  private readonly frame = (now: number): void => {
    requestAnimationFrame(this.frame);
    // Where drawing is slow (no graphics card), the next frame comes late: then draw less often, so that the page stays responsive.
    if (!this.measured) this.pause = 0.8 * this.pause + 0.2 * Math.min(LongestPause, Math.max(ShortestPause, 3 * (now - this.drawn) - 20));
    this.measured = true;
    if (now - this.drawn < (still.matches ? LongestPause : this.pause)) return;
    this.drawn = now;
    this.measured = false;
    this.scene.advance(performance.now());
    this.deck.setProps({
      layers: [
        ...this.ground,
        ...liveLayers({
          scene: this.scene, palette: this.palette, atlas: this.atlas, toggles: this.toggles, selected: this.selected, hovered: this.hovered, scale: 2 ** -this.zoom,
        }),
      ],
    });
  };

  private hover(info: PickingInfo): void {
    this.hovered = focusOf(info);
    const point = info.coordinate;
    this.events.pointed(point ? { x: point[0]!, y: point[1]! } : undefined);
  }

  private tooltip(info: PickingInfo) {
    const text = info.object === undefined ? undefined : describe(info);
    return text === undefined ? null : { text, className: "tooltip", style: {} };
  }
}

function focusOf(info: PickingInfo): Focus {
  if (info.layer?.id === "devices" && info.object) return { device: (info.object as DeviceMark).device.id };
  if (info.layer?.id === "tracks" && info.object) return { track: (info.object as TrackMark).track.id };
  return {};
}

function describe(info: PickingInfo): string | undefined {
  if (info.layer?.id === "devices") {
    const { device } = info.object as DeviceMark;
    return `${device.id}\n${device.kind}, ${device.presence}${device.velocity ? `, ${speed(device.velocity)}` : ""}`;
  }
  if (info.layer?.id === "tracks") {
    const { track } = info.object as TrackMark;
    const sigma = Math.sqrt((track.covariance.xx + track.covariance.yy) / 2);
    return `${track.class}${track.confirmed ? "" : " (not confirmed)"}, exists ${percent(track.existence)}\n${speed(track.velocity)}, σ ${sigma.toFixed(2)} m\nseen by ${names(track.seenBy)}`;
  }
  return undefined;
}
