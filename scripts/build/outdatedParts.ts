// Which built parts are missing or older than what they are built from, so that nobody is shown yesterday's code.
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

interface Part {
  /** A file that every build writes anew. */
  readonly built: string;
  readonly sources: readonly string[];
}

const shared = ['protocol', 'channel', 'package-lock.json', 'scripts/build'];
const known: Readonly<Record<'snippet' | 'chrome', Part>> = {
  snippet: {
    built: 'dist/snippet/alongside.js',
    sources: [...shared, 'snippet', 'preview', 'extension/viewer'],
  },
  chrome: {
    built: 'dist/chrome/manifest.json',
    sources: [...shared, 'extension', 'manifest.config.ts', 'vite.config.ts', 'package.json'],
  },
};

export function outdatedParts(root: string): string[] {
  return Object.entries(known).flatMap(([name, { built, sources }]) => {
    const file = join(root, built);
    if (!existsSync(file)) return [name];
    const newestMs = Math.max(...sources.map((source) => newestIn(join(root, source))));
    return statSync(file).mtimeMs < newestMs ? [name] : [];
  });
}

function newestIn(path: string): number {
  if (!existsSync(path)) return 0;
  const { mtimeMs } = statSync(path);
  if (!statSync(path).isDirectory()) return mtimeMs;
  return Math.max(
    mtimeMs,
    ...readdirSync(path, { recursive: true, withFileTypes: true })
      .filter((entry) => !/\.test\.tsx?$/.test(entry.name))
      .map((entry) => statSync(join(entry.parentPath, entry.name)).mtimeMs),
  );
}
