// How *What the agent sees* looks, as a picture and on the page: a sheet that comes and goes with it.

export const seesStyles = `
.picture,.panel{position:fixed;pointer-events:auto;background:var(--paper);border:1px solid var(--line);border-radius:14px;box-shadow:0 .4em 1.6em #0005}
.picture{inset-inline:max(1em,50vw - 36em);display:grid;grid-template:auto 1fr auto/minmax(0,1fr);overflow:hidden}
.picture header,.panel footer{display:flex;flex-wrap:wrap;align-items:center;gap:.5em}
.picture header{padding:.6em .6em .6em 1.1em}
.picture h1{flex:1 1 8em;font-size:1.1em;margin:0;overflow-wrap:anywhere}
.picture h1:focus,.panel h1:focus{outline:0}
.picture header button{min-height:2.5em;font-size:.95em}
.picture footer{padding:.5em 1.1em .6em;font-size:.875em;line-height:1.4}
.picture p{margin:0}
.screen{position:relative;border-block:1px solid var(--line);background:var(--wash);min-height:0}
.screen iframe{position:absolute;inset:0;width:100%;height:100%;border:0;color-scheme:light dark}
.veil{position:absolute;inset:0;display:grid;place-content:center;padding:1em;text-align:center;background:var(--wash);color:var(--ink);font-weight:600}
.panel{inset-inline-end:1em;inset-block-start:1em;width:min(24em,100vw - 2em);max-height:60vh;overflow:auto;padding:1em 1.1em}
.panel h1{font-size:1.1em}
.panel ul{list-style:none;margin:0 0 1em;padding:0;display:grid;gap:.5em}
.panel li{display:flex;gap:.7em;align-items:center}
.swatch{flex:none;width:1.7em;height:1.7em;border-radius:4px;position:relative}
.hatch{position:absolute;inset-block-start:0;left:0;pointer-events:none}
.hatch,.swatch.masked{background:repeating-linear-gradient(45deg,var(--ink) 0 3px,var(--paper) 3px 9px);outline:2px solid var(--ink);outline-offset:-2px}
.hatch.blocked,.swatch.blocked{background:var(--line);outline:2px solid var(--paper);outline-offset:-2px}
.hatch.locked,.swatch.locked{background:none;outline:2px dashed var(--mark);outline-offset:-2px}
.hatch svg,.swatch svg{position:absolute;inset-inline-end:2px;inset-block-start:2px;width:1.2em;height:1.2em;background:var(--paper);color:var(--mark);border-radius:3px}
@media(max-height:26em){.picture footer{display:none}.picture header{padding-block:.25em}}
@media(forced-colors:active){.hatch{border:3px dashed CanvasText}.hatch.blocked{border-style:solid}}
`;
