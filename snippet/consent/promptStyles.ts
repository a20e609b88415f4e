// How prompts look: a sheet that comes and goes with each.

export const promptStyles = `
dialog{pointer-events:auto;width:min(30em,100vw - 1.5em);max-height:calc(100dvh - 1.5em);overflow:auto;padding:1.5em;border:1px solid var(--line);border-radius:14px;background:var(--paper);color:var(--ink);box-shadow:0 1.2em 3.5em #0006;overflow-wrap:anywhere}
dialog:focus{outline:0}
dialog::backdrop{background:#0c131bb3}
label{display:block;font-weight:600;margin-bottom:.3em}
input{font:600 1.6em/1.3 ui-monospace,monospace;letter-spacing:.06em;width:100%;padding:.35em .5em;border:2px solid var(--line);border-radius:8px;background:var(--paper);color:var(--ink)}
.kind{display:flex;align-items:center;gap:.7em;min-height:2.75em;margin:0 0 .25em;padding:0 .75em;border:1px solid var(--line);border-radius:8px;cursor:pointer}
.kind input{flex:none;width:1.4em;height:1.4em;margin:0;padding:0;font-size:1em;accent-color:var(--live)}
button:disabled{opacity:.55;cursor:default}
[aria-invalid=true]{border-color:var(--bad)}
.problem{color:var(--bad);font-weight:600;margin:.5em 0 0;min-height:1.5em}
.choice{display:grid;grid-template-columns:1fr 1fr;gap:.75em;margin-top:1em}
.choice:has(:nth-child(3)){grid-template-columns:1fr 1fr 1fr}
@media(max-width:28em){.choice:has(:nth-child(3)){grid-template-columns:1fr}}
.choice button{padding-inline:.3em;overflow-wrap:normal}
`;
