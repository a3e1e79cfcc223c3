import { isInstant, systemClock, type Clock } from "../../core/clock.js";
import { checkValue, isRecord, describeValue, warnOnce } from "../../core/option-checks.js";

/**
 * Returns the given clock with its time checked, because an invalid time would reach every range and every text. The system
 * clock replaces an invalid one.
 */
export function checkClock(given: unknown): Clock {
  const clock = checkValue("clock", given, isClock, "an object with now, sleep, idle and random", systemClock);
  if (clock === systemClock) return clock;
  return {
    now() {
      const time: unknown = clock.now();
      if (isInstant(time)) return time;
      warnOnce(`\`clock.now()\` must return milliseconds; ${describeValue(time)} is ignored.`);
      return systemClock.now();
    },
    sleep: (ms, signal) => clock.sleep(ms, signal),
    idle: (job) => clock.idle(job),
    random: () => clock.random(),
  };
}

function isClock(value: unknown): value is Clock {
  return isRecord(value) && Object.keys(systemClock).every((name) => typeof value[name] === "function");
}
