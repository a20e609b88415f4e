// How *What the agent sees* looks: a sheet of its own, which comes and goes with the panel.

export const hiddenStyles = `
.panel{position:fixed;pointer-events:auto;background:var(--paper);border:1px solid var(--line);border-radius:14px;box-shadow:0 .4em 1.6em #0005;inset-inline-end:1em;inset-block-start:1em;width:min(24em,100vw - 2em);max-height:60vh;overflow:auto;padding:1em 1.1em}
.panel h1{font-size:1.1em}
.panel ul{list-style:none;margin:0 0 1em;padding:0;display:grid;gap:.5em}
.panel li{display:flex;gap:.7em;align-items:center}
.swatch{flex:none;width:1.7em;height:1.7em;border-radius:4px;position:relative}
.hatch{position:absolute;inset-block-start:0;left:0;pointer-events:none}
.hatch,.swatch.masked{background:repeating-linear-gradient(45deg,var(--ink) 0 3px,var(--paper) 3px 9px);outline:2px solid var(--ink);outline-offset:-2px}
.hatch.blocked,.swatch.blocked{background:var(--line);outline:2px solid var(--paper);outline-offset:-2px}
.hatch.locked,.swatch.locked{background:none;outline:2px dashed var(--mark);outline-offset:-2px}
.hatch svg,.swatch svg{position:absolute;inset-inline-end:2px;inset-block-start:2px;width:1.2em;height:1.2em;background:var(--paper);color:var(--mark);border-radius:3px}
@media(forced-colors:active){.hatch{border:3px dashed CanvasText}.hatch.blocked{border-style:solid}}
`;
