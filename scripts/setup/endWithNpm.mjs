// Whoever stops npm means us. But npm runs a script through a shell, and the shell dies of the signal without passing it on.

// Taken at once: the shell may go while set-up is still at work.
const shell = process.ppid;

/** Sends this process a SIGTERM once the shell above it is gone. Does nothing where npm did not start us. */
export function endWithNpm() {
  if (!process.env['npm_lifecycle_event']) return;
  const watch = setInterval(() => {
    if (process.ppid === shell) return;
    clearInterval(watch);
    process.kill(process.pid, 'SIGTERM');
  }, 250);
  watch.unref();
}
