import type { AuditFilters, AuditLogViewerEventMap, ErrorKind } from "audit-log-viewer";
import type { AuditLogViewerProps } from "audit-log-viewer/react";

/* What the typings take, and what they refuse: with any of it gone, this file has errors. */
const props: AuditLogViewerProps = { timezone: "UTC", filters: { byUser: "1001" }, "auto-search": true };

export const taken = [
  <audit-log-viewer {...props} className="log" id="log" aria-label="Log" key="log" />,
  <audit-log-viewer apiBase="/v2" pageSize={50} autoSearch view="cards" density="compact" preferencesKey="log" />,
  <audit-log-viewer api-base="/v2" page-size="50" auto-search="" preferences-key="log" worker-url="none" />,
  <audit-log-viewer redact={(record) => record} storage={sessionStorage} strings={{ searchButton: "Find" }} />,
  <audit-log-viewer
    onalv-search={(event) => event.detail.filters satisfies AuditFilters}
    onalv-error={(event: AuditLogViewerEventMap["alv-error"]) => event.detail.kind satisfies ErrorKind}
  />,
];

export const refused = [
  // @ts-expect-error no such theme
  <audit-log-viewer theme="pink" />,
  // @ts-expect-error no such page size
  <audit-log-viewer page-size={7} />,
  // @ts-expect-error no adapter
  <audit-log-viewer adapter={{ post: () => undefined }} />,
  // @ts-expect-error another event's detail
  <audit-log-viewer onalv-search={(event: AuditLogViewerEventMap["alv-error"]) => event.detail.kind} />,
  // @ts-expect-error no such detail
  <audit-log-viewer onalv-results={(event) => event.detail.rows} />,
  // @ts-expect-error no such filter
  <audit-log-viewer filters={{ byNobody: "1001" }} />,
  // @ts-expect-error internal
  <audit-log-viewer clock={{}} />,
  // @ts-expect-error a method
  <audit-log-viewer search={() => Promise.resolve()} />,
];
