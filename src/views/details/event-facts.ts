import { html, nothing, type TemplateResult } from "lit";
import type { AuditEvent } from "../../core/audit-event.js";
import { spelling, type Classified } from "../../core/taxonomy/taxonomy.js";
import { createTimeFormatter } from "../../core/time/time-format.js";
import { shownText } from "../../core/text/shown-text.js";
import { actionWords } from "../values/action-badge.js";
import type { Environment } from "../shell/environment.js";
import { objectMark } from "../values/object-mark.js";
import { noValue, textValue, userValue } from "../values/values.js";

/** The facts of an event in three groups: the event, who performed it, who was affected. */
export function eventFacts(event: AuditEvent, environment: Environment): TemplateResult {
  const { strings, taxonomy } = environment;
  const action = taxonomy.action(event.action);
  const object = taxonomy.object(event.object);
  const word = actionWords(event.action, environment);
  return html`<div class="facts" role="group" aria-label=${strings.eventDetails} part="facts">
    ${group("event", strings.factsEvent, [
      [strings.factTime, time(event, environment)],
      [strings.factAction, word ? html`${word}${asRecorded(event.action, action)}` : noValue(strings)],
      [strings.factObject, html`${objectMark(object, strings)}${asRecorded(event.object, object)}`],
      [strings.factClient, textValue(event.client, strings)],
    ])}
    ${group("by", strings.factsPerformedBy, [
      [strings.factUser, userValue(event.byUser, strings)],
      [strings.factDomain, textValue(event.byDomain, strings)],
      [strings.factIp, textValue(event.byIp, strings)],
    ])}
    ${group("affected", strings.factsAffected, [
      [strings.factUser, userValue(event.affectedUser, strings)],
      [strings.factDomain, textValue(event.affectedDomain, strings)],
      [strings.factHost, textValue(event.host, strings)],
    ])}
  </div>`;
}

function group(id: string, title: string, facts: [name: string, value: unknown][]): TemplateResult {
  return html`<div role="group" aria-labelledby=${`facts-${id}`}>
    <p class="section-title" id=${`facts-${id}`}>${title}</p>
    <dl>
      ${facts.map(
        ([name, value]) =>
          html`<div class="fact">
            <dt>${name}</dt>
            <dd class="num">${value}</dd>
          </div>`,
      )}
    </dl>
  </div>`;
}

/** The full timestamp; its title gives it in UTC, the one time on which two people in two zones agree. */
function time(event: AuditEvent, { times, strings, now }: Environment): TemplateResult {
  if (event.time === null) return textValue(event.timeText, strings);
  const utc = createTimeFormatter(times.locale, "UTC", now).full(event.time);
  return html`<time title=${utc}>${times.full(event.time)}</time>`;
}

/** The record's own word where the label says less: "Login · login-bad-ip", but not "Modify/Update · update". */
function asRecorded(wire: string, { item, label }: Classified): TemplateResult | typeof nothing {
  const own = spelling(wire);
  if (!item || [label, ...item.send].some((known) => spelling(known) === own)) return nothing;
  return html` <span class="muted">· <bdi>${shownText(wire)}</bdi></span>`;
}
