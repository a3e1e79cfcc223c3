import { AuditLogError } from "../../core/errors.js";
import { readApiBase } from "./api-base.js";
import type { FetchAdapter, FetchAdapterOptions } from "./adapter.js";
import type { FetchRequests } from "./fetch-requests.js";

/** Creates an adapter for any server that `fetch` can reach. Throws a TypeError for an invalid base URL. */
export function createFetchAdapter(options: FetchAdapterOptions): FetchAdapter {
  const base = requireApiBase(options.baseUrl);
  let requests: FetchRequests | undefined;
  let loading: Promise<FetchRequests> | undefined;

  const load = async (): Promise<FetchRequests> => {
    try {
      const { FetchRequests } = await import("./fetch-requests.js");
      return (requests = new FetchRequests(base, options));
    } catch (cause) {
      loading = undefined;
      throw new AuditLogError("network", "A part of the viewer could not be loaded.", { cause });
    }
  };

  return {
    user: () => requests?.user,
    get: async (path, { query, signal }) => (requests ?? (await (loading ??= load()))).get(path, { query, signal }),
  };
}

function requireApiBase(baseUrl: string): string {
  try {
    return readApiBase(baseUrl);
  } catch (fault) {
    throw new TypeError(`The base URL of the API cannot be used. ${(fault as Error).message}`);
  }
}
