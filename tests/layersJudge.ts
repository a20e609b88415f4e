// The judgement itself, on plain facts: every import against the table, every guarded global, every cycle.
import { posix } from 'node:path';
import type { Facts } from './layersFacts.ts';
import type { Module } from './layersTable.ts';

/** Tests, and what a part's own tests share. */
const isTest = (path: string) => /\.test\.tsx?$|\/(testing|conformance)\//.test(path);
const startsWithOne = (path: string, starts: readonly string[] = []) =>
  starts.some((start) => path.startsWith(start));

/** One sentence per breach; empty when the layers hold. */
export function breachesOf(files: readonly Facts[], modules: readonly Module[]): string[] {
  const paths = new Set(files.map(({ path }) => path));
  const moduleOf = (path: string) =>
    modules
      .filter(({ files: start }) => path.startsWith(start))
      .reduce<Module | undefined>(
        (best, module) => (best && best.files.length >= module.files.length ? best : module),
        undefined,
      );

  return files.flatMap((file) => {
    const module = moduleOf(file.path);
    if (!module && !isTest(file.path)) return [`${file.path} belongs to no module`];
    const importBreaches = file.imports.flatMap((written) => {
      if (!written.startsWith('.')) {
        return mayUsePackage(file.path, module, written)
          ? []
          : [`${file.path} may not import the package ${written}`];
      }
      const target = targetOf(file.path, written);
      if (/\.(ts|tsx|mjs|js)$/.test(target) && !paths.has(target)) {
        return [`${file.path} imports ${written}, which is no file`];
      }
      if (!/\.\w+$/.test(target)) return [`${file.path} imports ${written} without its ending`];
      return mayImport(file.path, module, target, moduleOf(target))
        ? []
        : [`${file.path} may not import ${target}`];
    });
    const globalBreaches = isTest(file.path)
      ? []
      : file.globals
          .filter((name) => !module?.globals?.includes(name))
          .map((name) => `${file.path} may not use ${name}`);
    return [...importBreaches, ...globalBreaches];
  });
}

function mayUsePackage(path: string, module: Module | undefined, name: string): boolean {
  return (
    isTest(path) ||
    (module?.packages ?? []).some(
      (known) =>
        known === '*' ||
        name === known ||
        name.startsWith(known.endsWith(':') ? known : `${known}/`),
    )
  );
}

function mayImport(
  path: string,
  module: Module | undefined,
  target: string,
  owner: Module | undefined,
): boolean {
  if (isTest(path)) {
    // A test beside the code may reach all of its own part, and what tests share; what crosses parts stands in tests/.
    const [part] = path.split('/', 1);
    return (
      module?.files === 'tests/' ||
      startsWithOne(target, [
        `${part}/`,
        'protocol/',
        'channel/',
        'tests/',
        'scripts/',
        ...(module?.may ?? []),
      ])
    );
  }
  if (isTest(target)) return false;
  if (owner && owner === module) return true;
  return startsWithOne(target, module?.may) && !startsWithOne(target, module?.mayNot);
}

/** The path from the root that a relative import means, without a bundler's `?query`. */
function targetOf(path: string, written: string): string {
  return posix.normalize(posix.join(posix.dirname(path), written.replace(/\?.*$/, '')));
}

/** The first import cycle found, as the paths along it; null when there is none. Types may refer to each other: they load nothing. */
export function cycleIn(files: readonly Facts[]): string[] | null {
  const targets = new Map(
    files.map(({ path, runtimeImports }) => [
      path,
      runtimeImports
        .filter((written) => written.startsWith('.'))
        .map((written) => targetOf(path, written)),
    ]),
  );
  const done = new Set<string>();
  const visit = (path: string, trail: readonly string[]): string[] | null => {
    const start = trail.indexOf(path);
    if (start >= 0) return [...trail.slice(start), path];
    if (done.has(path)) return null;
    for (const target of targets.get(path) ?? []) {
      const cycle = visit(target, [...trail, path]);
      if (cycle) return cycle;
    }
    done.add(path);
    return null;
  };
  for (const path of targets.keys()) {
    const cycle = visit(path, []);
    if (cycle) return cycle;
  }
  return null;
}
