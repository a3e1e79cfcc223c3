/** The namespace object of ECMAScript Temporal. */
export type TemporalNamespace = typeof Temporal;

let loading: Promise<TemporalNamespace> | undefined;

/**
 * The browser's own Temporal, or else the polyfill, which is a chunk of its own and is fetched only then. A failed fetch
 * is tried again at the next call.
 */
export function loadTemporal(): Promise<TemporalNamespace> {
  const native = (globalThis as { Temporal?: TemporalNamespace }).Temporal;
  if (native) return Promise.resolve(native);
  loading ??= import("temporal-polyfill/implementation").then(
    (module) => module.Temporal as unknown as TemporalNamespace,
    (error: unknown) => {
      loading = undefined;
      throw error;
    },
  );
  return loading;
}
