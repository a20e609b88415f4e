// Every TypeScript file belongs to a project, so that no file escapes the type checker by lying in the wrong folder.
import { spawnSync } from 'node:child_process';
import { relative } from 'node:path';
import { expect, test } from 'vitest';
import { checkSteps } from '../scripts/check/steps.ts';
import { sourceFiles } from './sourceFiles.ts';

test('every TypeScript file is checked by some project', () => {
  const checked = new Set(
    checkSteps()
      .filter(({ args }) => args.includes('-p'))
      .flatMap(({ args }) =>
        spawnSync(process.execPath, [...args, '--listFilesOnly'], { encoding: 'utf8' })
          .stdout.split('\n')
          .map((path) => relative(process.cwd(), path.trim()).replaceAll('\\', '/')),
      ),
  );
  expect(checked).toContain('protocol/frame.ts');
  expect(sourceFiles(/\.tsx?$/).filter((path) => !checked.has(path))).toEqual([]);
});
