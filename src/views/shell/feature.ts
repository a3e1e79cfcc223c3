import { createContext } from "@lit/context";
import type { ReactiveControllerHost, TemplateResult } from "lit";
import type { Clock } from "../../core/clock.js";
import type { AuditLogError } from "../../core/errors.js";
import type { AuditLogViewerEventDetails } from "../../core/public-events.js";
import type { LogStore } from "../../search/log-store.js";
import type { FileMaker } from "../../search/server.js";
import { VERSION } from "../../version.js";
import type { Environment } from "./environment.js";

/** The places where a feature can show something, with what the shell tells about each of them. */
export interface Places {
  /** The tools above the results. */
  toolbar: undefined;
  /** Under a text field for a domain. */
  "domain-field": DomainFieldPlace;
}

/** How the user is using the button of a tool whose feature is loading. The tool that replaces the button continues. */
export interface ToolUse {
  isFocused?: () => boolean;
  isOpen?: () => boolean;
}

export interface DomainFieldPlace {
  readonly field: "byDomain" | "affectedDomain";
  readonly text: string;
  /** Another object each time the reader looks at the field. */
  readonly wish: { isWanted(): boolean } | undefined;
}

/** A feature of one viewer. */
export interface Feature {
  /** What it renders at which place. */
  readonly places: { readonly [Name in keyof Places]?: (facts: Places[Name], use: ToolUse) => TemplateResult };
  /** The viewer has another log: another server or user. Nothing of the log before may stay. */
  use(log: LogStore): void;
  /** The viewer was removed from its page. It may come back. */
  end(): void;
}

/** What the viewer offers to its features. */
export interface FeatureHost {
  readonly element: ReactiveControllerHost & HTMLElement;
  readonly log: LogStore;
  readonly environment: Environment;
  readonly clock: Clock;
  /** IANA id of the chosen time zone. */
  readonly zone: string;
  /** Whether a redaction changes the records. */
  readonly isRedacted: boolean;
  /** Starts what writes files; the viewer ends it. */
  makeFiles(): Promise<FileMaker>;
  /** Says something once to a screen reader. */
  say(text: string): void;
  /** Tells the page of a failure. */
  report(error: AuditLogError): void;
  /** Dispatches a public event. */
  emit<Name extends keyof AuditLogViewerEventDetails>(name: Name, detail: AuditLogViewerEventDetails[Name]): void;
}

/** The features of a viewer, as the shell sees them. */
export interface FeaturePlaces {
  render<Name extends keyof Places>(place: Name, facts: Places[Name]): unknown;
  /** The reader looks at a place: its features are loaded. Never rejects: without them the place stays empty. */
  look(place: keyof Places): Promise<void>;
}

/** Another value each time a feature was loaded. */
export const featuresContext = createContext<FeaturePlaces>(Symbol.for(`audit-log-viewer.features.${VERSION}`));
