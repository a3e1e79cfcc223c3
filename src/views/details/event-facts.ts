import { html, nothing, type TemplateResult } from "lit";
import type { AuditEvent } from "../../core/audit-event.js";
import { FIELDS, listFieldsWith, type Field, type FieldId } from "../../core/fields.js";
import { normalizeSpelling, type Classified } from "../../core/taxonomy/taxonomy.js";
import { createTimeFormatter } from "../../core/time/time-format.js";
import { toShownText } from "../../core/text/shown-text.js";
import { describeAction } from "../values/action-badge.js";
import type { Environment } from "../shell/environment.js";
import { renderObjectMark } from "../values/object-mark.js";
import { renderNoValue, renderText, renderUser } from "../values/values.js";

/** The facts of an event in three groups: the event, who performed it, who was affected. */
export function renderEventFacts(event: AuditEvent, env: Environment): TemplateResult {
  const { strings } = env;
  return html`<div class="facts" role="group" aria-label=${strings.eventDetails} part="facts">
    ${renderGroup("event", strings.factsEvent, event, env)} ${renderGroup("by", strings.factsPerformedBy, event, env)}
    ${renderGroup("affected", strings.factsAffected, event, env)}
  </div>`;
}

function renderGroup(id: Field["group"], title: string, event: AuditEvent, env: Environment): TemplateResult {
  return html`<div role="group" aria-labelledby=${`facts-${id}`}>
    <p class="section-title" id=${`facts-${id}`}>${title}</p>
    <dl>
      ${listFieldsWith("group", id).map(
        (field) =>
          html`<div class="fact">
            <dt>${env.strings[FIELDS[field].fact]}</dt>
            <dd class="num">${renderValue(field, event, env)}</dd>
          </div>`,
      )}
    </dl>
  </div>`;
}

function renderValue(field: FieldId, event: AuditEvent, env: Environment): unknown {
  const { strings, taxonomy } = env;
  switch (field) {
    case "time":
      return renderTime(event, env);
    case "action": {
      const words = describeAction(event.action, env);
      return words
        ? html`${words}${renderRecordedWord(event.action, taxonomy.action(event.action))}`
        : renderNoValue(strings);
    }
    case "object": {
      const object = taxonomy.object(event.object);
      return html`${renderObjectMark(object, strings)}${renderRecordedWord(event.object, object)}`;
    }
    default:
      return FIELDS[field].kind === "user" ? renderUser(event[field], strings) : renderText(event[field], strings);
  }
}

/** The full timestamp, with UTC as the tooltip: people in different zones can compare that. */
function renderTime(event: AuditEvent, { times, strings, now }: Environment): TemplateResult {
  if (event.time === null) return renderText(event.timeText, strings);
  const utc = createTimeFormatter(times.locale, "UTC", now).full(event.time);
  return html`<time title=${utc}>${times.full(event.time)}</time>`;
}

/** Adds the record's own word if the label says less: "Login · login-bad-ip", but not "Modify/Update · update". */
function renderRecordedWord(wire: string, { item, label }: Classified): TemplateResult | typeof nothing {
  const own = normalizeSpelling(wire);
  if (!item || [label, ...item.send].some((known) => normalizeSpelling(known) === own)) return nothing;
  return html` <span class="muted">· <bdi>${toShownText(wire)}</bdi></span>`;
}
