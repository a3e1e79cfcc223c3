import { AuditLogError } from "../../core/errors.js";
import { readApiBase } from "./api-base.js";
import type { FetchAdapter, FetchAdapterOptions } from "./adapter.js";
import type { FetchRequests } from "./fetch-requests.js";

/**
 * For the `get` of an adapter: a version whose errors have no text yet. `ApiClient` adds the text, only to errors that are shown.
 * The key is the function, because a page may put its own `get` into the adapter.
 */
export const getsWithoutText = new WeakMap<FetchAdapter["get"], FetchAdapter["get"]>();

/** Creates an adapter for any server that `fetch` can reach. Throws a TypeError for an invalid base URL. */
export function createFetchAdapter(options: FetchAdapterOptions): FetchAdapter {
  const base = requireApiBase(options.baseUrl);
  let requests: FetchRequests | undefined;
  let loading: Promise<FetchRequests> | undefined;

  const load = async (): Promise<FetchRequests> => {
    try {
      const { FetchRequests } = await import("./fetch-requests.js");
      return (requests = new FetchRequests(base, options, () => import("./error-text.js")));
    } catch (cause) {
      loading = undefined;
      throw new AuditLogError("network", "A part of the viewer could not be loaded.", { cause });
    }
  };

  const createGet =
    (isTextLater?: boolean): FetchAdapter["get"] =>
    async (path, request) =>
      (requests ?? (await (loading ??= load()))).get(path, request, isTextLater);
  const get = createGet();
  getsWithoutText.set(get, createGet(true));
  return { user: () => requests?.user, get };
}

function requireApiBase(baseUrl: string): string {
  try {
    return readApiBase(baseUrl);
  } catch (fault) {
    throw new TypeError(`The base URL of the API cannot be used. ${(fault as Error).message}`);
  }
}
