// The one function of Babel's that is used: its own types are a package apart.
declare module '@babel/core' {
  export function transformAsync(
    source: string,
    options: Readonly<Record<string, unknown>>,
  ): Promise<{ readonly code?: string | null } | null>;
}
