// What is escaped in a sheet is part of a name: it begins no string, and asks for no state.
import { expect, test } from 'vitest';
import { rewriteCss } from './rewriteCss.ts';

const rewrite = (css: string) =>
  rewriteCss(
    css,
    (address) => `https://shop.example/${address}`,
    (queries) => queries,
  );

test('[VIEW-5] a state in the name of a class is no state', () => {
  expect(rewrite('.md\\:hover\\:x:hover{}')).toBe('.md\\:hover\\:x[alongside-hover]{}');
  expect(rewrite('.read-only\\:x{}.\\:focus{}')).toBe('.read-only\\:x{}.\\:focus{}');
});

test('[VIEW-4] an escaped quote begins no string, and addresses after it are resolved', () => {
  expect(rewrite(".c-\\'y{background:url(a)}b{background:url('c')}")).toBe(
    `.c-\\'y{background:url("https://shop.example/a")}b{background:url("https://shop.example/c")}`,
  );
});

test('[VIEW-6] quotes and escapes without an end cost what they are long', () => {
  const css = '"\\'.repeat(200_000);
  // Of this process's own work: how busy the machine is decides nothing.
  const before = process.cpuUsage();
  expect(rewrite(css)).toBe(css);
  expect(process.cpuUsage(before).user / 1e6).toBeLessThan(5);
});

test('[VIEW-4] an address with escapes is the address that they stand for', () => {
  const seen: string[] = [];
  const resolve = (address: string) => {
    seen.push(address);
    return address;
  };
  const css = String.raw`a{background:url("data:image/svg+xml,<svg xmlns=\"x\"/>")}b{background:url('/a\26 b')}`;
  const rewritten = rewriteCss(css, resolve, (queries) => queries);
  expect(seen).toEqual(['data:image/svg+xml,<svg xmlns="x"/>', '/a&b']);
  expect(rewritten).toContain(String.raw`url("data:image/svg+xml,<svg xmlns=\"x\"/>")`);
});
