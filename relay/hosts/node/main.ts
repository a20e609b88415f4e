// The relay's command line: starts it, or looks after its agents. Settings come from the environment.
import { runCommand } from './cli/runCommand.ts';

process.exitCode = await runCommand(process.argv.slice(2), process.env);
