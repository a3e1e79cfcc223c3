import { createFetchAdapter, type AuditLogViewer } from "audit-log-viewer";
import type {} from "audit-log-viewer/react";
import { useMemo, useRef, useState } from "react";

export function App({ api }: { api: string }) {
  const viewer = useRef<AuditLogViewer>(null);
  const adapter = useMemo(() => createFetchAdapter({ baseUrl: api }), [api]);
  const [heard, setHeard] = useState("Nothing yet");
  const [dark, setDark] = useState(false);

  const makeFile = async () => {
    const file = await viewer.current?.exportEvents({ format: "csv", scope: "loaded", deliver: "blob" });
    setHeard(`A file of ${file?.rows} rows`);
  };

  return (
    <>
      <p role="status">{heard}</p>
      <label>
        <input type="checkbox" checked={dark} onChange={(event) => setDark(event.target.checked)} /> Dark
      </label>
      <button onClick={() => void makeFile()}>Make a file</button>
      <audit-log-viewer
        ref={viewer}
        adapter={adapter}
        theme={dark ? "dark" : "light"}
        page-size={25}
        onalv-results={({ detail }) => setHeard(`Page ${detail.page} with ${detail.count} events`)}
        onalv-event-open={({ detail }) => setHeard(`Opened ${detail.event.id}`)}
      />
    </>
  );
}
