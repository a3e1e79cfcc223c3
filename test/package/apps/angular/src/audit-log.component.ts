import { Component, CUSTOM_ELEMENTS_SCHEMA, type ElementRef, signal, viewChild } from "@angular/core";
import { createFetchAdapter, type AuditLogViewer, type AuditLogViewerEventMap } from "audit-log-viewer";

@Component({
  selector: "app-audit-log",
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <p role="status">{{ heard() }}</p>
    <button (click)="makeFile()">Make a file</button>
    <audit-log-viewer
      #viewer
      [adapter]="adapter"
      page-size="25"
      (alv-results)="onResults($event)"
      (alv-event-open)="heard.set('Opened ' + $event.detail.event.id)"
    ></audit-log-viewer>
  `,
})
export class AuditLogComponent {
  readonly adapter = createFetchAdapter({ baseUrl: "/ns-api/v2" });
  readonly heard = signal("Nothing yet");
  readonly viewer = viewChild.required<ElementRef<AuditLogViewer>>("viewer");

  onResults({ detail }: AuditLogViewerEventMap["alv-results"]): void {
    this.heard.set(`Page ${detail.page} with ${detail.count} events`);
  }

  async makeFile(): Promise<void> {
    const { rows } = await this.viewer().nativeElement.exportEvents({ format: "csv", scope: "loaded" });
    this.heard.set(`A file of ${rows} rows`);
  }
}
