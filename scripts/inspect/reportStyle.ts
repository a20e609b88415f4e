// How the report looks: light and dark, from a phone's width up.

export const reportStyle = `
:root { --ink: #1d2433; --soft: #5b6475; --paper: #f6f7f9; --card: #fff; --line: #dfe3ea; --good: #0b7a4b; --fair: #9a5b00; --bad: #b3243d; --link: #2456c9 }
@media (prefers-color-scheme: dark) { :root { --ink: #e8ebf2; --soft: #a3acbd; --paper: #12151c; --card: #1b2029; --line: #323947; --good: #55d19a; --fair: #f0b35a; --bad: #ff8095; --link: #8fb4ff } }
* { box-sizing: border-box }
body { margin: 0 auto; max-width: 1500px; padding: 2rem clamp(1rem, 3vw, 3rem) 4rem; font: 15px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper) }
h1 { margin: 0; font-size: 1.7rem; letter-spacing: -.01em } header p { margin: .25rem 0 1.5rem; color: var(--soft) }
h2 { margin: 0 0 1rem; font-size: 1.1rem; overflow-wrap: anywhere } h3 { margin: 1.25rem 0 .4rem; font-size: .95rem }
a { color: var(--link) }
section { margin-top: 1.5rem; padding: 1.25rem; background: var(--card); border: 1px solid var(--line); border-radius: 12px }
.scroller { overflow-x: auto; background: var(--card); border: 1px solid var(--line); border-radius: 10px }
table { width: 100%; border-collapse: collapse; font-variant-numeric: tabular-nums }
th, td { padding: .5rem .75rem; text-align: left; vertical-align: top; border-top: 1px solid var(--line) }
thead th { border-top: 0; font-size: .8rem; font-weight: 600; color: var(--soft); white-space: nowrap }
tbody th { font-weight: 500; overflow-wrap: anywhere; min-width: 12rem }
.grade { font-weight: 650; white-space: nowrap } .good { color: var(--good) } .fair { color: var(--fair) } .bad td { color: var(--bad); font-weight: 600 }
.shots { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 340px), 1fr)); gap: 1rem }
figure { margin: 0 } figcaption { margin-bottom: .35rem; font-size: .85rem; color: var(--soft) }
img { display: block; width: 100%; height: auto; border: 1px solid var(--line); border-radius: 8px; background: #fff }
.warnings { margin: 0; padding-left: 1.1rem; overflow-wrap: anywhere } .warnings li { margin: .25rem 0 }
details { margin-top: 1.25rem } summary { cursor: pointer; font-weight: 600; margin-bottom: .5rem }
.nodes td { font-size: .88rem; overflow-wrap: anywhere; min-width: 11rem } .nodes td:first-child { width: 45% }
code { font: .85em ui-monospace, monospace } .agree { margin: 1.25rem 0 0; color: var(--good); font-weight: 600 }
`;
