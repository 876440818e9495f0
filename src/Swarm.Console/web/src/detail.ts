import { html, nothing, type TemplateResult } from "lit-html";
import { glyph } from "./glyph";
import { battery, seenWords, stopRow, type PanelActions, type PanelState } from "./panel";
import type { DeviceMark, TrackMark } from "./scene";
import type { Alignment, Hazard, Inference, Reflex, Twin } from "./types";
import { ago, clock, heading, metres, names, percent, seconds, speed, within, words } from "./words";

const fact = (name: string, value: unknown) => html`<div><dt>${name}</dt><dd>${value ?? "–"}</dd></div>`;

const back = (actions: PanelActions) => html`<button class="plain" @click=${() => actions.select({})} title="Back to the lists (Esc)">← All</button>`;

/** One device: its live summary at once, the rest of its twin as soon as it is there. */
export function deviceDetail(mark: DeviceMark, state: PanelState, actions: PanelActions): TemplateResult {
  const { device } = mark;
  const twin = state.twin?.id === device.id ? state.twin : undefined;
  const now = state.scene.time;
  return html`
    <section class="detail">
      <div class="bar">${back(actions)}<button @click=${() => actions.centre({ device: device.id })}>Show on map</button></div>
      <h2 class="name"><span class="badge ${device.presence}">${glyph(`device-${device.kind}`)}</span>${device.id}</h2>
      <p class="sub">${device.kind}${model(twin)} · <span class="presence ${device.presence}">${device.presence}</span>
        ${twin?.presenceSince ? html`<small>since ${clock(twin.presenceSince)}</small>` : nothing}</p>
      <button class="danger wide" ?disabled=${device.stopCount > 0} @click=${() => actions.stop({ device: device.id }, device.id)}>
        ${device.stopCount > 0 ? "Stopped" : `Stop ${device.id}`}
      </button>
      ${twin && twin.stops.length > 0 ? html`<ul>${twin.stops.map((stop) => stopRow(stop, actions))}</ul>` : nothing}
      <dl class="facts">
        ${fact("last heard", ago(device.lastSeen, now))}
        ${fact("mode", device.mode)}
        ${fact("battery", battery(device.battery))}
        ${fact("speed", device.velocity ? speed(device.velocity) : undefined)}
        ${fact("position", device.pose ? `${device.pose.x.toFixed(1)}, ${device.pose.y.toFixed(1)} m` : undefined)}
        ${fact("heading", device.pose ? heading(device.pose.yaw) : undefined)}
        ${fact("size", device.size ? `${metres(device.size.length)} × ${metres(device.size.width)}` : undefined)}
        ${fact("compute", twin?.factsheet ? (twin.factsheet.compute === "none" ? "none: reflex in its grain" : "on board") : undefined)}
        ${fact("sensors", device.sensors.length === 0 ? undefined : names(device.sensors.map((sensor) => `${sensor.id} ${metres(sensor.fieldOfView.maxRange)}`)))}
        ${fact("desired", twin ? desired(twin) : undefined)}
      </dl>
    </section>
    ${twin?.inference ? inference(twin.inference) : nothing}
    ${twin?.reflex ? reflex(twin.reflex, now) : nothing}
    ${twin?.alignment ? alignment(twin.alignment) : nothing}
    ${hazardSection(mark.hazards)}
    ${sees(device.id, state, actions)}
    ${twin ? html`${commands(twin)}${rejections(twin, now)}` : nothing}`;
}

function model(twin: Twin | undefined): string {
  const parts = [twin?.factsheet?.manufacturer, twin?.factsheet?.model].filter((part) => part !== undefined);
  return parts.length === 0 ? "" : `, ${parts.join(" ")}`;
}

function desired({ desired: wanted, state }: Twin): string {
  if (wanted.version === 0) return "nothing set";
  const entries = [...(wanted.maxSpeed === undefined ? [] : [`at most ${wanted.maxSpeed} m/s`]), ...Object.entries(wanted.properties ?? {}).map(([name, value]) => `${name} ${value}`)];
  const held = state?.desiredVersion === wanted.version ? "taken on" : "not taken on yet";
  return `${entries.length === 0 ? "nothing" : entries.join(", ")} (v${wanted.version}, ${held})`;
}

function inference(found: Inference): TemplateResult {
  return html`
    <section>
      <h2>Inference <small>what its camera saw last</small></h2>
      <dl class="facts">
        ${fact("answered by", found.tier)}
        ${fact("model", found.model)}
        ${fact("latency", `${(1000 * found.latency).toFixed(0)} ms`)}
        ${found.reason === undefined ? nothing : fact("because", words(found.reason))}
        ${found.joules === undefined ? nothing : fact("energy", `${found.joules.toFixed(2)} J`)}
      </dl>
    </section>`;
}

function reflex(verdict: Reflex, now: Date | undefined): TemplateResult {
  return html`
    <section>
      <h2>Reflex <small>run by the site, as it has no computer</small></h2>
      <dl class="facts">
        ${fact("may go", verdict.maxSpeed > 0 ? `at most ${verdict.maxSpeed.toFixed(1)} m/s` : "not at all")}
        ${fact("because", words(verdict.reason))}
        ${fact("answered", ago(verdict.time, now))}
      </dl>
    </section>`;
}

