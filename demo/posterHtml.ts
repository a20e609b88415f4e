// The poster's markup: plain browser windows round screenshots. Pure; the pictures are data addresses, so nothing is fetched.

export interface Shot {
  /** A PNG, in base64. */
  readonly png: string;
  readonly width: number;
  readonly height: number;
}

export type Theme = 'light' | 'dark';

/** What one of the two people has before them. */
export type Side =
  | { readonly is: 'agent'; readonly address: string; readonly crm: Shot; readonly panel: Shot }
  | { readonly is: 'customer'; readonly address: string; readonly page: Shot };

export interface Placed {
  readonly side: Side;
  readonly left: number;
  readonly top: number;
}

const escaped = (text: string) =>
  text.replace(/[&<>"]/g, (sign) => `&#${sign.codePointAt(0) ?? 0};`);

const picture = ({ png, width, height }: Shot) =>
  `<img src="data:image/png;base64,${png}" width="${width}" height="${height}" alt="">`;

const headingHeight = 40;

function content(side: Side): string {
  if (side.is === 'customer') return picture(side.page);
  // The browser's own heading over a side panel.
  return `${picture(side.crm)}<div class="panel" style="width:${side.panel.width}px">
    <div class="heading" style="height:${headingHeight}px">Alongside</div>${picture(side.panel)}</div>`;
}

export function windowHtml(side: Side, place = ''): string {
  return `<div class="window" style="${place}">
    <div class="top"><i></i><i></i><i></i><span>${escaped(side.address)}</span></div>
    <div class="content">${content(side)}</div></div>`;
}

export function posterHtml(theme: Theme, body: string): string {
  const dark = theme === 'dark';
  return `<!doctype html><meta charset="utf-8"><style>
    :root { --line: ${dark ? '#3a414d' : '#c9cfd8'}; --top: ${dark ? '#22272f' : '#e7eaef'};
      --dot: ${dark ? '#4a5361' : '#b9c0cb'}; --pill: ${dark ? '#171b21' : '#fff'}; --ink: ${dark ? '#c3cad4' : '#454d59'}; }
    html, body { margin: 0; background: transparent; font: 13px/1 system-ui, sans-serif; color: var(--ink); }
    .poster { position: relative; }
    .window { position: absolute; border: 1px solid var(--line); border-radius: 12px; overflow: hidden; background: var(--top);
      box-shadow: 0 10px 30px #0003; }
    .single .window { position: static; width: max-content; box-shadow: none; }
    .top { display: flex; align-items: center; gap: 8px; height: 44px; padding: 0 14px; }
    .top i { width: 12px; height: 12px; border-radius: 50%; background: var(--dot); }
    .top span { margin-inline-start: 10px; padding: 8px 14px; min-width: 16em; border-radius: 99px; background: var(--pill); }
    .content { display: flex; align-items: stretch; }
    .panel { border-inline-start: 1px solid var(--line); }
    .heading { display: flex; align-items: center; padding-inline: 14px; font-weight: 600; }
    img { display: block; }
  </style>${body}`;
}

export function togetherHtml(
  theme: Theme,
  size: { readonly width: number; readonly height: number },
  placed: readonly Placed[],
): string {
  const windows = placed.map(({ side, left, top }) =>
    windowHtml(side, `left:${left}px;top:${top}px`),
  );
  return posterHtml(
    theme,
    `<div class="poster" style="width:${size.width}px;height:${size.height}px">${windows.join('')}</div>`,
  );
}

export const singleHtml = (theme: Theme, side: Side): string =>
  posterHtml(
    theme,
    `<div class="single poster" style="width:max-content">${windowHtml(side)}</div>`,
  );
