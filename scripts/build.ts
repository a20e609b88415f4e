// Builds everything into dist/, or the parts named: npm run build -- snippet chrome
import { parts } from './build/parts.ts';
import { sizeLine, sizesIn } from './build/sizes.ts';

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in parts));
if (unknown.length > 0) {
  console.error(
    `There is no part "${unknown[0]}". The parts are: ${Object.keys(parts).join(', ')}.`,
  );
  process.exit(1);
}
for (const [name, build] of Object.entries(parts)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  try {
    await build();
    console.log(`dist/${name}`);
    if (name === 'snippet') {
      for (const size of await sizesIn('dist/snippet')) console.log(`  ${sizeLine(size)}`);
    }
  } catch (error) {
    // The other parts are still built: one run shows everything that is wrong.
    console.error(
      `dist/${name} could not be built. ${error instanceof Error ? error.message : String(error)}`,
    );
    process.exitCode = 1;
  }
}
