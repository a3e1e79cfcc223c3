import { sendKeys, sendMouse } from "@web/test-runner-commands";

/** A real click of the mouse in the middle of an element. */
export async function click(element: Element): Promise<void> {
  element.scrollIntoView({ block: "center", inline: "center" });
  await new Promise((resolve) => requestAnimationFrame(resolve));
  const { left, top, width, height } = element.getBoundingClientRect();
  await sendMouse({ type: "click", position: [Math.round(left + width / 2), Math.round(top + height / 2)] });
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
