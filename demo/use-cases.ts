import type { AuditFilters, AuditLogViewer } from "../src/index.js";
import { BROKEN_ROUTING, MOVED_NUMBER, NEW_ADMIN, NEW_USERS, PASSWORD_ATTACK, TERRITORY_WEEK } from "./mocks/index.js";

interface UseCase {
  readonly title: string;
  readonly look: string;
  filters(now: number): Partial<AuditFilters>;
}

const iso = (time: number) => new Date(time).toISOString();
const HOUR = 3_600_000;

/** The user guide's common use cases, each with something to find in the made-up data. */
const USE_CASES: readonly UseCase[] = [
  {
    title: "A customer's routing broke this morning",
    look: `Dialing and Route of ${BROKEN_ROUTING.domain}: who deleted what?`,
    filters: () => ({
      affectedDomain: BROKEN_ROUTING.domain,
      objects: ["dialing", "route"],
      range: { preset: "last-7-days" },
    }),
  },
  {
    title: "A run of bad passwords",
    look: `Logins of ${PASSWORD_ATTACK.user} at ${PASSWORD_ATTACK.domain}: the last try of ${PASSWORD_ATTACK.address} got in.`,
    filters: () => ({
      actions: ["login"],
      affectedUser: PASSWORD_ATTACK.user,
      affectedDomain: PASSWORD_ATTACK.domain,
      range: { preset: "last-30-days" },
    }),
  },
  {
    title: "New users this month",
    look: `Subscribers that ${NEW_USERS.admin} created for ${NEW_USERS.domain}.`,
    filters: () => ({
      actions: ["add-create"],
      objects: ["subscriber"],
      affectedDomain: NEW_USERS.domain,
      range: { preset: "this-month" },
    }),
  },
  {
    title: "A moved phone number",
    look: `How did ${MOVED_NUMBER.phoneNumber} get to ${MOVED_NUMBER.toUser} at ${MOVED_NUMBER.domain}?`,
    filters: () => ({
      objects: ["phone-number", "subscriber"],
      affectedUser: MOVED_NUMBER.toUser,
      affectedDomain: MOVED_NUMBER.domain,
      range: { preset: "last-3-months" },
    }),
  },
  {
    title: "A territory's week",
    look: `What ${TERRITORY_WEEK.admin} changed for ${TERRITORY_WEEK.domains.length} customers of ${TERRITORY_WEEK.territory}.`,
    filters: () => ({
      actions: ["modify-update"],
      byUser: TERRITORY_WEEK.admin,
      byDomain: TERRITORY_WEEK.adminDomain,
      range: { preset: "last-7-days" },
    }),
  },
  {
    title: "A new admin's first week",
    look: `Everything that ${NEW_ADMIN.user} did, and one deletion to talk about.`,
    filters: (now) => {
      const { days, until } = NEW_ADMIN.times(now);
      // Days begin at 9; the week begins at midnight.
      const from = (days[0] ?? until) - 9 * HOUR;
      return { byUser: NEW_ADMIN.user, byDomain: NEW_ADMIN.domain, range: { from: iso(from), until: iso(until) } };
    },
  },
];

/** A button for each use case, which puts its filters into the viewer and searches. */
export function listUseCases(list: HTMLElement, viewer: AuditLogViewer, panel: HTMLDetailsElement): void {
  const start = async ({ filters }: UseCase) => {
    location.hash = "#audit-log";
    // Over the viewer the panel would hide what the button brings; beside it, it stays.
    if (panel.getBoundingClientRect().width > window.innerWidth / 2) {
      panel.open = false;
      document.querySelector<HTMLElement>("#audit-log-page h1")?.focus({ preventScroll: true });
      scrollTo(0, 0);
    }
    viewer.filters = filters(Date.now());
    await viewer.search();
  };
  list.replaceChildren(
    ...USE_CASES.map((useCase) => {
      const item = document.createElement("li");
      const button = document.createElement("button");
      const look = document.createElement("p");
      button.type = "button";
      button.textContent = useCase.title;
      button.addEventListener("click", () => void start(useCase));
      look.textContent = useCase.look;
      item.append(button, look);
      return item;
    }),
  );
}
