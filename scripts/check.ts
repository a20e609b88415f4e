// Types, lint and format; every step runs, whatever came of the one before.
import { runStep } from './check/runStep.ts';
import { checkSteps } from './check/steps.ts';

const failed = checkSteps().filter((step) => !runStep(step));
process.exitCode = failed.length > 0 ? 1 : 0;
