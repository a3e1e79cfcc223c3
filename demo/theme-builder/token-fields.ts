import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import type { Scheme, ThemeBuilder } from "./theme-builder.js";
import type { Token } from "./token-list.js";
import { findProblem } from "./token-value.js";

const readValue = (event: Event): string => (event.target as HTMLInputElement).value;
const toWords = (name: string): string => {
  const words = name.replace("--alv-", "").replaceAll("-", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
};

/** One token: its description, its value as text, and for a color one color field for each scheme. */
export function renderTokenField(builder: ThemeBuilder, token: Token, isFirst = false): TemplateResult {
  const { name, kind, fallback, purpose } = token;
  const refused = builder.refused.get(name);
  const id = name.slice(2);
  return html`<div class=${isFirst ? "token first" : "token"} @focusout=${() => builder.leave()}>
    <label for=${id}>${isFirst ? html`<strong>${toWords(name)}</strong> ` : nothing}<code>${name}</code></label>
    <span class="values">
      ${kind === "color" ? [renderColorWell(builder, name, "light"), renderColorWell(builder, name, "dark")] : nothing}
      ${name === "--alv-radius" ? renderRange(builder, name) : nothing}
      <input
        id=${id}
        type="text"
        spellcheck="false"
        autocomplete="off"
        placeholder=${fallback}
        aria-invalid=${refused === undefined ? "false" : "true"}
        aria-describedby="${id}-about"
        .value=${live(refused ?? builder.getValue(name))}
        @input=${(event: Event) => builder.type(name, readValue(event))}
      />
      <button
        class="undo"
        ?hidden=${refused === undefined && builder.getValue(name) === ""}
        aria-label="Reset ${name}"
        title="Reset"
        @click=${() => builder.reset(name)}
      >
        ×
      </button>
    </span>
    <p class=${refused === undefined ? "hint" : "hint fails"} id="${id}-about">
      ${refused === undefined ? purpose : findProblem(kind, refused)}
    </p>
  </div>`;
}

function renderColorWell(builder: ThemeBuilder, name: string, scheme: Scheme): TemplateResult {
  return html`<input
    type="color"
    aria-label="${name}, ${scheme}"
    title=${scheme === "light" ? "In the light scheme" : "In the dark scheme"}
    .value=${live(builder.probes[scheme].hex(name.replace("--alv-", "")))}
    @input=${(event: Event) => builder.pick(name, scheme, readValue(event))}
  />`;
}

/** A slider from 0 to 20 px; the user can type more. */
function renderRange(builder: ThemeBuilder, name: string): TemplateResult {
  return html`<input
    type="range"
    min="0"
    max="20"
    aria-label="${name}, px"
    .value=${live(String(parseFloat(builder.getValue(name) || "6")))}
    @input=${(event: Event) => builder.type(name, `${readValue(event)}px`)}
  />`;
}
