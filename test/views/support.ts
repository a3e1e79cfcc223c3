import { ContextProvider } from "../../src/ui/context.js";
import { expect } from "@open-wc/testing";
import { emulateMedia, setViewport } from "@web/test-runner-commands";
import { render, type LitElement, type TemplateResult } from "lit";
import { findPart, loadPart } from "../../src/element/late-code.js";
import { COMMAND_EVENT, type CommandEvent, type Commands } from "../../src/views/shell/commands.js";
import { environmentContext, type Environment } from "../../src/views/shell/environment.js";
import type { AuditEvent } from "../../src/core/audit-event.js";
import { compileTaxonomy } from "../../src/core/taxonomy/taxonomy.js";
import { createTimeFormatter } from "../../src/core/time/time-format.js";
import { DEFAULT_TAXONOMY } from "../../src/core/taxonomy/vocabulary.js";
import { en } from "../support/english.js";
import { pageIsolation } from "../../src/ui/styles/page-isolation.js";
import { tokens } from "../../src/ui/styles/tokens.js";
import { findAxeProblems, getRules } from "../support/axe.js";
import { getAll, get } from "../support/screen.js";
import { WINDOW_SIZE } from "../support/window-size.js";

const NOW = Date.parse("2026-11-23T12:00:00Z");

export function createEnvironment(zone = "America/New_York", locale = "en-US"): Environment {
  const getNow = () => NOW;
  const times = createTimeFormatter(locale, zone, getNow);
  const pause = () => Promise.resolve();
  return {
    strings: en,
    completeTexts: () => en,
    locale,
    times,
    taxonomy: compileTaxonomy(DEFAULT_TAXONOMY),
    now: getNow,
    pause,
    load: loadPart,
    find: findPart,
  };
}

/** Replaces the root element: it has the tokens, provides the environment, and is the container of the queries. */
class TestRoot extends HTMLElement {
  readonly content = this.attachShadow({ mode: "open" });
  readonly #provider = new ContextProvider(this, environmentContext, createEnvironment());
  readonly announced: string[] = [];

  constructor() {
    super();
    this.content.adoptedStyleSheets = [tokens, pageIsolation].flatMap(({ styleSheet }) => styleSheet ?? []);
    handleCommand(this, "announce", (text) => this.announced.push(text));
  }

  set environment(value: Environment) {
    this.#provider.setValue(value);
  }
}
customElements.define("test-root", TestRoot);

export interface MountOptions {
  /** In px. */
  width?: number;
  dir?: "ltr" | "rtl";
  theme?: "light" | "dark";
  environment?: Environment;
}

let paper: HTMLElement | undefined;

before(() => setViewport(WINDOW_SIZE));

afterEach(() => {
  paper?.remove();
  paper = undefined;
  document.documentElement.removeAttribute("dir");
});

/** Renders one component as the root element would. */
export async function mount<E extends LitElement>(
  template: TemplateResult,
  { width = 1280, dir = "ltr", theme = "light", environment = createEnvironment() }: MountOptions = {},
): Promise<{ element: E; root: TestRoot }> {
  paper?.remove();
  document.documentElement.dir = dir;
  paper = document.createElement("main");
  paper.style.setProperty("inline-size", `${width}px`);
  paper.style.setProperty("background", theme === "dark" ? "#15181d" : "#ffffff");
  const root = document.createElement("test-root") as TestRoot;
  root.setAttribute("theme", theme);
  root.environment = environment;
  paper.append(root);
  document.body.style.setProperty("margin", "0");
  document.body.append(paper);
  render(template, root.content);
  const element = root.content.firstElementChild as E;
  await waitForUpdate(element);
  return { element, root };
}

/** Waits until an element and its inner elements have rendered, measured, rendered again, and ended their animations. */
export async function waitForUpdate(element: LitElement): Promise<void> {
  await element.updateComplete;
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  await element.updateComplete;
  const inner = findAllDeep(element.shadowRoot ?? element, "*");
  for (const one of inner) await (one as LitElement).updateComplete;
  // Where nothing is shown, animations do not run.
  const running = inner.filter((one) => one.checkVisibility()).flatMap((one) => one.getAnimations());
  await Promise.all(running.filter((one) => one.effect?.getTiming().iterations === 1).map((one) => one.finished));
}

