import type * as ViewerPackage from "../index.js";
import { createViewer } from "./create-viewer.js";
import { portalSession } from "./portal-session.js";
import type { PortalSettings } from "./portal-settings.js";

export interface Panel {
  /** Shows the viewer in place of `list`; `back` gets the focus when it is closed. */
  open(list: HTMLElement, back: HTMLElement): void;
  readonly isOpen: boolean;
}

/** The page of the audit log: the way back, a heading, the viewer. Made once; what was read stays while it is closed. */
export function makePanel(settings: PortalSettings): Panel {
  const panel = document.createElement("div");
  const back = document.createElement("button");
  const heading = document.createElement("h2");
  const place = document.createElement("div");
  back.type = "button";
  back.className = "btn";
  back.append(settings.backText);
  heading.tabIndex = -1;
  heading.append(settings.cardTitle);
  panel.dataset["auditLogPanel"] = "";
  panel.append(back, heading, place);

  let close = () => {};
  back.addEventListener("click", () => close());
  let hasViewer = false;

  return {
    get isOpen() {
      return panel.isConnected;
    },
    open(list, returnTo) {
      if (panel.isConnected) return;
      const show = hide(list);
      list.after(panel);
      close = () => {
        panel.remove();
        show();
        returnTo.focus();
      };
      if (!hasViewer) void fill(place, settings);
      hasViewer = true;
      // What was clicked is gone: reading and the keyboard go on at the top of what came.
      heading.focus();
    },
  };
}

async function fill(place: HTMLElement, settings: PortalSettings): Promise<void> {
  const message = document.createElement("p");
  message.setAttribute("role", "status");
  message.append(settings.loadingText);
  place.append(message);
  try {
    const viewerPackage = (await import(/* @vite-ignore */ settings.module)) as typeof ViewerPackage;
    const viewer = createViewer(viewerPackage);
    const adapter = viewerPackage.createFetchAdapter(portalSession({ baseUrl: settings.apiBase }));
    Object.assign(viewer, { adapter }, settings.properties);
    // The viewer checks them as it does those of its own tag. Its server is the portal's: see `apiBase`.
    for (const name of viewerPackage.AuditLogViewer.observedAttributes) {
      const value = Object.hasOwn(settings.attributes, name) ? settings.attributes[name] : undefined;
      if (value !== undefined && value !== "false" && name !== "api-base") viewer.setAttribute(name, value);
    }
    place.replaceChildren(viewer);
  } catch (error) {
    message.textContent = settings.failedText;
    console.warn(`Audit log: ${settings.module} could not be loaded.`, error);
  }
}

/** Also against style sheets that set `display` by force; answers how to undo it. */
function hide({ style }: HTMLElement): () => void {
  const [value, priority] = [style.getPropertyValue("display"), style.getPropertyPriority("display")];
  style.setProperty("display", "none", "important");
  return () => style.setProperty("display", value, priority);
}
