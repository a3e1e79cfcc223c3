import type { ReactiveControllerHost } from "lit";
import { failLoading } from "../core/errors.js";
import type { Clock } from "../core/clock.js";
import { checkValue, isText, warnOnce } from "../core/option-checks.js";
import { runWhenRemoved } from "../ui/when-removed.js";
import type { AnalysisClient } from "../worker/client/analysis-client.js";
import type { FileMaker } from "../worker/client/file-client.js";
import type { Threads } from "../worker/client/threads.js";
import { loadSearchCode, loadFileClient, loadPageAnalysis } from "./late-code.js";

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

/** The threads of a viewer: one writes files, the other one counts events. Ends them when the viewer is removed. */
export class ViewerWorker {
  readonly #host: Host;
  #threads: Promise<Threads> | undefined;
  #files: Promise<FileMaker> | undefined;
  #analysis: AnalysisClient | undefined;

  constructor(host: Host) {
    this.#host = host;
    runWhenRemoved(host, () => this.#endThreads());
    host.addController({ hostConnected: () => this.#analysis?.resume() });
  }

  /** Creates the client that writes files. Rejects with an AuditLogError if it cannot be loaded; the next call tries again. */
  readonly getFiles = (): Promise<FileMaker> => {
    this.#files ??= this.#createFiles().catch((cause: unknown) => {
      this.#files = undefined;
      return failLoading(cause);
    });
    return this.#files;
  };

  /** Creates a client that counts the events of another log. Rejects like `getFiles`. */
  readonly createAnalysis = async (): Promise<AnalysisClient> => {
    const [{ AnalysisClient }, threads] = await Promise.all([loadSearchCode(), this.#getThreads()]).catch(failLoading);
    this.#analysis?.end();
    this.#analysis = new AnalysisClient(threads, loadPageAnalysis);
    // The viewer may have been removed in the meantime.
    if (!this.#host.isConnected) this.#analysis.end();
    return this.#analysis;
  };

  /** Ends both threads for good, and every file that is not finished: another log replaces the one that they work for. */
  end(): void {
    this.#endThreads();
    this.#analysis = undefined;
  }

  /** A viewer that is put back starts another thread to count its events. */
  #endThreads(): void {
    this.#analysis?.end();
    this.#files?.then(
      (files) => files.end(),
      // It was not loaded, so there is nothing to end.
      () => undefined,
    );
  }

  async #createFiles(): Promise<FileMaker> {
    const [{ FileWorkerClient }, threads] = await Promise.all([loadFileClient(), this.#getThreads()]);
    return new FileWorkerClient(threads);
  }

  /** Both threads share the knowledge whether the page blocks workers. */
  #getThreads(): Promise<Threads> {
    this.#threads ??= this.#createThreads().catch((cause: unknown) => {
      this.#threads = undefined;
      throw cause;
    });
    return this.#threads;
  }

  async #createThreads(): Promise<Threads> {
    const { Threads } = await loadSearchCode();
    const { clock } = this.#host;
    return new Threads({ clock, url: () => readWorkerUrl(this.#host.workerUrl), warn: warnOnce });
  }
}