/** Elements in a root and in the shadow roots below it, in page order. For roles and names, see `support/screen.ts`. */
export function findAllDeep(root: ParentNode, selector: string): HTMLElement[] {
  return Array.from(root.querySelectorAll<HTMLElement>("*")).flatMap((one) => [
    ...(one.matches(selector) ? [one] : []),
    ...(one.shadowRoot ? findAllDeep(one.shadowRoot, selector) : []),
  ]);
}

export const getButton = (element: Element, name: string | RegExp): HTMLElement => get(element, "button", name);

/** "Name value" for each term in an element and its definition. */
export function listTerms(element: Element): string[] {
  const values = getAll(element, "definition");
  return getAll(element, "term").map((term, at) => `${getText(term)} ${getText(values[at]!)}`);
}

/** The text of an element, also the part that is only for screen readers; each run of white space is one space. */
export function getText(element: Element): string {
  return (element.textContent ?? "").replace(/\s+/g, " ").replace(/^ | $/g, "");
}

/** Calls `handle` with the detail of each command of this name that a component sends. */
export function handleCommand<Name extends keyof Commands>(
  root: EventTarget,
  name: Name,
  handle: (detail: Commands[Name]) => void,
): void {
  root.addEventListener(COMMAND_EVENT, (event) => {
    const { command, detail } = (event as CommandEvent).detail;
    if (command === name) handle(detail as Commands[Name]);
  });
}

/** The detail of the next command of this name. */
export function waitForCommand<Name extends keyof Commands>(root: EventTarget, name: Name): Promise<Commands[Name]> {
  return new Promise((resolve) => handleCommand(root, name, resolve));
}

/** The name of the next command. */
export function waitForAnyCommand(root: EventTarget): Promise<keyof Commands> {
  return new Promise((resolve) =>
    root.addEventListener(COMMAND_EVENT, (event) => resolve((event as CommandEvent).detail.command), { once: true }),
  );
}

/** axe finds nothing wrong with what is on the screen, by all rules or some of them. */
export async function expectAccessible(rules: { only?: string[] } = {}): Promise<void> {
  const found = await findAxeProblems(paper as HTMLElement, rules);
  expect(found, found.join("\n")).to.deep.equal([]);
}

/** axe finds nothing wrong in both themes, at 320 px, from right to left and in forced colors; nothing sticks out. */
export async function expectAccessibleAnywhere(
  mounted: (options: MountOptions) => Promise<{ element: LitElement }>,
): Promise<void> {
  for (const theme of ["light", "dark"] as const) {
    const { element } = await mounted({ theme, width: 320 });
    expect(element.scrollWidth).to.be.at.most(320);
    await expectAccessible(getRules(theme));
  }
  await emulateMedia({ forcedColors: "active" });
  try {
    await mounted({ dir: "rtl" });
    await expectAccessible();
  } finally {
    await emulateMedia({ forcedColors: "none" });
  }
}

/** The middle of an element, for the mouse. */
export function findMiddle(element: Element): [number, number] {
  const { x, y, width, height } = element.getBoundingClientRect();
  return [Math.round(x + width / 2), Math.round(y + height / 2)];
}

let made = 0;

export function createEvent(given: Partial<AuditEvent> & { at?: string } = {}): AuditEvent {
  const { at = "2026-11-22T23:41:09Z", ...fields } = given;
  return {
    id: `event-${++made}`,
    time: Date.parse(at),
    timeText: at,
    action: "update",
    object: "answerrule",
    byUser: "maria.ortiz",
    byDomain: "harborline.example",
    byIp: "203.0.113.24",
    client: "Manager Portal",
    affectedUser: "2104",
    affectedDomain: "northgate-dental.example",
    host: "core2.harborline.example",
    parameters: [],
    raw: {},
    ...fields,
  };
}

/** Text of a record that would hide something, or run, where it is shown carelessly. */
export const HOSTILE = '<img src=x onerror="alert(1)">\u202Egnp.exe\u0000\u200B${1}';
export const HOSTILE_SHOWN = '<img src=x onerror="alert(1)">‹U+202E›gnp.exe␀‹U+200B›${1}';
