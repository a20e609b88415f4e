// Puts the numbers of the protocol's and the policy's constant tables where they are used: `limits.nameLength` becomes 80, and
// tables that nothing else needs drop out of the bundle. The minifier sees through single constants, not through objects of them.
import { dirname, resolve } from 'node:path';
import type { Plugin } from 'vite';

const imported = /import\s*\{([^}]*)\}\s*from\s*["'](\.[^"']+)["']/g;

/** The tables are plain objects of numbers, exported by `files` (absolute paths), which Node can run as they are. */
export function inlineConstants(files: readonly string[]): Plugin {
  return {
    name: 'inline-constants',
    async transform(code, id) {
      let inlined = code;
      for (const [, names = '', from = ''] of code.matchAll(imported)) {
        const file = resolve(dirname(id), from);
        if (!files.includes(file)) continue;
        const tables = (await import(file)) as Record<string, unknown>;
        for (const name of names.split(',')) {
          const [original = '', local = original] = name.trim().split(/\s+as\s+/);
          inlined = withNumbers(inlined, local, tables[original]);
        }
      }
      return inlined === code ? null : { code: inlined, map: null };
    },
  };
}

/** What `table` does not name, or does not name a number, stays as it is. */
export function withNumbers(code: string, local: string, table: unknown): string {
  if (typeof table !== 'object' || table === null) return code;
  const numbers = new Map(
    Object.entries(table).filter(([, value]) => typeof value === 'number'),
  ) as Map<string, number>;
  return code.replace(
    new RegExp(`(?<![\\w$.])${local}\\.(\\w+)\\b(?!\\s*=[^=])`, 'g'),
    (use, key) => (numbers.has(key) ? String(numbers.get(key)) : use),
  );
}
