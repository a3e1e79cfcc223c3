/*
 * `?now=2026-11-28T09:00:00-05:00` on a page of the demo: its clock stands at that instant, for its viewer, its server and the
 * pages within it. Everyone who opens the link sees the same events, on whatever day.
 */
(function () {
  const page = window.frameElement ? window.parent : window;
  const asked = new URLSearchParams(page.location.search).get("now");
  if (asked === null) return;
  const instant = new Date(asked).getTime();
  if (!Number.isFinite(instant)) {
    console.warn('"now" in the address takes an instant such as 2026-11-28T09:00:00-05:00; the clock goes on.');
    return;
  }
  const RealDate = Date;
  window.Date = new Proxy(RealDate, {
    construct: (target, given, made) => Reflect.construct(target, given.length > 0 ? given : [instant], made),
    apply: () => new RealDate(instant).toString(),
  });
  RealDate.prototype.constructor = window.Date;
  RealDate.now = () => instant;
})();
