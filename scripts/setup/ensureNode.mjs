// The path of a Node that runs the sources as they are. Old ones cannot: they neither strip types nor have node:sqlite.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { bundledNode, chooseNode, oldestNode } from './chooseNode.mjs';
import { say } from './say.mjs';
import { SetupProblem } from './SetupProblem.mjs';

/** @param {string} root */
export function ensureNode(root) {
  const bundled = join(root, bundledNode(process.platform, process.arch));
  const asked = spawnSync(bundled, ['--version'], { encoding: 'utf8' });
  // There may be no package for this platform, or one that does not run on it (musl): the same to us.
  const version = asked.status === 0 ? asked.stdout.trim() : null;
  switch (chooseNode({ running: process.version, bundled: version })) {
    case 'running':
      return process.execPath;
    case 'bundled':
      say(`Node here is ${process.version}; using ${version} from node_modules`);
      return bundled;
    default:
      throw new SetupProblem(
        `Node here is ${process.version}, and there is no newer one among the dependencies for ${process.platform}-${process.arch}.`,
        `To go on, install Node ${oldestNode} or later from nodejs.org`,
      );
  }
}
