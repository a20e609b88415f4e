// The most that a file of the snippet may weigh, minified and gzipped. The test of the build holds it; the benchmark shows it.
export const snippetLimits: Readonly<Record<string, number>> = {
  'alongside.js': 1.5 * 1024,
  'alongside-session.js': 20 * 1024,
};
