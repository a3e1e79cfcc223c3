/*
 * What early releases of the date library Datejs, which the classic portal loads, do to the built-ins of a page: the static
 * methods of `Date` answer objects, `toString` takes a format, dates and numbers get enumerable members.
 */

const ZONED = /(?:Z|[+-]\d\d:?\d\d)$/;
const UNITS = ["second", "minute", "hour", "day", "week", "month", "year"];

/**
 * Replaces the built-ins of this page until `restore` is called.
 *
 * @param now what a new `Date` of this page says, in milliseconds
 */
export function replaceDates(now: number): { restore(): void } {
  const Own = Date;
  const added: [object, string][] = [];
  const add = (to: object, name: string, value: unknown) => {
    Object.defineProperty(to, name, { value, enumerable: true, configurable: true, writable: true });
    added.push([to, name]);
  };
  /** A page's clock that does not move. */
  class HostDate extends Own {
    constructor(...args: [] | [number | string | Date]) {
      if (args.length === 0) super(now);
      else super(...(args as [number]));
    }
    static override now(): never {
      return new HostDate() as never;
    }
    static override parse(text: string): never {
      return (ZONED.test(text) ? null : new HostDate(text)) as never;
    }
  }
  globalThis.Date = HostDate as unknown as DateConstructor;

  const toText = Object.getOwnPropertyDescriptor(Own.prototype, "toString")!;
  add(Own.prototype, "toString", function (this: Date, format?: string) {
    return format ? `formatted as ${format}` : this.toUTCString();
  });
  for (const name of ["add", "set", "is", "next", "last", "clone", "clearTime", "today"]) {
    add(Own.prototype, name, function (this: Date) {
      return this;
    });
  }
  for (const unit of UNITS) {
    for (const name of [unit, `${unit}s`]) {
      add(Number.prototype, name, function (this: number) {
        return this;
      });
    }
  }
  add(Number.prototype, "ago", () => new HostDate());
  add(String, "format", (text: string) => text);
  add(String.prototype, "isNumber", () => false);
  add(Object, "size", (value: object) => Object.keys(value).length);

  return {
    restore() {
      globalThis.Date = Own;
      for (const [from, name] of added) delete (from as Record<string, unknown>)[name];
      Object.defineProperty(Own.prototype, "toString", toText);
    },
  };
}
