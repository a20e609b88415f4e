// Every file of the repository that people write, by its path from the root. What is built, fetched or hidden is not among them.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const notOurs = /^(node_modules|dist|demo\/out)$|(^|\/)\./;

export function sourceFiles(pattern: RegExp, folder = ''): string[] {
  return readdirSync(folder || '.', { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name).replaceAll('\\', '/');
    if (notOurs.test(path)) return [];
    if (entry.isDirectory()) return sourceFiles(pattern, path);
    return pattern.test(path) ? [path] : [];
  });
}
