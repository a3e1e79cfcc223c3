import { useEffect, useRef, useState } from "react";
import { createRoot } from "react-dom/client";
import { createFetchAdapter, type AuditEvent, type AuditLogViewer } from "audit-log-viewer";
import type {} from "audit-log-viewer/react";
import { tickets } from "./tickets.js";

const adapter = createFetchAdapter({ baseUrl: "/ns-api/v2", getToken: () => "mock-super-user" });

/** An event in one line, as an agent would write it down. */
const toLine = ({ time, timeText, action, object, affectedDomain, byUser, byDomain, byIp }: AuditEvent) =>
  `${time === null ? timeText : new Date(time).toLocaleString()}: ${action} ${object} of ${affectedDomain}, ` +
  `recorded as ${byUser}@${byDomain}, IP ${byIp}`;

function SupportDesk() {
  const viewer = useRef<AuditLogViewer>(null);
  const [ticket, setTicket] = useState(tickets[0]);
  const [opened, setOpened] = useState<AuditEvent>();
  const [notes, setNotes] = useState<Record<number, string>>({});
  const text = notes[ticket.id] ?? "";
  const write = (text: string) => setNotes({ ...notes, [ticket.id]: text });

  useEffect(() => {
    const log = viewer.current!;
    const { domain, user, objects = [] } = ticket;
    setOpened(undefined);
    if (user) void log.investigate({ user, domain });
    else {
      log.filters = { objects, affectedDomain: domain, range: { preset: "last-7-days" } };
      void log.search();
    }
  }, [ticket]);

  return (
    <div className="desk">
      <section className="ticket" aria-labelledby="ticket">
        <p className="tickets">
          {tickets.map((one) => (
            <button key={one.id} aria-pressed={one === ticket} onClick={() => setTicket(one)}>
              Ticket {one.id}
            </button>
          ))}
        </p>
        <h2 id="ticket">{ticket.title}</h2>
        <p>{ticket.from}</p>
        <blockquote>{ticket.words}</blockquote>
        <label>
          Notes
          <textarea rows={7} value={text} onChange={({ target }) => write(target.value)} />
        </label>
        <button disabled={!opened} onClick={() => opened && write(`${text}${toLine(opened)}\n`)}>
          {opened ? "Add the open event" : "Open an event to add it"}
        </button>
      </section>
      <audit-log-viewer
        ref={viewer}
        adapter={adapter}
        density="compact"
        onalv-event-open={({ detail }) => setOpened(detail.event)}
      />
    </div>
  );
}

createRoot(document.querySelector("#example")!).render(<SupportDesk />);
