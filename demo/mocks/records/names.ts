import { BROKEN_ROUTING, MOVED_NUMBER, NEW_USERS, PASSWORD_ATTACK, TERRITORY_WEEK } from "./scenarios.js";

export const US_ZONES = ["US/Eastern", "US/Central", "US/Mountain", "US/Pacific"] as const;

/** The customers of the scenarios; they always exist. */
export const SCENARIO_DOMAINS: readonly { domain: string; territory: number }[] = [
  { domain: BROKEN_ROUTING.domain, territory: 0 },
  { domain: PASSWORD_ATTACK.domain, territory: 2 },
  { domain: NEW_USERS.domain, territory: 0 },
  { domain: MOVED_NUMBER.domain, territory: 1 },
  { domain: TERRITORY_WEEK.adminDomain, territory: 1 },
  ...TERRITORY_WEEK.domains.map((domain) => ({ domain, territory: 1 })),
];

/** Some are as long as the API allows (64), to test narrow columns. */
export const DOMAIN_NAMES: readonly string[] = [
  "metropolitan-association-of-independent-opticians-east.example",
  "acme-heating-and-cooling.example",
  "st-brigid-academy.example",
  "riverbend-property-management-and-facility-services-west.example",
  "bright-horizon-childcare.example",
  "tri-county-credit-union.example",
  "maple-street-pharmacy.example",
  "orion-logistics.example",
  "copper-kettle.example",
  "westfield-orthopedics.example",
  "pioneer-title.example",
  "green-valley-growers.example",
  "beacon-insurance.example",
  "alpine-auto-body.example",
  "juniper-interiors.example",
  "silverline-security.example",
  "keystone-structural-engineering-and-land-surveying-group.example",
  "pelican-harbor-hotel.example",
  "quarry-road-church.example",
  "redwood-analytics.example",
  "sunset-senior-living.example",
  "talon-roofing.example",
  "union-square-florist.example",
  "vista-eye-care.example",
  "wagner-sons-moving.example",
  "xenia-public-library.example",
  "yellow-brick-realty.example",
  "zephyr-yachts.example",
  "k9-grooming.example",
];

export const FIRST_NAMES = [
  "Maria",
  "James",
  "Aisha",
  "Wei",
  "Sofia",
  "Liam",
  "Fatima",
  "Noah",
  "Elena",
  "Mateo",
  "Hannah",
  "Kofi",
  "Yuki",
  "Omar",
  "Chloe",
  "Ivan",
  "Zanele",
  "Lucas",
  "Nina",
  "Rajesh",
  "Grace",
  "Pavel",
  "Isla",
  "Diego",
  "Leila",
] as const;

export const LAST_NAMES = [
  "Ortiz",
  "Nguyen",
  "Smith",
  "Haddad",
  "Kowalski",
  "Johnson",
  "Tanaka",
  "Okafor",
  "Silva",
  "Patel",
  "Murphy",
  "Rossi",
  "Andersen",
  "Garcia",
  "Cohen",
  "Dubois",
  "Walker",
  "Mbeki",
  "Novak",
  "Lindqvist",
  "Reyes",
  "Fischer",
  "Chen",
  "Baker",
] as const;

/** Names in other scripts and with unusual characters, which a design for English names may not fit. */
export const UNUSUAL_USERS: readonly (readonly [user: string, displayName: string])[] = [
  ["נועה.לוי", "נועה לוי"],
  ["محمد.الحسن", "محمد الحسن"],
  ["søren.åkesson", "Søren Åkesson"],
  ["front-desk-☎️", "Front Desk ☎️"],
  ["O'Brien, Siobhán", "Siobhán O'Brien"],
  ["王小明", "王小明"],
];

export const CLIENTS = ["Manager Portal", "API", "NDP", "SNAPmobile", "SNAPmobile Web", "Admin UI"] as const;

export const HOSTS = [
  "core1-atl.meridian-voice.example",
  "core2-atl.meridian-voice.example",
  "core1-lax.meridian-voice.example",
  "ndp1-atl.meridian-voice.example",
] as const;
