// What a page may hold to attack whoever draws it, by kind: each kind a way in which sanitisers have been passed. Written for these tests; `ACT` is
// replaced by what would run.

const handlers = [
  '<svg onload=ACT>',
  '<svg><animate onbegin=ACT attributeName=x dur=1s></svg>',
  '<svg><animateTransform onbegin=ACT attributeName=x dur=1s></svg>',
  '<svg><image href=x onerror=ACT></svg>',
  '<svg><feImage href=x onerror=ACT></svg>',
  '<video><source onerror=ACT></video>',
  '<audio src=x onerror=ACT>',
  '<marquee onstart=ACT>x</marquee>',
  '<select autofocus onfocus=ACT><option>x</select>',
  '<textarea autofocus onfocus=ACT></textarea>',
  '<div contenteditable autofocus onfocus=ACT>x</div>',
  '<div tabindex=0 autofocus onfocus=ACT>x</div>',
  '<dialog open oncancel=ACT onclose=ACT>x</dialog>',
  '<div popover id=pop onbeforetoggle=ACT ontoggle=ACT>x</div><button popovertarget=pop>x</button>',
  '<dialog id=dia onbeforetoggle=ACT>x</dialog><button command=show-modal commandfor=dia>x</button>',
  '<style>@keyframes k{}</style><p style="animation:k 1s" onanimationstart=ACT>x</p>',
  '<p onpointerrawupdate=ACT onscrollsnapchange=ACT oncontentvisibilityautostatechange=ACT>x</p>',
  '<x-y onclick=ACT>x</x-y>',
  '<p ONCLICK=ACT oNmOuSeOvEr=ACT>x</p>',
  '<p/onclick=ACT/class=x>x</p>',
];
const addresses = [
  '<a href="javascript:ACT">x</a>',
  '<a href=" &#1;javascript:ACT">x</a>',
  '<a href="java&Tab;script:ACT">x</a>',
  '<a href="JaVaScRiPt&colon;ACT">x</a>',
  '<a href="data:text/html,<script>ACT</script>">x</a>',
  '<a href="vbscript:ACT" target=_top>x</a>',
  '<map name=m><area href="javascript:ACT" shape=default></map><img usemap=#m src=x>',
  '<form action="javascript:ACT"><button>x</button><input type=image formaction="javascript:ACT"></form>',
  '<button form=elsewhere formaction="javascript:ACT" formtarget=_top>x</button>',
  '<svg><a href="javascript:ACT"><rect width=9 height=9 /></a></svg>',
  '<svg><a><set attributeName=href to="javascript:ACT"/><text>x</text></a></svg>',
  '<svg><a><animate attributeName=xlink:href values="javascript:ACT;javascript:ACT" /><text>x</text></a></svg>',
  '<svg><a id=k><text>x</text></a><animate href=#k attributeName=href from="javascript:ACT" to=x /></svg>',
  '<svg><use href="data:image/svg+xml;base64,PHN2Zy8+#x" /><use xlink:href="//x/y.svg#z" /></svg>',
  '<math><maction actiontype=toggle xlink:href="javascript:ACT"><mi>x</mi></maction></math>',
  '<math><mtext href="javascript:ACT">x</mtext></math>',
  '<img srcset="javascript:ACT 1x" src="javascript:ACT" lowsrc="javascript:ACT" dynsrc="javascript:ACT">',
  '<table background="javascript:ACT"><td background="javascript:ACT">x</td></table>',
  '<blockquote cite="javascript:ACT">x</blockquote><img longdesc="javascript:ACT">',
  '<video poster="javascript:ACT" src="javascript:ACT"></video>',
];
const frames = [
  '<iframe srcdoc="&lt;script&gt;ACT&lt;/script&gt;"></iframe>',
  '<iframe sandbox="allow-scripts allow-same-origin" srcdoc="<img src=x onerror=ACT>"></iframe>',
  '<iframe src="data:text/html,<script>ACT</script>"></iframe>',
  '<object type=text/html data="javascript:ACT"><param name=src value="javascript:ACT"></object>',
  '<embed type=text/html src="javascript:ACT" code="javascript:ACT">',
  '<applet code="javascript:ACT"></applet><bgsound src="javascript:ACT"><keygen autofocus onfocus=ACT>',
  '<portal src="javascript:ACT"></portal><fencedframe></fencedframe>',
  '<div><template shadowrootmode=open><img src=x onerror=ACT><script>ACT</script></template></div>',
  '<template><template shadowrootmode=closed><script>ACT</script></template></template>',
];
const parsedTwice = [
  '<svg><style><img title="</style><img src=x onerror=ACT>"></svg>',
  '<math><mi><style><!--</style><img title="--&gt;&lt;img src=x onerror=ACT&gt;"></math>',
  '<table><tr><td></tr><svg><p><style><a title="</style><img src=x onerror=ACT>">',
  '<noembed><img title="</noembed><img src=x onerror=ACT>"></noembed>',
  '<noframes><img title="</noframes><img src=x onerror=ACT>"></noframes>',
  '<textarea><img title="</textarea><img src=x onerror=ACT>"></textarea>',
  '<title><a title="</title><img src=x onerror=ACT>"></title>',
  '<iframe><img title="</iframe><img src=x onerror=ACT>"></iframe>',
  '<select><option><style></option></select><b><img src=x onerror=ACT></style>',
  '<p><svg><font face=x><img src=x onerror=ACT></svg>',
  '<listing>&lt;img src=x onerror=ACT&gt;</listing><pre>\n\n&lt;script&gt;</pre>',
  '<a><table><a><img src=x onerror=ACT></table></a>',
  '<form><div></form><form><math><mtext></form><form><mglyph><style></math><img src=x onerror=ACT>',
  '<math><annotation-xml encoding="text/html"><style><img title="</style><img src=x onerror=ACT>"></annotation-xml></math>',
  '<svg><desc><table><a id="</desc><img src=x onerror=ACT>"></table></desc></svg>',
  '<svg><title><style><img title="</style></title><img src=x onerror=ACT>"></title></svg>',
  '<svg><![CDATA[<img src=x onerror=ACT>]]></svg><![CDATA[<img src=x onerror=ACT>]]>',
  '<!-- --!><img src=x onerror=ACT> --><!-><img src=x onerror=ACT>',
  '<?xml-stylesheet href="javascript:ACT"?><?php <img src=x onerror=ACT> ?>',
  '<p title="&lt;/p&gt;&lt;img src=x onerror=ACT&gt;" class="`><img src=x onerror=ACT>">x</p>',
];
const clobbered = [
  '<form><input name=attributes><input name=childNodes><input name=removeAttribute><input name=setAttribute></form>',
  '<form><input name=nodeType><input name=nodeName><input name=namespaceURI><input name=localName></form>',
  '<form><input name=insertBefore><input name=appendChild><input name=ownerDocument><input name=isConnected></form>',
  '<img name=createElement><img name=createElementNS><img name=querySelector><img name=getElementById>',
  '<form id=defaultView name=defaultView></form><form name=documentElement></form><img name=body>',
  '<a id=x></a><a id=x name=y href="javascript:ACT">x</a><form id=x><output name=y>x</output></form>',
  '<form id=f></form><input form=f name=parentNode><button form=f name=firstChild>x</button>',
];
const namespaces = [
  '<svg xmlns:x="http://www.w3.org/1999/xhtml"><x:script>ACT</x:script><x:iframe src=x></x:iframe></svg>',
  '<svg><script href="data:,ACT" /><script xlink:href="data:,ACT"></script><handler type=text/javascript>ACT</handler></svg>',
  '<svg><foreignObject><math><mi><svg><foreignObject><script>ACT</script></foreignObject></svg></mi></math></foreignObject></svg>',
  '<math><mglyph><script>ACT</script></mglyph><malignmark><img src=x onerror=ACT></malignmark></math>',
  '<svg><svg:a xlink:href="javascript:ACT"><text>x</text></svg:a></svg>',
];
const styles = [
  `<style>@import "javascript:ACT"; @import url(//x/y.css); p{background:url("javascript:ACT");behavior:url(x);-moz-binding:url(x#y)}</style><p>x</p>`,
  '<svg><style>@import url("javascript:ACT");</style></svg>',
  '<p style="width:expression(ACT);background:url(java\\73 cript:ACT)">x</p>',
  '<p style="background-image:url(data:text/html,<script>ACT</script>)">x</p>',
  '<link rel=stylesheet href="data:text/css,*{}" onload=ACT><link rel=prefetch href=//x><link rel=modulepreload href=//x>',
  '<style></style><style title="</style><img src=x onerror=ACT>"></style>',
];

export const hostileVectors = (act: string): string[] =>
  [handlers, addresses, frames, parsedTwice, clobbered, namespaces, styles]
    .flat()
    .map((vector) => vector.replaceAll('ACT', act));
