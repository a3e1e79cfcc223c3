import type { Plugin } from "vite";

/** What the chunks are made from: the import graph, as the bundler knows it. */
export interface ModuleGraph {
  readonly ids: readonly string[];
  isEntry(id: string): boolean;
  imports(id: string): readonly string[];
  dynamicImports(id: string): readonly string[];
}

/** The module of a thread is an entry of its own: the page may share code with it, but never runs it. */
const THREAD = /\/src\/worker\/(?:\w+-thread|worker)\.ts$/;
/** The thread that the first search starts. */
const FIRST_THREAD = /\/analysis-thread\.ts$/;
/**
 * The dynamic imports of the first search: one module with the data source, the log, its counts and the elements that show
 * results; the requests of the default adapter; the English sentences about events.
 */
const FIRST_SEARCH = /\/src\/(?:element\/late\/search-code|api\/transport\/fetch-requests|i18n\/en\/summary)\.ts$/;

/**
 * The chunk of each module, by where the module is needed:
 *
 * | chunk           | holds what is needed                                            |
 * | --------------- | --------------------------------------------------------------- |
 * | `viewer`        | at the start                                                    |
 * | `search`        | by the first search                                             |
 * | `base`          | at the start and by a thread                                    |
 * | `records`       | by the first search and by a thread; by the thread that the     |
 * |                 | first search starts; by both threads                            |
 * | `file-thread`   | by this thread alone                                            |
 * | `late-records`  | by this thread, and by a dynamic import of the page             |
 * | a feature       | by the dynamic imports of one folder in `src/features/` alone   |
 * | a part of it    | by the dynamic imports of a folder within a feature's alone     |
 * | a file          | by the dynamic import of this file alone                        |
 * | `shared-<room>` | by several of the last three kinds, or by one and a thread      |
 *
 * A module without an entry gets a chunk from the bundler.
 */
export function chunkNames(graph: ModuleGraph): Map<string, string> {
  const reached = (roots: Iterable<string>, isLateToo = false) => {
    const found = new Set(roots);
    for (const id of found) {
      for (const next of [...graph.imports(id), ...(isLateToo ? graph.dynamicImports(id) : [])]) found.add(next);
    }
    return found;
  };
  const entries = graph.ids.filter((id) => graph.isEntry(id));
  const late = [...new Set(graph.ids.flatMap((id) => graph.dynamicImports(id)))];
  const threads = entries.filter((id) => THREAD.test(id));
  const searched = late.filter((id) => FIRST_SEARCH.test(id));
  if (threads.length === 0) throw new Error("There is no thread.");
  if (!searched.some((id) => /search-code/.test(id))) throw new Error("The first search loads no search-code.ts.");

  const first = reached(entries.filter((id) => !threads.includes(id)));
  const search = reached(searched);
  const byThread = new Map(threads.map((id) => [id, reached([id])]));
  const threadsOf = (id: string) => threads.filter((thread) => byThread.get(thread)!.has(id));
  // Also what a thread fetches later must not be with code of the page, which needs a document.
  const inThreads = reached(threads, true);
  const shared = reached(late.filter((id) => threadsOf(id).length > 0 && !threads.includes(id)));
  // A thread's client can do its work on the page.
  const onPage = reached(late.filter((id) => !inThreads.has(id) && findRoom(id) !== "worker"));
  const names = new Map<string, string>();
  for (const id of graph.ids) {
    const [thread, ...others] = threadsOf(id);
    if (first.has(id)) names.set(id, inThreads.has(id) ? "base" : "viewer");
    else if (search.has(id)) names.set(id, inThreads.has(id) ? "records" : "search");
    else if (!thread || threads.includes(id)) continue;
    else if (others.length > 0 || FIRST_THREAD.test(thread)) names.set(id, "records");
    else if (shared.has(id)) names.set(id, "late-records");
    else names.set(id, onPage.has(id) ? `shared-${findRoom(id)}` : findFile(thread));
  }
  const users = new Map<string, Set<string>>();
  for (const root of late) {
    for (const id of reached([root])) {
      if (names.has(id) || threads.includes(id)) continue;
      users.set(id, (users.get(id) ?? new Set()).add(findUser(root)));
    }
  }
  for (const [id, all] of users) {
    // A part of a feature is loaded after it.
    const [user, ...others] = [...all].filter((one) => ![...all].some((other) => one.startsWith(`${other}-`)));
    names.set(id, others.length === 0 ? user! : `shared-${findRoom(id)}`);
  }
  return names;
}

/**
 * `export` for a file of `src/features/export/`, `timeline` for one of `src/features/explore/timeline/`, `timeline-selecting` for one
 * of `src/features/explore/timeline/selecting/`; the file's own name for texts, and outside of features.
 */
function findUser(id: string): string {
  const folders = /\/src\/features\/((?!.*\/texts\/).+)\//.exec(id)?.[1]?.split("/") ?? [findFile(id)];
  return folders.slice(1).join("-") || folders[0]!;
}

const findFile = (id: string) => /([^/]+)\.\w+$/.exec(id)![1]!;
const findRoom = (id: string) => /\/src\/([^/]+)\//.exec(id)?.[1] ?? "libraries";

/** Code that is always loaded together is one file: that takes fewer requests and compresses better. */
export function chunks(): Plugin {
  const names = new Map<string, string>();
  const group = (pick: (name: string) => boolean) => ({
    name: (id: string) => {
      const name = names.get(id);
      return name !== undefined && pick(name) ? name : null;
    },
  });
  return {
    name: "chunks",
    buildEnd(error) {
      if (error) return;
      const found = chunkNames({
        ids: [...this.getModuleIds()],
        isEntry: (id) => this.getModuleInfo(id)?.isEntry ?? false,
        imports: (id) => this.getModuleInfo(id)?.importedIds ?? [],
        dynamicImports: (id) => this.getModuleInfo(id)?.dynamicallyImportedIds ?? [],
      });
      for (const [id, name] of found) names.set(id, name);
    },
    outputOptions: (options) => ({
      ...options,
      codeSplitting: {
        // A group takes along what its modules import, so a group comes after those that it imports.
        groups: [
          ...["base", "records", "late-records", "viewer", "search"].map((name) => group((one) => one === name)),
          group((name) => name.startsWith("shared-")),
          // Before the client of a thread, which imports the same code for the page.
          group((name) => name.endsWith("-thread")),
          group(() => true),
        ],
      },
    }),
  };
}
