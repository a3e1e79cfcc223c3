import { html, render } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { putOnStage } from "./stage.mjs";

/* A list without a grid, styles or features: all rows of the page, with one element for each cell. */

const page = (columns, rows) =>
  html`<table>
    <thead>
      <tr>
        ${columns.map(({ title }) => html`<th>${title}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${repeat(
        rows,
        ({ id }) => id,
        (row) =>
          html`<tr>
            ${columns.map(({ field }) => html`<td>${row[field]}</td>`)}
          </tr>`,
      )}
    </tbody>
  </table>`;

putOnStage({
  create(place, { columns }, rows) {
    const list = place.appendChild(document.createElement("div"));
    list.style.cssText = "block-size: 100%; overflow: auto; font: inherit";
    render(page(columns, rows), list);
    return { setRows: (next) => void render(page(columns, next), list), destroy: () => list.remove() };
  },
  rowAt: (place, index) => place.querySelector("tbody")?.children[index],
  cellsOf: (row) => row.children,
});
