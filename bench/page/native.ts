// Runs in a page of its own: the limit of every viewer, the browser's own parser on HTML that nobody checks.
let frame: HTMLIFrameElement | null = null;
let held: string[] = [];

export async function open(): Promise<void> {
  frame?.remove();
  const opened = document.createElement('iframe');
  opened.srcdoc = '<!doctype html>';
  document.body.append(opened);
  frame = opened;
  await new Promise((done) => opened.addEventListener('load', done, { once: true }));
}

export const hold = (html: readonly string[]): void => void (held = [...html]);

/** The first is a page, the others go into its `#area`. */
export async function play(): Promise<void> {
  for (const html of held.splice(0)) {
    const page = frame!.contentDocument!;
    const area = page.querySelector('#area');
    if (area) area.insertAdjacentHTML('beforeend', html);
    else page.documentElement.innerHTML = html;
  }
}

export const shown = (): Document => frame!.contentDocument!;
