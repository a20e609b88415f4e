// Reads an icon file into its shapes, so that icons are built as elements and no markup is ever injected.

export interface IconShape {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
}

export function iconShapes(svg: string): readonly IconShape[] {
  const inside = svg.slice(svg.indexOf('>', svg.indexOf('<svg')) + 1);
  return [...inside.matchAll(/<([a-z]+)\s([^>]*?)\/>/g)].map(([, tag, attributes]) => ({
    tag: tag!,
    attributes: Object.fromEntries(
      [...attributes!.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, name, value]) => [name!, value!]),
    ),
  }));
}
