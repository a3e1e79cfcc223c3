import type { ReactiveControllerHost } from "lit";
import { failLoading } from "../core/errors.js";
import type { Clock } from "../core/clock.js";
import { checkValue, isText, warnOnce } from "../core/options.js";
import { whenRemoved } from "../ui/when-removed.js";
import { loadWorkerClient } from "./late-code.js";
import type { FileMaker } from "../worker/client.js";

type Host = ReactiveControllerHost & HTMLElement & { readonly workerUrl: unknown; readonly clock: Clock };

/** `none`, the absolute URL of a worker, or nothing for the viewer's own. */
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

/** A worker is handed every exported event: code of another origin never gets them. */
function isWorkerUrl(value: unknown): value is string {
  if (value === "none") return true;
  if (!isText(value) || !URL.canParse(value, document.baseURI)) return false;
  const { protocol, origin, username, password } = new URL(value, document.baseURI);
  return /^https?:$/.test(protocol) && origin === location.origin && username + password === "";
}

/** Hands out what writes the viewer's files, a chunk of its own, and ends it with the viewer. A move is no removal. */
export class ViewerWorker {
  readonly #host: Host;
  #maker: Promise<FileMaker> | undefined;

  constructor(host: Host) {
    this.#host = host;
    whenRemoved(host, () => this.end());
  }

  /** Fetches the chunk at the first need. Rejects with an AuditLogError; the next call tries again. */
  readonly get = (): Promise<FileMaker> => {
    this.#maker ??= this.#make();
    return this.#maker;
  };

  /** Ends the thread and every file that is not finished. */
  end(): void {
    this.#maker?.then(
      (maker) => maker.end(),
      // There is none to end.
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
