// What is checked without running anything, each step one command: every project's types, then lint, then format.
import { dirname } from 'node:path';
import { globSync } from 'node:fs';
import { toolPath } from './toolPath.ts';

export interface Step {
  readonly name: string;
  readonly args: readonly string[];
}

export function checkSteps(): Step[] {
  const projects = globSync('**/tsconfig.json', {
    exclude: (path) => /^(node_modules|dist|\.cache)$/.test(path),
  });
  return [
    ...projects
      .map(dirname)
      .toSorted()
      .map((project) => ({
        name: `types of ${project === '.' ? 'scripts and tests' : project}`,
        args: [toolPath('typescript', 'tsc'), '-p', project],
      })),
    { name: 'lint', args: [toolPath('oxlint', 'oxlint'), '--deny-warnings'] },
    { name: 'format', args: [toolPath('oxfmt', 'oxfmt'), '--check'] },
  ];
}
