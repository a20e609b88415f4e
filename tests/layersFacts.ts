// What one file depends on, read from its syntax tree: the modules it imports and the guarded globals it touches.
import { parseSync, Visitor } from 'vite';

export interface Facts {
  readonly path: string;
  /** As written. Types count: a layer that knows another's types knows the other layer. */
  readonly imports: readonly string[];
  /** Those that are still there when the types are stripped. */
  readonly runtimeImports: readonly string[];
  readonly globals: readonly string[];
}

const clockCalls = new Set([
  'setTimeout',
  'setInterval',
  'requestAnimationFrame',
  'requestIdleCallback',
]);

export function factsOf(path: string, source: string): Facts {
  const { program, errors } = parseSync(path, source);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`);
  const imports = new Set<string>();
  const globals = new Set<string>();
  const runtimeImports = new Set<string>();
  const note = (node: { source?: unknown; importKind?: string; exportKind?: string }) => {
    const written = node.source as { value?: unknown } | null | undefined;
    if (typeof written?.value !== 'string') return;
    imports.add(written.value);
    if (node.importKind !== 'type' && node.exportKind !== 'type') runtimeImports.add(written.value);
  };
  new Visitor({
    ImportDeclaration: note,
    ExportNamedDeclaration: note,
    ExportAllDeclaration: note,
    ImportExpression: note,
    TSImportType: ({ source: written }) => void imports.add(written.value),
    MemberExpression({ object, property }) {
      if (object.type !== 'Identifier') return;
      if (object.name === 'browser' || object.name === 'chrome') globals.add(object.name);
      const called = property.type === 'Identifier' ? property.name : '';
      if ((object.name === 'Date' || object.name === 'performance') && called === 'now')
        globals.add('clock');
    },
    NewExpression({ callee, arguments: given }) {
      // A date made from a number is arithmetic; one made from nothing reads the clock.
      if (callee.type === 'Identifier' && callee.name === 'Date' && given.length === 0)
        globals.add('clock');
    },
    CallExpression({ callee }) {
      if (callee.type === 'Identifier' && clockCalls.has(callee.name)) globals.add('clock');
    },
  }).visit(program);
  return {
    path,
    imports: [...imports],
    runtimeImports: [...runtimeImports],
    globals: [...globals],
  };
}
