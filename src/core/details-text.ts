import type { AuditEvent } from "./audit-event.js";
import { FIELD_IDS, type FieldId } from "./fields.js";
import { formatParameter } from "./text/parameter-text.js";
import { isPlaceholderValue, createSecretTest, MASK, maskSensitive, maskText } from "./secrets/values.js";
import type { SentencePart } from "./summary.js";

/** The names of the lines and of the list of parameters, in the user's language and without a colon. */
export type DetailsLabels = Readonly<Record<FieldId | "parameters", string>>;

/** The texts of an event that the caller provides. */
export interface DetailsWords {
  readonly labels: DetailsLabels;
  readonly summary: readonly SentencePart[];
  /** The full timestamp with its zone; an unreadable timestamp unchanged. */
  readonly time: string;
  /** The labels of action and object. If the record has another word, it follows: "Modify/Update (edit)". */
  readonly action: string;
  readonly object: string;
}

/**
 * The text of "Copy details", for tickets: the summary, a line "label: value" for each field ("-" if it is empty), then
 * the parameters. Values are exact, but secrets are masked. Lines end with "\n". The other lines of a value are
 * indented, so that they do not look like fields.
 */
export function formatDetails(event: AuditEvent, { labels, summary, time, action, object }: DetailsWords): string {
  const values = {
    ...event,
    time,
    action: addWireWord(action, event.action),
    object: addWireWord(object, event.object),
  };
  const lines = [
    summary.map((part) => part.text).join(""),
    "",
    ...FIELD_IDS.map((id) => formatLine(labels[id], maskText(values[id]))),
  ];
  if (event.parameters.length > 0) {
    lines.push("", labels.parameters);
    const isSecret = createSecretTest(event.parameters);
    for (const parameter of event.parameters) {
      const { name, value } = parameter;
      const isMasked = isSecret(parameter) && !isPlaceholderValue(value);
      lines.push(formatLine(maskText(name), isMasked ? MASK : formatParameter(maskSensitive(value))));
    }
  }
  return `${lines.join("\n")}\n`;
}

function addWireWord(label: string, wireWord: string): string {
  if (label === "" || wireWord === "") return label || wireWord;
  return label.toLowerCase() === wireWord.toLowerCase() ? label : `${label} (${wireWord})`;
}

function formatLine(label: string, value: string): string {
  return `${label}: ${value || "-"}`.replace(/\r\n|[\n\r\u2028\u2029]/g, "\n    ");
}
