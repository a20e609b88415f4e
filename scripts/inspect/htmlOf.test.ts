// The report's page.
import { expect, test } from 'vitest';
import { htmlOf } from './htmlOf.ts';

test('[INSPECT-3] whatever an inspected page says is text in the report', () => {
  const evil = '<script>alert(1)</script>"\'&';
  const html = htmlOf([
    {
      inspection: {
        page: evil,
        nodes: 3,
        differences: [{ path: evil, expected: evil, seen: evil }],
        pixelDifference: 0.5,
        snapshotBytes: 10,
        snapshotMs: 1,
        warnings: [{ kind: 'looksPersonal', text: evil }],
      },
      pictures: {
        customer: '1-customer.png',
        agent: '1-agent.png',
        difference: '1-difference.png',
      },
    },
  ]);
  expect(html).not.toContain('<script');
  expect(html.match(/script&gt;alert\(1\)/g)?.length).toBeGreaterThanOrEqual(6);
  for (const file of ['1-customer.png', '1-agent.png', '1-difference.png'])
    expect(html).toContain(`src="${file}"`);
});
