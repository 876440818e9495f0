import { svg, type TemplateResult } from "lit-html";
import { glyphPath, type Glyph } from "./icons";

/** A glyph in running text; it says nothing to screen readers, the text beside it does. */
export function glyph(name: Glyph): TemplateResult {
  return svg`<svg class="glyph" viewBox="0 0 24 24" aria-hidden="true"><path fill-rule="evenodd" d=${glyphPath(name)}></path></svg>`;
}
