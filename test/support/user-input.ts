import { sendKeys, sendMouse } from "@web/test-runner-commands";

/** How often a click is sent again that has not arrived. */
const MOST_TRIES = 3;

/**
 * A real click of the mouse in the middle of an element. The browser can drop the input of a page while the page of another test file
 * opens, so a click that the page did not get is sent again.
 */
export async function click(element: Element): Promise<void> {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) if (await sendClick(element)) return;
}

/** @returns whether the click has arrived */
async function sendClick(element: Element): Promise<boolean> {
  element.scrollIntoView({ block: "center", inline: "center" });
  await new Promise((resolve) => requestAnimationFrame(resolve));
  const { left, top, width, height } = element.getBoundingClientRect();
  const view = element.ownerDocument.defaultView!;
  let hasArrived = false;
  const note = () => (hasArrived = true);
  for (const type of ["pointerdown", "pointerup"]) view.addEventListener(type, note, true);
  await sendMouse({ type: "click", position: [Math.round(left + width / 2), Math.round(top + height / 2)] });
  for (const type of ["pointerdown", "pointerup"]) view.removeEventListener(type, note, true);
  return hasArrived;
}

export async function press(...keys: string[]): Promise<void> {
  for (const key of keys) await sendKeys({ press: key });
}

/** Types into the field that has the focus. */
export async function type(text: string): Promise<void> {
  await sendKeys({ type: text });
}

/** Pastes into the field that has the focus: one change, where no key by itself is of interest. */
export function paste(text: string): void {
  document.execCommand("insertText", false, text);
}

/** Clicks a field, replaces what is in it. */
export async function fill(field: Element, text: string): Promise<void> {
  await click(field);
  await press("Control+A");
  if (text === "") await press("Delete");
  else await type(text);
}