function alignment(found: Alignment): TemplateResult {
  return html`
    <section>
      <h2>Alignment ${found.suspect ? html`<span class="tag warn">suspect</span>` : nothing} <small>with what others see</small></h2>
      ${found.suspect ? html`<p class="unseen">Off by more than it says it may be: look at its pose, its mounting and its clock.</p>` : nothing}
      <dl class="facts">
        ${fact("pose east", `${within(found.x, found.xDeviation, 2)} m`)}
        ${fact("pose north", `${within(found.y, found.yDeviation, 2)} m`)}
        ${fact("yaw", `${within(found.yaw, found.yawDeviation, 3)} rad`)}
        ${fact("clock", `${within(1000 * found.clock, 1000 * found.clockDeviation, 0)} ms`)}
      </dl>
    </section>`;
}

function hazardSection(hazards: Hazard[]): TemplateResult | typeof nothing {
  return hazards.length === 0 ? nothing : html`
    <section>
      <h2>Hazards</h2>
      <ul>${hazards.map((hazard) => html`
        <li class="entry">
          <span class="ttc">${seconds(hazard.timeToCollision)}</span>
          <span class="grow">
            <span class="line">${glyph(`class-${hazard.class}`)} ${hazard.other ?? hazard.class} <small>${percent(hazard.probability)}, passes at ${metres(hazard.distance)}</small></span>
            <small class=${hazard.seenBySelf ? "" : "unseen"}>${seenWords(hazard)}</small>
          </span>
        </li>`)}</ul>
    </section>`;
}

function sees(device: string, { scene }: PanelState, actions: PanelActions): TemplateResult {
  const seen = scene.tracks.filter((mark) => mark.track.seenBy.includes(device));
  return html`
    <section>
      <h2>Sees <small>${seen.length} of ${scene.tracks.length} tracks</small></h2>
      <ul class="chips">${seen.map((mark) => html`
        <li><button class="chip" @click=${() => actions.select({ track: mark.track.id })}>${glyph(`class-${mark.track.class}`)} ${mark.track.class}</button></li>`)}</ul>
    </section>`;
}

function commands({ commands: list }: Twin): TemplateResult | typeof nothing {
  return list.length === 0 ? nothing : html`
    <section>
      <h2>Commands</h2>
      <ul>${list.map(({ command, issuedAt, ack }) => html`
        <li class="entry">
          <span class="grow">
            <span class="line"><strong>${words(command.kind)}</strong>${command.maxSpeed === undefined ? "" : ` ${command.maxSpeed} m/s`} <small>epoch ${command.epoch}, ${clock(issuedAt)}</small></span>
            ${command.reason || ack?.detail ? html`<small>${[command.reason, ack?.detail].filter(Boolean).join(" · ")}</small>` : nothing}
          </span>
          <span class="tag ${ack ? (ack.result === "accepted" ? "good" : "warn") : ""}">${ack ? words(ack.result) : "no answer yet"}</span>
        </li>`)}</ul>
    </section>`;
}

function rejections({ rejections: list, rejectedCount }: Twin, now: Date | undefined): TemplateResult | typeof nothing {
  return rejectedCount === 0 ? nothing : html`
    <section>
      <h2>Refused messages <small>${rejectedCount} in all</small></h2>
      <ul>${list.map((rejection) => html`
        <li class="entry">
          <span class="grow">
            <span class="line"><span class="tag warn">${rejection.reason}</span> <small>${rejection.channel}, ${ago(rejection.time, now)}</small></span>
            <small class="mono">${rejection.detail}</small>
          </span>
        </li>`)}</ul>
    </section>`;
}

/** One track, and who sees it. */
export function trackDetail({ track }: TrackMark, { scene }: PanelState, actions: PanelActions): TemplateResult {
  const threatened = scene.hazards.filter((mark) => mark.hazard.track === track.id).map((mark) => mark.device.device.id);
  return html`
    <section class="detail">
      <div class="bar">${back(actions)}<button @click=${() => actions.centre({ track: track.id })}>Show on map</button></div>
      <h2 class="name">${glyph(`class-${track.class}`)} ${track.class}</h2>
      <p class="sub">track ${track.id} · ${track.confirmed ? "confirmed" : "not confirmed"}</p>
      <dl class="facts">
        ${fact("exists", percent(track.existence))}
        ${fact("speed", speed(track.velocity))}
        ${fact("position", `${track.position.x.toFixed(1)}, ${track.position.y.toFixed(1)} m`)}
        ${fact("σ", `${Math.sqrt(track.covariance.xx).toFixed(2)} m east, ${Math.sqrt(track.covariance.yy).toFixed(2)} m north`)}
        ${fact("threatens", names(threatened, "no device"))}
      </dl>
    </section>
    <section>
      <h2>Seen by</h2>
      ${track.seenBy.length === 0 ? html`<p class="none">Nobody at present.</p>` : html`
        <ul class="chips">${track.seenBy.map((id) => html`<li><button class="chip" @click=${() => actions.select({ device: id })}>${id}</button></li>`)}</ul>`}
    </section>`;
}
