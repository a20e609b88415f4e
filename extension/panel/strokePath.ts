// The SVG path of a drawn stroke, smoothed through the midpoints of its points. A single point is a dot.

interface Point {
  readonly x: number;
  readonly y: number;
}

export function strokePath(points: readonly Point[], origin: Point, scale: number): string {
  const at = points.map(({ x, y }) => ({ x: (origin.x + x) * scale, y: (origin.y + y) * scale }));
  const first = at[0];
  if (!first) return '';
  const last = at[at.length - 1]!;
  const curves = at.slice(1, -1).map((point, i) => {
    const next = at[i + 2]!;
    return `Q${show(point)} ${show({ x: (point.x + next.x) / 2, y: (point.y + next.y) / 2 })}`;
  });
  return `M${show(first)}${curves.join('')}L${show(last)}`;
}

const show = ({ x, y }: Point) => `${x.toFixed(1)} ${y.toFixed(1)}`;
