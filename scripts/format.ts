// Formats every file, or those named.
import { runStep } from './check/runStep.ts';
import { toolPath } from './check/toolPath.ts';

const passed = runStep({
  name: 'format',
  args: [toolPath('oxfmt', 'oxfmt'), ...process.argv.slice(2)],
});
process.exitCode = passed ? 0 : 1;
