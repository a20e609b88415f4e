// What a canvas shows, encoded by the browser, off the page's own thread where it can. Throws where the platform does: a canvas that holds a
// picture of another origin may not be read.

/** Lossless; what grows large that way is sent with loss from then on. */
export const lossless = 'image/png';
export const lossy = 'image/webp';
const QUALITY = 0.8;

export function encode(
  canvas: HTMLCanvasElement,
  type: string,
): Promise<{ readonly type: string; readonly bytes: Uint8Array<ArrayBuffer> } | null> {
  return new Promise<Blob | null>((done) =>
    // By the platform's own method: a page may have put another one in its place.
    HTMLCanvasElement.prototype.toBlob.call(canvas, done, type, QUALITY),
  ).then(async (blob) =>
    blob ? { type: blob.type, bytes: new Uint8Array(await blob.arrayBuffer()) } : null,
  );
}

/** A canvas of ours with what `source` shows now; `canvas` is used again where it has the size. */
export function draw(
  source: CanvasImageSource,
  width: number,
  height: number,
  canvas: HTMLCanvasElement | null = null,
): HTMLCanvasElement {
  const own = canvas ?? document.createElement('canvas');
  if (own.width !== width || own.height !== height) Object.assign(own, { width, height });
  const context = own.getContext('2d')!;
  context.clearRect(0, 0, width, height);
  context.drawImage(source, 0, 0, width, height);
  return own;
}
