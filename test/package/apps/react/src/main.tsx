import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./App";

const api = new URLSearchParams(location.search).get("api") ?? "";
createRoot(document.getElementById("app")!).render(
  <StrictMode>
    <App api={api} />
  </StrictMode>,
);
