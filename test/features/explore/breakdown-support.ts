import { html } from "lit";
import { createDefaultFilters, type AuditFilters } from "../../../src/core/filters/filters.js";
import "../../../src/features/explore/breakdown/breakdown.js";
import type { Breakdown } from "../../../src/features/explore/breakdown/breakdown.js";
import { waitUntil } from "../../flows/support.js";
import { findElement, get, getAll, getName, hasFocus } from "../../support/screen.js";
import { click } from "../../support/user-input.js";
import { getButton, mount, type MountOptions } from "../../views/support.js";
import { breakdowns, extent, more } from "./breakdown-facts.js";

interface Given extends MountOptions {
  readonly counted?: Breakdown["breakdowns"] | "counting";
  readonly filters?: Partial<AuditFilters>;
  readonly findMore?: Breakdown["findMore"];
}

export const ALL = { counts: breakdowns, extent };

export const mountBreakdown = ({ counted = ALL, filters = {}, findMore = more, ...options }: Given = {}) =>
  mount<Breakdown>(
    html`<alv-breakdown
      .breakdowns=${counted === "counting" ? undefined : counted}
      .filters=${{ ...createDefaultFilters(), ...filters }}
      .findMore=${findMore}
    ></alv-breakdown>`,
    { width: 256, ...options },
  );

export const getList = (element: Element, name: string) => get(element, "list", name);
export const listNames = (element: Element, name: string) => getAll(getList(element, name), "button").map(getName);

export async function openList(element: Breakdown, name: string): Promise<HTMLElement> {
  await click(getButton(element, name));
  const field = await waitUntil(() => findElement(element, "combobox", /^Find in/), "the field");
  await waitUntil(() => hasFocus(field), "the focus");
  await waitUntil(() => getAll(element, "option").length > 0, "the values");
  return field;
}

export const listOptions = (element: Element) => getAll(element, "option").map(getName);
