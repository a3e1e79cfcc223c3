import type { AuditLogError } from "../core/errors.js";
import type { Clock } from "../core/clock.js";
import type { LogStore } from "../search/log-store.js";
import type { Environment } from "../views/shell/environment.js";
import type { ViewerForFeatures } from "../views/shell/feature.js";
import type { FileMaker } from "../worker/client/file-client.js";
import { readZone } from "./properties/environment.js";
import { readRedaction } from "./properties/server.js";
import { emit } from "./public-events.js";
import { reportError } from "./report-changes.js";

/** The root element. */
type Viewer = ViewerForFeatures["element"] & {
  readonly clock: Clock;
  readonly timezone: unknown;
  readonly redact: unknown;
  readonly timeline: boolean;
  readonly breakdown: boolean;
  readonly makeFiles: () => Promise<FileMaker>;
};

/** Private parts of the root element. */
interface PrivateParts {
  readonly log: () => { readonly store: LogStore };
  readonly environment: () => { readonly value: Environment };
  readonly say: (text: string) => void;
}

/** Creates what the features can use of the viewer. Each value is read when a feature uses it, so it is current. */
export function createViewerForFeatures(viewer: Viewer, { log, environment, say }: PrivateParts): ViewerForFeatures {
  return {
    element: viewer,
    get log() {
      return log().store;
    },
    get environment() {
      return environment().value;
    },
    get clock() {
      return viewer.clock;
    },
    get zone() {
      return readZone(viewer.timezone);
    },
    get timeline() {
      return viewer.timeline;
    },
    get breakdown() {
      return viewer.breakdown;
    },
    get isRedacted() {
      return readRedaction(viewer.redact) !== undefined;
    },
    makeFiles: () => viewer.makeFiles(),
    say,
    report: (error: AuditLogError) => reportError(viewer, error),
    emit: (name, detail) => emit(viewer, name, detail),
  };
}
