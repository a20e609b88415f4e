// What a viewer shows in the place of a picture: its colour, or the words that say why there is none.

/** Far longer than it takes: it is the picture that decides. */
const PATIENCE_MS = 30_000;

/** A selector whose words lead into frames and shadow roots, one by one. */
function find(page: Document, selector: string): HTMLElement | null {
  let at: HTMLElement | null = null;
  for (const word of selector.split(' ')) {
    const inside: ParentNode =
      (at as HTMLIFrameElement | null)?.contentDocument ?? at?.shadowRoot ?? at ?? page;
    at = inside.querySelector(word);
    if (!at) return null;
  }
  return at;
}

const pictureOf = (element: HTMLElement): string => {
  const style = element.ownerDocument.defaultView!.getComputedStyle(element);
  const inCss = /url\("(.*?)"\)/;
  return (
    inCss.exec(style.content)?.[1] ??
    inCss.exec(style.backgroundImage)?.[1] ??
    ((element as HTMLVideoElement).poster || (element as HTMLImageElement).currentSrc)
  );
};

/** The colour in the middle of what the viewer draws in an element: a picture's, or that of its background. */
async function middleOf(page: Document, selector: string): Promise<number[]> {
  const element = find(page, selector);
  if (!element) return [-1, -1, -1];
  const address = pictureOf(element);
  if (!address) return [-2, -2, -2];
  const image = new Image();
  image.src = address;
  try {
    await image.decode();
  } catch {
    return [-3, -3, -3];
  }
  const canvas = Object.assign(document.createElement('canvas'), { width: 9, height: 9 });
  const context = canvas.getContext('2d')!;
  context.drawImage(image, 0, 0, 9, 9);
  return [...context.getImageData(4, 4, 1, 1).data.slice(0, 3)];
}

/** The viewer shows this colour in the middle of the element; waits for it. */
export async function showsColour(
  page: () => Document,
  selector: string,
  colour: readonly number[],
): Promise<string> {
  const endMs = performance.now() + PATIENCE_MS;
  for (;;) {
    const seen = await middleOf(page(), selector);
    if (seen.every((part, index) => Math.abs(part - colour[index]!) < 12)) return 'it';
    if (performance.now() > endMs) return `${selector} shows ${seen.join()}`;
    await new Promise((done) => setTimeout(done, 30));
  }
}

/** The size and the words of what stands in the place of a picture. */
export function labelOf(page: Document, selector: string): string | null {
  const element = find(page, selector);
  const svg = decodeURIComponent(element ? pictureOf(element) : '');
  const [, width, height] = /<svg[^>]*width='(\d+)' height='(\d+)'/.exec(svg) ?? [];
  const words = Array.from(svg.matchAll(/>([^<]+)<\/text>/g), ([, line]) => line).join(' ');
  return words ? `${width}x${height} ${words}` : null;
}
