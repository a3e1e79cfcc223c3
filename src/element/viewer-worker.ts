import type { ReactiveControllerHost } from "lit";
import { failLoading } from "../core/errors.js";
import type { Clock } from "../core/clock.js";
import { checkValue, isText, warnOnce } from "../core/option-checks.js";
import { whenRemoved } from "../ui/when-removed.js";
import { loadWorkerClient } from "./late-code.js";
import type { FileMaker } from "../worker/client.js";

type Host = ReactiveControllerHost & HTMLElement & { readonly workerUrl: unknown; readonly clock: Clock };

/** Reads `worker-url`: `none`, an absolute URL, or undefined for the default worker. */
export function readWorkerUrl(value: unknown): string | undefined {
  const given = checkValue<string | undefined>(
    "worker-url",
    value,
    isWorkerUrl,
    "a URL on the page's own origin, or `none`",
    undefined,
  );
  return given === undefined || given === "none" ? given : new URL(given, document.baseURI).href;
}

/** The worker gets every exported event, so it must be code of the page's own origin. */
function isWorkerUrl(value: unknown): value is string {
  if (value === "none") return true;
  if (!isText(value) || !URL.canParse(value, document.baseURI)) return false;
  const { protocol, origin, username, password } = new URL(value, document.baseURI);
  return /^https?:$/.test(protocol) && origin === location.origin && username + password === "";
}

/** Creates the client that writes files, at the first export. Ends it when the viewer is removed. */
export class ViewerWorker {
  readonly #host: Host;
  #maker: Promise<FileMaker> | undefined;

  constructor(host: Host) {
    this.#host = host;
    whenRemoved(host, () => this.end());
  }

  /** Loads the code at the first call. Rejects with an AuditLogError if it cannot be loaded; the next call tries again. */
  readonly get = (): Promise<FileMaker> => {
    this.#maker ??= this.#make();
    return this.#maker;
  };

  /** Ends the thread and every file that is not finished. */
  end(): void {
    this.#maker?.then(
      (maker) => maker.end(),
      // It was not loaded, so there is nothing to end.
      () => undefined,
    );
  }

  async #make(): Promise<FileMaker> {
    try {
      const { FileWorkerClient } = await loadWorkerClient();
      return new FileWorkerClient({
        clock: this.#host.clock,
        url: () => readWorkerUrl(this.#host.workerUrl),
        warn: warnOnce,
      });
    } catch (cause) {
      this.#maker = undefined;
      return failLoading(cause);
    }
  }
}
