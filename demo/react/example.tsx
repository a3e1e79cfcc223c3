import { useState } from "react";
import { createRoot } from "react-dom/client";
import { createFetchAdapter } from "audit-log-viewer";

const adapter = createFetchAdapter({ baseUrl: "/ns-api/v2", getToken: () => "mock-super-user" });

function AuditLog() {
  const [density, setDensity] = useState<"comfortable" | "compact">("comfortable");
  const [shown, setShown] = useState("");
  const change = () => setDensity(density === "compact" ? "comfortable" : "compact");
  return (
    <>
      <p className="stage-tools">
        <button onClick={change}>Change density</button> <output>{shown}</output>
      </p>
      <audit-log-viewer
        adapter={adapter}
        autoSearch
        density={density}
        onalv-results={({ detail }) => setShown(`Page ${detail.page} shows ${detail.count} events`)}
      />
    </>
  );
}

createRoot(document.querySelector("#example")!).render(<AuditLog />);
