// HTML that parses otherwise when it is written and read again, given to the viewer as runs: whatever tree comes of it is screened as nodes.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browsers } from '../harness/browsers.ts';
import type { PageServer } from '../harness/serve.ts';
import type { Lab } from './lab.ts';
import { hostileVectors } from './hostileVectors.ts';
import { serveLab } from './serveLab.ts';
import { useLab } from './useLab.ts';

declare const lab: Lab;

const act = '<img src=x onerror=top.ran=1>';
const vectors = [
  `<svg></p><style><a id="</style>${act}">`,
  `<math><mtext><table><mglyph><style><!--</style>${act}`,
  `<form><math><mtext></form><form><mglyph><style></math>${act}`,
  `<noscript><p title="</noscript>${act}">`,
  `<select><template><style><!--</style>${act}</template></select>`,
  `<xmp><p title="</xmp>${act}">`,
  `<p>x</p><!--><b>--!>${act}-->`,
  `<svg><foreignObject><iframe srcdoc="<script>top.ran=1</script>"></iframe></foreignObject></svg>`,
  `<svg><a xlink:href="javascript:top.ran=1"><text>x</text></a><animate attributeName=href values="javascript:top.ran=1"/><set attributeName=onload to=top.ran=1 /></svg>`,
  `<math href="javascript:top.ran=1" xlink:href="javascript:top.ran=1"><mi>x</mi></math>`,
  `<a href="java\tscript:top.ran=1" target=_top ping=/p>x</a><button formaction="javascript:top.ran=1">x</button>`,
  `<form name=firstChild><input name=parentNode><input name=nextSibling><input name=attributes><img name=content></form>${act}`,
  `<iframe src="javascript:top.ran=1"></iframe><object data="javascript:top.ran=1"></object><embed src="data:text/html,x">`,
  `<svg><use href="data:image/svg+xml,<svg id=x onload=top.ran=1>#x"/><script>top.ran=1</script></svg>`,
  `<link rel=stylesheet href=/x><meta http-equiv=refresh content="0;url=javascript:top.ran=1"><base href=//x>`,
  `<plaintext>${act}`,
  `<details open ontoggle=top.ran=1><summary>x</summary></details><input autofocus onfocus=top.ran=1>`,
  `<p style="background:url(javascript:top.ran=1);behavior:url(x)" is=x-y>x</p>`,
  ...hostileVectors('top.ran=1'),
];

let server: PageServer;
beforeAll(async () => {
  server = await serveLab();
});
afterAll(() => server?.close());

describe.each(browsers)('in $name', ({ name: of, launch }) => {
  const { open } = useLab(launch, () => server);

  test(`[VIEW-2] [ATTACK-6] ${of}: nothing that acts comes of HTML that parses otherwise the second time`, async () => {
    const page = await open('/many');
    const found = await page.evaluate(async (all) => {
      const bad: string[] = [];
      let seen = 0;
      const acts = (root: Document, html: string): void => {
        for (const element of root.querySelectorAll('*')) {
          if (
            // In a namespace of nobody's a name means nothing: such an element keeps the place of one.
            element.namespaceURI !== 'urn:alongside' &&
            /^(script|object|embed|meta|base|link|noscript|template)$/i.test(element.localName)
          )
            bad.push(`${element.localName} of ${html}`);
          const list = Reflect.get(Element.prototype, 'attributes', element) as NamedNodeMap;
          for (const { name, value } of list)
            if (
              /^(on|srcdoc|formaction|ping|target|autofocus|http-equiv|is$)/i.test(name) ||
              /^[\s\0-\x1f]*(j\s*a\s*v\s*a\s*s|vbscript:|data:text\/html)/i.test(value)
            )
              bad.push(`${name} of ${html}`);
        }
      };
      for (const html of all) {
        const host = lab.customer.document.createElement('div');
        // As the page would have it, but that nothing runs in the lab itself.
        host.innerHTML = html;
        for (const one of host.querySelectorAll('[onerror]')) one.setAttribute('src', '');
        lab.customer.document.body.append(host);
        lab.flush();
        lab.flush();
        const shown = lab.live.viewer.frame.contentDocument!;
        acts(shown, html);
        seen += shown.querySelector('body > div:last-of-type')?.childNodes.length ?? 0;
        host.remove();
        lab.flush();
      }
      return seen < all.length ? ['not shown'] : bad;
    }, vectors);
    expect(found).toEqual([]);
    expect(await page.evaluate(() => lab.live.failures)).toEqual([]);
  });
});
