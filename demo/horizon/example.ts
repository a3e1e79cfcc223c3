import { mountAuditLogViewer } from "audit-log-viewer/horizon";
import { horizonContext, onHorizonContext } from "./host.js";

const place = document.querySelector("#remote")!;
const { update } = mountAuditLogViewer(place, horizonContext(), { autoSearch: true, density: "compact" });
onHorizonContext(update);
