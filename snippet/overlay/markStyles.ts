// How the agent's marks look: a sheet that comes and goes with them.

export const markStyles = `
.mark{position:absolute;inset-block-start:0;left:0;pointer-events:none}
.pointer svg{display:block;width:22px;height:26px;filter:drop-shadow(0 1px 2px #0008)}
.pointer path{fill:var(--mark);stroke:var(--paper);stroke-width:1.5}
.pointer span{display:block;width:max-content;margin:-4px 0 0 14px;max-width:14em;overflow:hidden;text-overflow:ellipsis;white-space:nowrap;padding:.1em .6em;border-radius:99px;background:var(--mark);color:var(--paper);font-weight:600;box-shadow:0 1px 4px #0006}
.outline{border:3px solid var(--mark);border-radius:6px;box-shadow:0 0 0 2px var(--paper),inset 0 0 0 1px var(--paper)}
.note{display:flex;gap:.5em;align-items:start;width:max-content;max-width:min(18em,80vw);padding:.5em .6em .5em .9em;background:var(--paper);border:2px solid var(--mark);border-radius:2px 12px 12px;box-shadow:0 .3em 1em #0005;white-space:pre-wrap;overflow-wrap:anywhere}
.note button{flex:none;min-height:1.75em;padding:0 .5em;border-width:1px}
.strokes{position:fixed;inset:0;width:100%;height:100%;overflow:visible;pointer-events:none;fill:none;stroke-width:4;stroke-linecap:round;stroke-linejoin:round}
.halo{stroke:#fff;stroke-width:7;opacity:.8}
`;
