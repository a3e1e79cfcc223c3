/* Stands for the package's own typings of this name, which are made by its build, in as much as the example uses. */
import type { DetailedHTMLProps, HTMLAttributes } from "react";
import type { AuditLogViewer, AuditLogViewerEventMap } from "audit-log-viewer";

type Listeners = {
  [Name in keyof AuditLogViewerEventMap as `on${Name}`]?: (event: AuditLogViewerEventMap[Name]) => void;
};

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "audit-log-viewer": DetailedHTMLProps<HTMLAttributes<AuditLogViewer>, AuditLogViewer> &
        Partial<Pick<AuditLogViewer, "adapter" | "autoSearch" | "density">> &
        Listeners;
    }
  }
}
