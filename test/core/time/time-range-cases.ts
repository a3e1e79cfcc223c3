import { type RangePreset } from "../../../src/core/filters/filters.js";

/** The zone and the time of a search, and the start of each preset. */
export interface Place {
  readonly name: string;
  readonly zone: string;
  readonly now: string;
  readonly weekStart?: number;
  readonly starts: Partial<Record<RangePreset, string>>;
}

export const PLACES: Place[] = [
  {
    name: "New York, a Monday morning in winter time",
    zone: "US/Eastern",
    now: "2026-11-23T14:14:00Z",
    starts: {
      "last-24-hours": "2026-11-22T14:14:00Z",
      today: "2026-11-23T05:00:00Z",
      "this-week": "2026-11-22T05:00:00Z",
      "last-7-days": "2026-11-16T14:14:00Z",
      "last-30-days": "2026-10-24T14:14:00Z",
      // The month began in summer time; three months back is the same wall time in summer time.
      "this-month": "2026-11-01T04:00:00Z",
      "last-3-months": "2026-08-23T13:14:00Z",
      "last-6-months": "2026-05-23T13:14:00Z",
      "last-year": "2025-11-23T14:14:00Z",
    },
  },
  {
    name: "Kolkata at the same moment, in the evening",
    zone: "Asia/Kolkata",
    now: "2026-11-23T14:14:00Z",
    starts: {
      "last-24-hours": "2026-11-22T14:14:00Z",
      today: "2026-11-22T18:30:00Z",
      "this-week": "2026-11-21T18:30:00Z",
      "last-7-days": "2026-11-16T14:14:00Z",
      "last-30-days": "2026-10-24T14:14:00Z",
      "this-month": "2026-10-31T18:30:00Z",
      "last-3-months": "2026-08-23T14:14:00Z",
      "last-6-months": "2026-05-23T14:14:00Z",
      "last-year": "2025-11-23T14:14:00Z",
    },
  },
  {
    name: "Kolkata after midnight, while it is still yesterday in UTC",
    zone: "Asia/Kolkata",
    now: "2026-11-30T19:00:00Z",
    starts: { today: "2026-11-30T18:30:00Z", "this-month": "2026-11-30T18:30:00Z" },
  },
  {
    name: "Berlin, noon of the 23-hour day",
    zone: "Europe/Berlin",
    now: "2026-03-29T10:00:00Z",
    weekStart: 1,
    starts: {
      "last-24-hours": "2026-03-28T10:00:00Z",
      today: "2026-03-28T23:00:00Z",
      "this-week": "2026-03-22T23:00:00Z",
      "last-7-days": "2026-03-22T10:00:00Z",
      "last-30-days": "2026-02-27T10:00:00Z",
      "this-month": "2026-02-28T23:00:00Z",
      "last-3-months": "2025-12-29T11:00:00Z",
      "last-6-months": "2025-09-29T10:00:00Z",
      "last-year": "2025-03-29T11:00:00Z",
    },
  },
  {
    name: "Berlin, three months after a wall time that was skipped",
    zone: "Europe/Berlin",
    now: "2026-06-29T00:30:00Z",
    starts: { "last-3-months": "2026-03-29T01:30:00Z" },
  },
  {
    name: "Berlin, noon of the 25-hour day",
    zone: "Europe/Berlin",
    now: "2026-10-25T11:00:00Z",
    weekStart: 1,
    starts: {
      "last-24-hours": "2026-10-24T11:00:00Z",
      today: "2026-10-24T22:00:00Z",
      "this-week": "2026-10-18T22:00:00Z",
      "last-7-days": "2026-10-18T11:00:00Z",
      "this-month": "2026-09-30T22:00:00Z",
      "last-3-months": "2026-07-25T10:00:00Z",
      "last-6-months": "2026-04-25T10:00:00Z",
      "last-year": "2025-10-25T10:00:00Z",
    },
  },
  {
    name: "Berlin, three months after a wall time that came twice: the first one",
    zone: "Europe/Berlin",
    now: "2027-01-25T01:30:00Z",
    starts: { "last-3-months": "2026-10-25T00:30:00Z" },
  },
  {
    name: "Santiago, the day that began at 01:00",
    zone: "America/Santiago",
    now: "2026-09-06T15:00:00Z",
    starts: {
      "last-24-hours": "2026-09-05T15:00:00Z",
      today: "2026-09-06T04:00:00Z",
      "this-week": "2026-09-06T04:00:00Z",
      "this-month": "2026-09-01T04:00:00Z",
      "last-6-months": "2026-03-06T15:00:00Z",
      "last-3-months": "2026-06-06T16:00:00Z",
    },
  },
  {
    name: "Santiago, the week that began with the day that began at 01:00",
    zone: "America/Santiago",
    now: "2026-09-09T03:15:00Z",
    starts: { today: "2026-09-09T03:00:00Z", "this-week": "2026-09-06T04:00:00Z" },
  },
  {
    name: "Santiago, the last hour of a day, the first time",
    zone: "America/Santiago",
    now: "2026-04-05T02:30:00Z",
    starts: { today: "2026-04-04T03:00:00Z", "last-24-hours": "2026-04-04T02:30:00Z" },
  },
  {
    name: "Santiago, the last hour of the same day, the second time",
    zone: "America/Santiago",
    now: "2026-04-05T03:30:00Z",
    starts: { today: "2026-04-04T03:00:00Z", "last-24-hours": "2026-04-04T03:30:00Z" },
  },
  {
    name: "Santiago, the day after that hour",
    zone: "America/Santiago",
    now: "2026-04-05T15:00:00Z",
    weekStart: 1,
    starts: {
      today: "2026-04-05T04:00:00Z",
      "this-week": "2026-03-30T03:00:00Z",
      "this-month": "2026-04-01T03:00:00Z",
    },
  },
  {
    name: "31 May: shorter months clamp the day",
    zone: "UTC",
    now: "2026-05-31T12:00:00Z",
    starts: {
      "last-3-months": "2026-02-28T12:00:00Z",
      "last-6-months": "2025-11-30T12:00:00Z",
      "last-year": "2025-05-31T12:00:00Z",
    },
  },
  {
    name: "31 May of a leap year",
    zone: "UTC",
    now: "2028-05-31T12:00:00Z",
    starts: { "last-3-months": "2028-02-29T12:00:00Z" },
  },
  {
    name: "29 February",
    zone: "UTC",
    now: "2028-02-29T23:59:59Z",
    starts: { "last-year": "2027-02-28T23:59:59Z", "last-6-months": "2027-08-29T23:59:59Z" },
  },
];
