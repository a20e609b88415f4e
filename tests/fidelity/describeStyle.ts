// How one element is drawn, as lines of text: a broad sample of its computed style, and of what is generated around it.

/** What no layout decides: holds wherever the element is drawn. */
const styles = (
  'display position float clear visibility opacity color backgroundColor backgroundImage backgroundRepeat backgroundClip boxSizing boxShadow ' +
  'borderTopStyle borderTopWidth borderTopColor borderLeftStyle borderLeftWidth borderBottomRightRadius outlineStyle outlineWidth outlineColor ' +
  'fontFamily fontSize fontWeight fontStyle fontVariantCaps letterSpacing textAlign textDecorationLine textTransform textShadow whiteSpace ' +
  'verticalAlign direction writingMode listStyleType listStyleImage overflowX overflowY zIndex filter clipPath mixBlendMode pointerEvents ' +
  'cursor flexDirection flexWrap alignItems justifyContent order objectFit borderCollapse counterIncrement counterReset columnCount ' +
  'containerType scrollBehavior fill stroke animationName transitionProperty userSelect colorScheme accentColor'
).split(' ') as (keyof CSSStyleDeclaration)[];

/** What layout decides: holds where nothing is hidden whose size is not known. */
const measures =
  'width height top left marginTop marginLeft paddingTop paddingLeft lineHeight transform gridTemplateColumns'.split(
    ' ',
  ) as (keyof CSSStyleDeclaration)[];

const generated = [...styles, 'width', 'height', 'content'] as typeof styles;

const read = (computed: CSSStyleDeclaration, names: typeof styles) =>
  names.map((name) => String(computed[name] ?? '').replace('attr(alongside-', 'attr(')).join(' | ');

export interface DrawnStyle {
  readonly style: string;
  readonly measures: string;
  readonly generated: readonly string[];
}

export function describeStyle(element: Element): DrawnStyle | null {
  const view = element.ownerDocument.defaultView;
  if (!view) return null;
  const of = (pseudo?: string) => view.getComputedStyle(element, pseudo);
  const around: string[] = [];
  const own = of();
  const tell = (pseudo: string, names: typeof styles) =>
    around.push(`${pseudo} ${read(of(pseudo), names)}`);
  for (const pseudo of ['::before', '::after'])
    if (!/^(none|normal|)$/.test(of(pseudo).content)) tell(pseudo, generated);
  if (own.display === 'list-item') tell('::marker', ['content', 'color', 'fontSize']);
  if (element.hasAttribute('placeholder')) tell('::placeholder', ['color', 'opacity', 'fontStyle']);
  if (isInTopLayer(element)) tell('::backdrop', ['display', 'backgroundColor', 'opacity']);
  return {
    style: read(own, styles),
    measures: read(own, measures),
    generated: around,
  };
}

/** A browser that does not know one of these words has no element in that state. */
export function isInTopLayer(element: Element): boolean {
  return [':modal', ':popover-open', ':fullscreen'].some((state) => {
    try {
      return element.matches(state);
    } catch {
      return false;
    }
  });
}

/** Rounded: what a browser lays out alike has the same numbers, up to the noise of its own arithmetic, which is coarse for millions. */
const rounded = (side: number) =>
  Math.abs(side) > 1e6 ? Math.round(side / 1000) * 1000 : Math.round(side * 4) / 4;
export function boxOf(element: Element): string {
  const { x, y, width, height } = element.getBoundingClientRect();
  return [x, y, width, height].map(rounded).join(' ');
}
