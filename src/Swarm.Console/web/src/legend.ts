import { html, render } from "lit-html";
import { glyph } from "./glyph";
import type { Toggles } from "./layers";
import { css, type Colour, type Palette } from "./palette";
import type { ObjectClass, Presence } from "./types";

const presences: Presence[] = ["online", "stale", "lost", "offline", "unknown"];
const classes: ObjectClass[] = ["pedestrian", "cyclist", "vehicle", "robot", "animal", "unknown"];
const toggleWords: Record<keyof Toggles, string> = { fields: "fields of view", ellipses: "covariance (2σ)", sight: "who sees what", labels: "names" };

/** The key to the map, and what of it is shown. */
export function drawLegend(root: HTMLElement, palette: Palette, toggles: Toggles, changed: () => void): void {
  const stroke = (kind: string, colour: Colour, text: string) => html`<span><i class="stroke ${kind}" style="border-color: ${css(colour)}"></i>${text}</span>`;
  render(html`
    <div class="key">
      ${presences.map((name) => html`<span><i class="dot" style="background: ${css(palette.presence[name])}"></i>${name === "unknown" ? "not heard yet" : name}</span>`)}
      ${classes.map((name) => html`<span><i style="color: ${css(palette.classes[name])}">${glyph(`class-${name}`)}</i>${name}</span>`)}
    </div>
    <div class="key">
      ${stroke("", palette.hazard, "hazard it sees")}
      ${stroke("dashed", palette.hazard, "hazard it is told of")}
      ${stroke("thin", palette.sight, "sees")}
      <span><i>→</i>in 2 s</span>
      <span>fainter: less sure</span>
      <fieldset>
        <legend class="hidden">Layers</legend>
        ${(Object.keys(toggleWords) as (keyof Toggles)[]).map((name) => html`
          <label><input type="checkbox" .checked=${toggles[name]} @change=${() => { toggles[name] = !toggles[name]; changed(); }} />${toggleWords[name]}</label>`)}
      </fieldset>
    </div>`, root);
}
