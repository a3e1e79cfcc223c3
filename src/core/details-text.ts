import type { AuditEvent } from "./audit-event.js";
import { FIELD_IDS, type FieldId } from "./fields.js";
import { parameterText } from "./text/parameter-text.js";
import { holdsNothing, secretsAmong, MASK, maskSensitive, maskText } from "./secrets/values.js";
import type { SentencePart } from "./summary.js";

/** The names of the lines and of the list of parameters, in the user's language and without a colon. */
export type DetailsLabels = Readonly<Record<FieldId | "parameters", string>>;

/** What of an event is worded elsewhere. */
export interface DetailsWords {
  readonly labels: DetailsLabels;
  readonly summary: readonly SentencePart[];
  /** The full timestamp with its zone; the timestamp as it came where it cannot be read. */
  readonly time: string;
  /** Labels of action and object; the record's own word follows where it differs: "Modify/Update (edit)". */
  readonly action: string;
  readonly object: string;
}

/**
 * Plain text for "Copy details", meant for tickets: the summary, one "label: value" line per field ("-" for an empty one),
 * then the parameters. Values are exact but for secrets, which are masked wherever they stand. Lines end with "\n". A value of several lines is
 * indented, so that it cannot pass for another field.
 */
export function detailsText(event: AuditEvent, { labels, summary, time, action, object }: DetailsWords): string {
  const values = {
    ...event,
    time,
    action: withWireWord(action, event.action),
    object: withWireWord(object, event.object),
  };
  const lines = [
    summary.map((part) => part.text).join(""),
    "",
    ...FIELD_IDS.map((id) => line(labels[id], maskText(values[id]))),
  ];
  if (event.parameters.length > 0) {
    lines.push("", labels.parameters);
    const isSecret = secretsAmong(event.parameters);
    for (const parameter of event.parameters) {
      const { name, value } = parameter;
      const isMasked = isSecret(parameter) && !holdsNothing(value);
      lines.push(line(maskText(name), isMasked ? MASK : parameterText(maskSensitive(value))));
    }
  }
  return `${lines.join("\n")}\n`;
}

function withWireWord(label: string, wireWord: string): string {
  if (label === "" || wireWord === "") return label || wireWord;
  return label.toLowerCase() === wireWord.toLowerCase() ? label : `${label} (${wireWord})`;
}

function line(label: string, value: string): string {
  return `${label}: ${value || "-"}`.replace(/\r\n|[\n\r\u2028\u2029]/g, "\n    ");
}
