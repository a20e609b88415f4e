// The JavaScript file behind a package's command, to run with our own Node: no shell, no .cmd, no other Node.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export function toolPath(packageName: string, command: string): string {
  const folder = join('node_modules', packageName);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    bin: string | Record<string, string>;
  };
  const file = typeof bin === 'string' ? bin : bin[command];
  if (!file) throw new Error(`${packageName} has no command ${command}`);
  return join(folder, file);
}
