import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { PARTNER_THEMES } from "../themes/index.js";
import type { Checked } from "./contrast-pairs.js";
import { DENSITIES, SHOWN } from "./draft.js";
import type { ThemeBuilder } from "./theme-builder.js";
import { renderTokenField } from "./token-fields.js";
import { FIRST_TOKENS, TOKENS, findToken, type Token } from "./token-list.js";

const WORDS = { both: "Both", light: "Light", dark: "Dark", comfortable: "Comfortable", compact: "Compact" } as const;

/** The whole page except its viewers, which stay in place. */
export function renderBuilder(builder: ThemeBuilder): TemplateResult {
  const { draft } = builder;
  return html`
    <section class="bar" aria-label="Theme">
      <label class="start"
        >Start from
        <select
          .value=${live(draft.start)}
          @change=${({ target }: Event) => builder.begin((target as HTMLSelectElement).value)}
        >
          <option value="">Default theme</option>
          ${PARTNER_THEMES.map(
            ({ id, name, about }) =>
              html`<option value=${id} ?selected=${id === draft.start}>${name}, ${about}</option>`,
          )}
        </select>
      </label>
      <button ?disabled=${!builder.canUndo} @click=${() => builder.undo()}>Undo</button>
      <button ?disabled=${draft.tokens.size === 0} @click=${() => builder.resetAll()}>Reset</button>
    </section>

    <section aria-labelledby="first-title">
      <h2 id="first-title">Five main tokens</h2>
      ${FIRST_TOKENS.map((name) => renderTokenField(builder, findToken(name)!, true))}
    </section>

    <section aria-labelledby="contrast-title">${renderContrasts(builder)}</section>

    <section aria-labelledby="css-title">
      <h2 id="css-title">Style sheet</h2>
      <p class="hint">${describeCss(builder)}</p>
      <textarea
        id="css"
        readonly
        spellcheck="false"
        aria-labelledby="css-title"
        rows=${Math.min(14, Math.max(3, draft.tokens.size + 2))}
        .value=${live(builder.css)}
      ></textarea>
      <button class="main" ?disabled=${draft.tokens.size === 0} @click=${() => void builder.copy()}>Copy CSS</button>
      <span role="status">${builder.said}</span>
    </section>

    <section aria-labelledby="all-title">
      <h2 id="all-title">All tokens</h2>
      <label class="find"
        >Find a token
        <input
          type="search"
          placeholder="badge, radius, row…"
          autocomplete="off"
          .value=${live(builder.search)}
          @input=${({ target }: Event) => builder.find((target as HTMLInputElement).value)}
      /></label>
      ${renderFamilies(builder)}
    </section>
  `;
}

function describeCss({ draft }: ThemeBuilder): string {
  const count = draft.tokens.size;
  const what = count === 0 ? "No changes yet." : count === 1 ? "1 token changed." : `${count} tokens changed.`;
  const also = [
    ...(draft.density === "compact" ? ['This density needs density="compact" on the element.'] : []),
    ...(draft.shown === "both" ? [] : [`To use only this scheme, set theme="${draft.shown}" on the viewer.`]),
  ];
  return [what, ...also].join(" ");
}

/** The tokens that the search finds, unfolded; without a search, all tokens folded by family. */
function renderFamilies(builder: ThemeBuilder): TemplateResult | TemplateResult[] {
  const words = builder.search.toLowerCase().split(/\s+/).filter(Boolean);
  const matchesSearch = ({ name, purpose, family }: Token) =>
    words.every((word) => `${name} ${purpose} ${family}`.toLowerCase().includes(word));
  const rest = TOKENS.filter((token) => FIRST_TOKENS.indexOf(token.name) === -1 && matchesSearch(token));
  if (rest.length === 0) return html`<p class="hint">No matching tokens.</p>`;
  return [...new Set(rest.map(({ family }) => family))].map((family) => {
    const own = rest.filter((token) => token.family === family);
    const changed = own.filter(({ name }) => builder.draft.tokens.has(name)).length;
    return html`<details .open=${live(words.length > 0 || builder.unfolded.has(family))}>
      <summary
        @click=${(event: Event) => {
          event.preventDefault();
          builder.fold(family);
        }}
      >
        ${family} <span class="hint">${own.length}${changed > 0 ? `, ${changed} changed` : ""}</span>
      </summary>
      ${own.map((token) => renderTokenField(builder, token))}
    </details>`;
  });
}

/** The contrast of each pair: first in words, then the numbers. */
function renderContrasts({ probes }: ThemeBuilder): TemplateResult {
  const [light, dark] = [probes.light.check(), probes.dark.check()];
  const countFailing = (list: Checked[]) => list.filter(({ passes }) => !passes).length;
  const describeScheme = (list: Checked[], scheme: string) =>
    countFailing(list) === 0
      ? `all ${list.length} pass in the ${scheme} scheme`
      : `${countFailing(list)} of ${list.length} fail in the ${scheme} scheme`;
  const isFine = countFailing(light) + countFailing(dark) === 0;
  return html`
    <h2 id="contrast-title">Contrast</h2>
    <p class=${isFine ? "verdict" : "verdict fails"} role="status">
      ${isFine ? "Pass" : "Fail"}: ${describeScheme(light, "light")}, ${describeScheme(dark, "dark")}.
    </p>
    <details ?open=${!isFine}>
      <summary>Every pair <span class="hint">WCAG 2 AA</span></summary>
      <table>
        <thead>
          <tr>
            <th scope="col">Pair</th>
            <th scope="col">Needs</th>
            <th scope="col">Light</th>
            <th scope="col">Dark</th>
          </tr>
        </thead>
        <tbody>
          ${light.map(
            (one, index) =>
              html`<tr>
                <th scope="row">${one.pair.label}</th>
                <td>${one.pair.least}</td>
                ${renderRatio(one)} ${renderRatio(dark[index]!)}
              </tr>`,
          )}
        </tbody>
      </table>
    </details>
  `;
}

/** Rounded down: 4.499 is not 4.5. */
function renderRatio({ ratio, passes }: Checked): TemplateResult {
  return html`<td class=${passes ? nothing : "fails"}>
    ${(Math.floor(ratio * 100) / 100).toFixed(2)} <span>${passes ? "pass" : "FAIL"}</span>
  </td>`;
}

/** The controls above the viewers: which of them are shown, and how dense. */
export function lookTemplate(builder: ThemeBuilder): TemplateResult {
  const { shown, density } = builder.draft;
  const renderChoice = <T extends keyof typeof WORDS>(
    legend: string,
    name: string,
    list: readonly T[],
    now: T,
    choose: (value: T) => void,
  ) =>
    html`<fieldset>
      <legend>${legend}</legend>
      ${list.map(
        (value) =>
          html`<label
            ><input
              type="radio"
              name=${name}
              .checked=${live(value === now)}
              @change=${() => choose(value)}
            />${WORDS[value]}</label
          >`,
      )}
    </fieldset>`;
  return html`
    ${renderChoice("Scheme", "shown", SHOWN, shown, (value) => builder.look(value))}
    ${renderChoice("Density", "density", DENSITIES, density, (value) => builder.space(value))}
  `;
}
