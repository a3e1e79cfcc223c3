import { useState } from "react";
import { createRoot } from "react-dom/client";
import { createFetchAdapter, type AuditLogViewerEventMap } from "audit-log-viewer";
import type {} from "audit-log-viewer/react";

const adapter = createFetchAdapter({ baseUrl: "/ns-api/v2", getToken: () => "mock-super-user" });

function AuditLog() {
  const [page, setPage] = useState(0);
  const turned = ({ detail }: AuditLogViewerEventMap["alv-results"]) => setPage(detail.page);
  return (
    <>
      <output>The viewer shows page {page}.</output>
      <audit-log-viewer adapter={adapter} autoSearch density="compact" onalv-results={turned} />
    </>
  );
}

createRoot(document.querySelector("#example")!).render(<AuditLog />);
