/**
 * For `npm run test:dates`: sets the clock of a page to `start`. From then on, it runs.
 *
 * @param start ISO 8601
 */
export function moveClock(start) {
  const RealDate = Date;
  const ahead = new RealDate(start).getTime() - RealDate.now();
  const getNow = () => RealDate.now() + ahead;
  globalThis.Date = new Proxy(RealDate, {
    construct: (target, given, made) => Reflect.construct(target, given.length > 0 ? given : [getNow()], made),
    apply: () => new RealDate(getNow()).toString(),
    get: (target, name) => (name === "now" ? getNow : Reflect.get(target, name)),
  });
  RealDate.prototype.constructor = globalThis.Date;
}
