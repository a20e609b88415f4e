// Where the built snippet lies: beside the built relay, or in dist/ when the relay runs from its sources.
import { fileURLToPath } from 'node:url';

export function snippetFolder(thisFile: string = import.meta.url): string {
  const fromSources = thisFile.endsWith('.ts');
  return fileURLToPath(new URL(fromSources ? '../../../dist/snippet/' : '../snippet/', thisFile));
}
