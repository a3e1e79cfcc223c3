import { findLocalZone } from "../../core/time/time-format.js";
import { COMMON_ZONES, isZoneMatch, listBrowserZones, formatOffset } from "../../core/time/time-zones.js";
import { timezones } from "../../i18n/en/timezones.js";
import type { Environment } from "../shell/environment.js";
import { getOffset } from "./zone-clock.js";

/** The zones of the list: common ones first, with the user's own zone at the top. */
export interface ZoneGroups {
  readonly common: readonly string[];
  readonly others: readonly string[];
}

/** All zones of the browser, and the chosen one even if the browser does not list it. */
export function listZones(chosen: string): ZoneGroups {
  const local = findLocalZone();
  const usual = [local, ...COMMON_ZONES.filter((zone) => zone !== local)];
  const common = usual.indexOf(chosen) === -1 ? [...usual, chosen] : usual;
  return { common, others: listBrowserZones().filter((zone) => common.indexOf(zone) === -1) };
}

/** The name of a zone and the text beside it. */
export interface ZoneTexts {
  readonly name: string;
  readonly note: string;
}

/** @param isLocal whether it is the user's own zone */
export function createZoneTexts(zone: string, isLocal: boolean, { completeTexts, now }: Environment): ZoneTexts {
  const strings = completeTexts(timezones);
  const offset = strings.utcOffset(formatOffset(getOffset(zone, now())));
  if (isLocal) return { name: strings.localZone, note: `${zone} ${offset}` };
  return { name: zone, note: zone === "UTC" ? "" : offset };
}

/** The zones that match the typed text; all of them without a text. */
export function findZones({ common, others }: ZoneGroups, text: string, env: Environment): ZoneGroups {
  if (text === "") return { common, others };
  const isMatch = (zone: string): boolean => {
    const { name, note } = createZoneTexts(zone, zone === common[0], env);
    return isZoneMatch(zone, `${name} ${note}`, text);
  };
  return { common: common.filter(isMatch), others: others.filter(isMatch) };
}
