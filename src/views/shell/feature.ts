import { createContext } from "../../ui/context.js";
import type { ReactiveControllerHost, TemplateResult } from "lit";
import type { Clock } from "../../core/clock.js";
import type { AuditLogError } from "../../core/errors.js";
import type { AuditLogViewerEventDetails } from "../../core/public-events.js";
import type { LogStore } from "../../search/log-store.js";
import type { FileMaker } from "../../search/server.js";
import { VERSION } from "../../version.js";
import type { Environment } from "./environment.js";

/** The places where a feature can render something, each with the facts that the feature gets. */
export interface Places {
  /** The tools above the results. */
  toolbar: undefined;
  /** Between the chips and the results. */
  "above-results": undefined;
  /** Beside the results, at the end of the line. */
  "beside-results": undefined;
  /** Beside counts that may not cover the whole range. */
  "range-count": undefined;
  /** Below a text field for a domain. */
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
  /** A new object each time the user looks at the field. `shouldOpen` says whether the suggestions should open. */
  readonly openRequest: { shouldOpen(): boolean } | undefined;
}

/** A feature of one viewer. */
export interface Feature {
  /** Renders the feature at its places. */
  readonly places: { readonly [Name in keyof Places]?: (facts: Places[Name], use: ToolUse) => TemplateResult };
  /** The viewer has the log of another server or user. The feature must forget the previous log. */
  use(log: LogStore): void;
  /** The viewer is removed from its page. It may be added again. */
  end(): void;
}

/** The parts of the viewer that its features use. */
export interface ViewerForFeatures {
  readonly element: ReactiveControllerHost & HTMLElement;
  readonly log: LogStore;
  readonly environment: Environment;
  readonly clock: Clock;
  /** IANA id of the chosen time zone. */
  readonly zone: string;
  /** Whether the timeline and the breakdown are shown: the properties of the viewer. */
  readonly timeline: boolean;
  readonly breakdown: boolean;
  /** Whether the page has set `redact`. */
  readonly isRedacted: boolean;
  /** Creates the client that writes files. The viewer ends it. */
  makeFiles(): Promise<FileMaker>;
  /** Announces a text once to a screen reader. */
  say(text: string): void;
  /** Dispatches `alv-error`. */
  report(error: AuditLogError): void;
  /** Dispatches a public event. */
  emit<Name extends keyof AuditLogViewerEventDetails>(name: Name, detail: AuditLogViewerEventDetails[Name]): void;
}

/** Renders the features of a viewer at their places. */
export interface FeaturePlaces {
  render<Name extends keyof Places>(place: Name, facts: Places[Name]): unknown;
  /** Loads the features of a place that the user looks at. Never rejects: without them the place stays empty. */
  look(place: keyof Places): Promise<void>;
}

/** Gets a new value when a feature is loaded. */
export const featuresContext = createContext<FeaturePlaces>(Symbol.for(`audit-log-viewer.features.${VERSION}`));
