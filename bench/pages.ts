// Pages made to measure: several shapes, of about as many nodes as asked for, the same with every run. None is only what one side does best.

const words =
  'order parcel invoice delivery account refund address window customer basket return payment colour size voucher warehouse courier express balance receipt'.split(
    ' ',
  );

/** Words, the same for the same number. */
function say(seed: number, count: number): string {
  return Array.from(
    { length: count },
    (_, index) => words[(seed * 7919 + index * 104_729 + ((seed * index) % 13)) % words.length],
  ).join(' ');
}

interface Piece {
  /** Nodes in it, text included. */
  readonly nodes: number;
  html(at: number): string;
}

const text: Piece = {
  nodes: 17,
  html: (at) => `<section id="s${at}"><h2>${say(at, 4)}</h2>
<p class="lead">${say(at + 1, 14)} <a href="/article/${at}">${say(at + 2, 3)}</a> ${say(at + 3, 9)} <em>${say(at, 2)}</em>.</p>
<p>${say(at + 5, 22)} <strong>${say(at + 6, 2)}</strong> ${say(at + 7, 12)} &amp; ${at % 97} &lt; ${at}</p></section>
`,
};

const form: Piece = {
  nodes: 34,
  html: (
    at,
  ) => `<fieldset><legend>${say(at, 3)}</legend><label for="n${at}">Name</label><input id="n${at}" name="name${at}" value="${say(at, 2)}" placeholder="${say(at, 1)}"><label>Password <input type="password" value="canary-${at}"></label>
<label><input type="checkbox" ${at % 2 ? 'checked' : ''}> ${say(at, 2)}</label><label><input type="radio" name="r${at}" checked> a</label><select name="c${at}"><option>Spain</option><option ${at % 3 ? 'selected' : ''}>Chile</option><option>Peru</option></select>
<textarea rows="2">${say(at, 12)}</textarea><button type="button" class="primary">${say(at, 1)}</button></fieldset>
`,
};

const svg: Piece = {
  nodes: 25,
  html: (
    at,
  ) => `<figure><svg width="120" height="80" viewBox="0 0 120 80" role="img" aria-label="${say(at, 3)}"><defs><linearGradient id="g${at}"><stop offset="0" stop-color="#${100 + (at % 800)}"/><stop offset="1" stop-color="#fff"/></linearGradient></defs><g fill="none" stroke="currentColor" stroke-width="2" transform="translate(${at % 9} ${at % 7})"><path d="M${at % 50} 10 L 40 ${at % 60} C 20 20, 40 20, 50 ${at % 30} Z"/><circle cx="${at % 100}" cy="40" r="12"/><rect x="4" y="5" width="${20 + (at % 40)}" height="9" rx="2" fill="url(#g${at})"/><line x1="0" y1="0" x2="${at % 110}" y2="70"/><polyline points="0,40 ${at % 30},25 60,60"/></g><text x="8" y="74">${say(at, 1)}</text><use href="#g${at}"/></svg><figcaption>${say(at, 4)}</figcaption></figure>
`,
};

const table: Piece = {
  nodes: 98,
  html: (
    at,
  ) => `<table class="grid"><caption>${say(at, 3)}</caption><thead><tr>${['Id', 'Name', 'State', 'Sum'].map((head) => `<th scope="col">${head}</th>`).join('')}</tr></thead><tbody>${Array.from(
    { length: 8 },
    (_, row) =>
      `<tr data-row="${at}-${row}"><td>${at * 8 + row}</td><td class="name">${say(at + row, 2)}</td><td><span class="badge">${say(row, 1)}</span></td><td align="right">${((at * 37 + row * 113) % 9973) / 100}</td></tr>`,
  ).join('')}</tbody></table>
`,
};

const shop: Piece = {
  nodes: 42,
  html: (
    at,
  ) => `<div class="card" data-sku="${at}" style="--hue: ${at % 360}"><!-- card ${at} --><style>.card[data-sku="${at}"] { order: ${at % 5} }</style><img alt="${say(at, 2)}" width="40" height="30" src="data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7"><h3><a href="/p/${at}?ref=list" title="${say(at, 3)}">${say(at, 3)}</a></h3>
<p data-alongside="mask" class="rr-mask" data-openreplay-obscured>Customer <b>${say(at, 2)}</b>, ${at} points</p><ul>${[0, 1, 2].map((item) => `<li class="i${item}">${say(at + item, 4)}</li>`).join('')}</ul><button type="button" onclick="void 0" aria-pressed="false"><svg width="16" height="16" viewBox="0 0 16 16"><path d="M2 8h12M8 2v12"/></svg><span>${say(at, 1)}</span></button>
<script type="application/json">{"sku":${at}}</script><div data-alongside="block" class="rr-block" data-openreplay-hidden style="width: 40px; height: 12px">${say(at, 2)}</div><div role="group"><span>${at % 5} of 5</span> <small>${say(at, 2)}</small></div></div>
`,
};

export const shapes = {
  text: [text],
  forms: [form],
  svg: [svg],
  tables: [table],
  shop: [shop],
  mixed: [shop, text, table, svg, text, form],
} as const;

export type Shape = keyof typeof shapes;

const style = `body { font: 15px/1.4 sans-serif; margin: 1rem } .card { border: 1px solid #ccc; padding: 4px } .lead { color: #333 }
.grid td { border-bottom: 1px solid #eee } .badge { background: #eef; border-radius: 3px } button:hover { color: #06c }`;

export function pageOf(shape: Shape, nodes: number): string {
  const pieces: readonly Piece[] = shapes[shape];
  let body = '';
  let left = nodes - 20;
  for (let at = 0; left > 0; at++) {
    const piece = pieces[at % pieces.length]!;
    body += piece.html(at);
    left -= piece.nodes;
  }
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${shape}, ${nodes}</title><meta name="viewport" content="width=device-width"><style>${style}</style><script>window.dataLayer = [];</script></head>
<body><header><nav><a href="/">Home</a> <a href="/help">Help</a></nav></header><main>
${body}</main><footer>${say(3, 6)}</footer></body></html>`;
}
