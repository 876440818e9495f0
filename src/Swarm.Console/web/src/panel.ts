import { html, nothing, render, type TemplateResult } from "lit-html";
import { repeat } from "lit-html/directives/repeat.js";
import { deviceDetail, trackDetail } from "./detail";
import { glyph } from "./glyph";
import type { Focus } from "./layers";
import type { Connection } from "./live";
import type { DeviceMark, HazardMark, Scene } from "./scene";
import type { Stop, Twin } from "./types";
import { clock, names, percent, seconds } from "./words";

export interface PanelState {
  siteName: string;
  scene: Scene;
  connection: Connection;
  selected: Focus;
  twin: Twin | undefined;
  problem: string | undefined;
}

export interface PanelActions {
  select: (focus: Focus) => void;
  centre: (focus: Focus) => void;
  stop: (scope: Stop["scope"], whom: string) => void;
  release: (stop: Stop) => void;
  dismiss: () => void;
  switchTheme: () => void;
}

const connectionWords: Record<Connection["state"], string> = {
  connecting: "connecting",
  live: "live",
  silent: "silent",
  disconnected: "reconnecting",
  unavailable: "site not answering",
};

/** Draws the side panel: everything that the map shows, as text, and what can be done. */
export function drawPanel(root: HTMLElement, state: PanelState, actions: PanelActions): void {
  const device = state.scene.device(state.selected.device);
  const track = state.scene.track(state.selected.track);
  render(html`
    ${header(state, actions)}
    ${state.problem === undefined ? nothing : html`
      <p class="problem" role="alert">${state.problem} <button class="plain" @click=${actions.dismiss}>Dismiss</button></p>`}
    <div class="scroll">
      ${device ? deviceDetail(device, state, actions)
        : track ? trackDetail(track, state, actions)
        : html`${stops(state, actions)}${hazards(state, actions)}${devices(state, actions)}`}
    </div>`, root);
}

function header({ siteName, scene, connection }: PanelState, actions: PanelActions): TemplateResult {
  const online = scene.devices.filter((mark) => mark.device.presence === "online").length;
  const siteStopped = scene.stops.some((stop) => !stop.scope.device && !stop.scope.area);
  return html`
    <header>
      <div class="title">
        <h1>${siteName}</h1>
        <span class="connection ${connection.state}" role="status">${connectionWords[connection.state]}</span>
        <time>${scene.time ? clock(scene.time) : "–"}</time>
        <button class="plain" @click=${actions.switchTheme} aria-label="Switch between light and dark" title="Switch between light and dark">◐</button>
      </div>
      <dl class="counts">
        <div><dt>online</dt><dd>${online}<small> / ${scene.devices.length}</small></dd></div>
        <div><dt>tracks</dt><dd>${scene.tracks.filter((mark) => mark.track.confirmed).length}</dd></div>
        <div class=${scene.hazards.length > 0 ? "alarm" : ""}><dt>hazards</dt><dd>${scene.hazards.length}</dd></div>
        <div class=${scene.stops.length > 0 ? "alarm" : ""}><dt>stops</dt><dd>${scene.stops.length}</dd></div>
      </dl>
      <button class="danger wide" ?disabled=${siteStopped} @click=${() => actions.stop({}, "every device of the site")}>
        ${siteStopped ? "Site is stopped" : "Stop the whole site"}
      </button>
    </header>`;
}

export function stopWords({ scope }: Stop): string {
  if (scope.device) return scope.device;
  return scope.area ? `area of ${scope.area.radius.toFixed(0)} m at ${scope.area.centre.x.toFixed(0)}, ${scope.area.centre.y.toFixed(0)}` : "whole site";
}

export function stopRow(stop: Stop, actions: PanelActions): TemplateResult {
  return html`
    <li class="stop">
      <span><strong>${stopWords(stop)}</strong> <small>since ${clock(stop.since)}${stop.reason ? `: ${stop.reason}` : ""}</small></span>
      <button @click=${() => actions.release(stop)}>Release</button>
    </li>`;
}

function stops({ scene }: PanelState, actions: PanelActions): TemplateResult | typeof nothing {
  return scene.stops.length === 0 ? nothing : html`
    <section>
      <h2>Latched stops</h2>
      <ul>${repeat(scene.stops, (stop) => stop.id, (stop) => stopRow(stop, actions))}</ul>
    </section>`;
}

function hazards({ scene }: PanelState, actions: PanelActions): TemplateResult {
  return html`
    <section>
      <h2>Hazards</h2>
      ${scene.hazards.length === 0 ? html`<p class="none">No device is on course to conflict with anything.</p>` : html`
        <ul>${repeat(scene.hazards, (mark) => `${mark.device.device.id} ${mark.hazard.track ?? mark.hazard.other}`, (mark) => hazardRow(mark, actions))}</ul>`}
    </section>`;
}

function hazardRow({ device, hazard }: HazardMark, actions: PanelActions): TemplateResult {
  return html`
    <li>
      <button class="row hazard" @click=${() => actions.select({ device: device.device.id })}>
        <span class="ttc">${seconds(hazard.timeToCollision)}</span>
        <span class="grow">
          <span class="line"><strong>${device.device.id}</strong> ${glyph(`class-${hazard.class}`)} ${hazard.other ?? hazard.class} <small>${percent(hazard.probability)}</small></span>
          <small class=${hazard.seenBySelf ? "" : "unseen"}>${seenWords(hazard)}</small>
        </span>
      </button>
    </li>`;
}

/** Who saw it: what matters most is whether the device that it is for did. */
export function seenWords(hazard: { seenBy: string[]; seenBySelf: boolean }): string {
  return hazard.seenBySelf ? `seen by ${names(hazard.seenBy)}` : `cannot see it itself; seen by ${names(hazard.seenBy)}`;
}

function devices({ scene }: PanelState, actions: PanelActions): TemplateResult {
  return html`
    <section>
      <h2>Devices</h2>
      ${scene.devices.length === 0 ? html`<p class="none">No device yet. Devices appear when they connect over MQTT.</p>` : html`
        <ul class="devices">${repeat(scene.devices, (mark) => mark.device.id, (mark) => deviceRow(mark, actions))}</ul>`}
    </section>`;
}

function deviceRow({ device, hazards }: DeviceMark, actions: PanelActions): TemplateResult {
  return html`
    <li>
      <button class="row" data-device=${device.id} @click=${() => actions.select({ device: device.id })} @dblclick=${() => actions.centre({ device: device.id })}>
        <span class="badge ${device.presence}">${glyph(`device-${device.kind}`)}</span>
        <span class="grow name">${device.id}</span>
        ${device.stopCount > 0 ? html`<span class="tag alarm">stopped</span>` : nothing}
        ${hazards.length > 0 ? html`<span class="tag alarm">${seconds(Math.min(...hazards.map((h) => h.timeToCollision)))}</span>` : nothing}
        ${device.rejectedCount > 0 ? html`<span class="tag warn" title="Messages refused">${device.rejectedCount} refused</span>` : nothing}
        <span class="presence ${device.presence}">${device.presence}</span>
        ${battery(device.battery)}
      </button>
    </li>`;
}

export function battery(charge: number | undefined): TemplateResult {
  if (charge === undefined) return html`<span class="battery mains" title="No battery reported">–</span>`;
  return html`<span class="battery ${charge < 0.2 ? "low" : ""}">${percent(charge)}</span>`;
}
