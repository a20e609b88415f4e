// One line about what set-up is doing. On stderr, so that a command's own output stays clean.
/** @param {string} line */
export function say(line) {
  process.stderr.write(`[setup] ${line}\n`);
}
