// How the interface looks: one constructed sheet, so that no page's Content-Security-Policy can refuse it.
// `!important` on the host because only an important rule from within outranks the page's own; everything else stands inside.

export const styles = `
:host{all:initial!important;position:fixed!important;inset:0!important;width:auto!important;height:auto!important;display:block!important;visibility:visible!important;pointer-events:none!important;z-index:2147483647!important;overflow:visible!important;background:none!important;border:0!important;margin:0!important;padding:0!important;font-size:medium!important}
*{box-sizing:border-box}
[hidden]{display:none!important}
.ui{--paper:#fff;--ink:#16202c;--soft:#3b4756;--line:#8794a3;--wash:#eef2f6;--live:#0a5c46;--write:#8f2d00;--mark:#5a2a9c;--bad:#8a1020;
font:400 1em/1.5 system-ui,sans-serif;color:var(--ink);text-align:start}
@media(prefers-color-scheme:dark){.ui{--paper:#171e27;--ink:#f2f5f8;--soft:#c5d0db;--line:#6f7f91;--wash:#26313d;--live:#7fe0bf;--write:#ffb37a;--mark:#cfb4ff;--bad:#ffb3ba}}
.live{position:absolute;width:1px;height:1px;margin:0;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
button{font:inherit;font-weight:600;min-height:2.75em;padding:.25em .9em;border:2px solid var(--line);border-radius:8px;background:var(--paper);color:var(--ink);cursor:pointer;pointer-events:auto;transition:background .14s}
button:hover{background:var(--wash)}
:focus-visible{outline:3px solid var(--ink);outline-offset:2px}
h1{font-size:1.3em;line-height:1.3;margin:0 0 .5em}
p{margin:0 0 1em;color:var(--soft)}
.stand{position:fixed;inset:0}
.frame{position:absolute;inset:0;border:4px solid var(--live)}
.frame[data-frame=write]{border:12px double var(--write)}
.bar,.toast{position:fixed;pointer-events:auto;background:var(--paper);border:1px solid var(--line);border-radius:14px;box-shadow:0 .4em 1.6em #0005}
.bar{position:absolute;display:flex;align-items:center;gap:.5em;padding:.5em;inset-block-end:max(1em,env(safe-area-inset-bottom));max-width:calc(100vw - 2em);max-height:calc(100% - 1em);overflow:auto}
.bar[data-edge=top]{inset-block:1em auto}
.bar[data-side=start]{inset-inline-start:1em}
.bar[data-side=end]{inset-inline-end:1em}
.bar[data-side=middle]{inset-inline:0;width:max-content;margin-inline:auto}
.handle{flex:none;padding:0;min-height:2.75em;width:1.6em;border-color:transparent;cursor:grab;touch-action:none;background:radial-gradient(circle,var(--line) 2px,#0000 2.5px) center/7px 7px content-box;padding:.7em .38em}
.says{display:flex;align-items:center;gap:.6em;margin:0;padding-inline-end:.6em;color:var(--ink);font-weight:600;overflow-wrap:anywhere}
.dot{flex:none;width:.8em;height:.8em;border-radius:50%;border:.4em solid var(--live)}
.bar[data-tone=write] .dot{border-color:var(--write);border-radius:0;rotate:45deg}
.bar[data-tone=held] .dot{border:solid var(--ink);border-width:0 .25em;border-radius:0}
.bar[data-tone=waiting] .dot{border:2px solid var(--ink)}
.buttons{display:flex;gap:.5em}
.buttons button{white-space:nowrap}
.stopControl{background:var(--write)!important;border-color:var(--write);color:var(--paper)}
@media(max-width:56em){.bar,.bar[data-side]{flex-wrap:wrap;inset-inline:.5em;width:auto;max-width:none;margin:0;inset-block-end:max(.5em,env(safe-area-inset-bottom))}.bar[data-edge=top]{inset-block:.5em auto}.says{flex:1}.buttons{width:100%;flex-wrap:wrap}.buttons button{flex:1 1 auto;padding-inline:.6em}.pause,.resume{order:-1}.sees{order:-2}}
.toast{inset-inline:0;inset-block-end:1em;margin-inline:auto;width:max-content;max-width:calc(100vw - 1em);display:flex;gap:1em;align-items:center;padding:.6em .6em .6em 1.1em;font-weight:600}
.toast{flex-wrap:wrap}
.toast p{margin:0;color:var(--ink);flex:1 1 14em}
@media print{.ui{display:none}}
@media(prefers-reduced-motion:reduce){*{transition:none!important}}
@media(forced-colors:active){.frame{border-color:Highlight}.frame[data-frame=write]{border:12px double Highlight}.dot{forced-color-adjust:none}.stopControl{border:3px solid Highlight}}
`;
