import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { invocation } from "./limits";

const address = z.union([z.string(), z.object({ address: z.string() }).transform((entry) => entry.address)]);
const resource = z.object({ key: z.string(), path: z.string(), entry: z.record(z.string(), z.string()).default({}) });
const fn = z.object({
  key: z.string(),
  handler: z.string(),
  timeoutSeconds: z.number().int().min(1).max(900).optional(),
});
const module = z.looseObject({ key: z.string() });
const external = z.looseObject({ fetch: z.looseObject({ backend: z.array(address).default([]) }).optional() });
const scopes = z.union([z.array(z.string()), z.record(z.string(), z.unknown()).transform((map) => Object.keys(map))]);

const manifestFile = z.object({
  app: z.object({
    id: z.string(),
    runtime: z.object({
      name: z.string(),
      memoryMB: z.number().max(invocation.memoryMostMb).default(invocation.memoryMb),
    }),
    package: z.object({ bundler: z.literal("manual@2026"), path: z.string() }),
  }),
  permissions: z.looseObject({ scopes: scopes.default([]), external: external.optional() }).default({ scopes: [] }),
  resources: z.array(resource).default([]),
  modules: z.record(z.string(), z.array(z.looseObject({ key: z.string().optional() }))).default({}),
  translations: z
    .looseObject({ resources: z.array(z.object({ key: z.string(), path: z.string() })).default([]) })
    .optional(),
});

export type Module = z.infer<typeof module>;

export interface AppFunction {
  readonly key: string;
  readonly file: string;
  readonly exportName: string;
  readonly timeoutSeconds: number | null;
}

export interface Manifest {
  readonly root: string;
  readonly appId: string;
  readonly memoryMb: number;
  readonly scopes: readonly string[];
  readonly permissions: Readonly<Record<string, unknown>>;
  /** Addresses that the back end may call. */
  readonly egress: readonly string[];
  readonly functions: ReadonlyMap<string, AppFunction>;
  readonly modules: Readonly<Record<string, readonly Module[]>>;
  readonly translations: readonly { readonly key: string; readonly path: string }[];
  readonly modulesOf: (type: string) => readonly Module[];
  readonly findModule: (key: string) => { readonly type: string; readonly module: Module } | null;
  /** Folder and page of `ui` or `ui/panel`. */
  readonly resource: (reference: string) => { readonly key: string; readonly folder: string; readonly page: string };
}

export function readManifest(root: string): Manifest {
  const read = manifestFile.parse(parse(readFileSync(join(root, "manifest.yml"), "utf8")));
  const { app, permissions, resources } = read;
  const { function: functions = [], ...others } = read.modules;
  const modules = Object.fromEntries(Object.entries(others).map(([type, list]) => [type, z.array(module).parse(list)]));
  const handlers = z
    .array(fn)
    .parse(functions)
    .map((each) => handlerOf(each, join(root, app.package.path)));
  return {
    root,
    appId: app.id,
    memoryMb: app.runtime.memoryMB,
    scopes: permissions.scopes,
    permissions,
    egress: permissions.external?.fetch?.backend ?? [],
    functions: new Map(handlers.map((each) => [each.key, each])),
    modules,
    translations: read.translations?.resources ?? [],
    modulesOf: (type) => modules[type] ?? [],
    findModule(key) {
      for (const [type, list] of Object.entries(modules)) {
        const found = list.find((each) => each.key === key);
        if (found !== undefined) return { type, module: found };
      }
      return null;
    },
    resource(reference) {
      const [key = "", entry] = reference.split("/");
      const found = resources.find((each) => each.key === key);
      const page = entry === undefined ? "index.html" : found?.entry[entry];
      if (found === undefined || page === undefined) throw new Error(`The manifest has no resource "${reference}".`);
      return { key, folder: join(root, found.path), page };
    },
  };
}

function handlerOf(declared: z.infer<typeof fn>, folder: string): AppFunction {
  const dot = declared.handler.lastIndexOf(".");
  return {
    key: declared.key,
    file: join(folder, `${declared.handler.slice(0, dot)}.cjs`),
    exportName: declared.handler.slice(dot + 1),
    timeoutSeconds: declared.timeoutSeconds ?? null,
  };
}
