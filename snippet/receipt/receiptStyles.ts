// How a receipt looks: on a phone, on a desk, in the dark and on paper.

export const receiptStyles = `
:root{color-scheme:light dark;--paper:#fff;--ink:#16202c;--soft:#46525f;--line:#c9d1da;--wash:#f3f6f9;--yes:#0a5c46;--no:#8a1020}
@media(prefers-color-scheme:dark){:root{--paper:#12181f;--ink:#f0f3f6;--soft:#b9c4cf;--line:#3a4652;--wash:#1b232c;--yes:#7fe0bf;--no:#ffb3ba}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:400 1rem/1.5 system-ui,sans-serif;overflow-wrap:anywhere}
main{max-width:46rem;margin:0 auto;padding:clamp(1.25rem,5vw,3rem) clamp(1rem,4vw,2rem)}
header{border-bottom:2px solid var(--ink);padding-bottom:1rem}
.company{margin:0;font-weight:600;color:var(--soft)}
h1{font-size:clamp(1.4rem,4.5vw,1.9rem);line-height:1.2;margin:.2em 0 0;text-wrap:balance}
h2{font-size:1.1rem;margin:2.2rem 0 .6rem}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.3rem 1.5rem;margin:1.2rem 0 0}
dt{color:var(--soft)}
dd{margin:0;font-weight:600}
ol{list-style:none;margin:0;padding:0}
li{display:grid;grid-template-columns:max-content 1fr auto;gap:.1rem 1rem;padding:.45rem 0;border-bottom:1px solid var(--line)}
time{white-space:nowrap;font-weight:400;color:var(--soft);font-variant-numeric:tabular-nums}
small{display:block;font-size:.875rem;color:var(--soft)}
.yes,.no{font-weight:600;text-align:end}
.yes{color:var(--yes)}
.no{color:var(--no)}
.page{background:var(--wash);margin-inline:-.6rem;padding-inline:.6rem;font-weight:600}
.page small{font-weight:400}
.note{color:var(--soft);margin:.6rem 0 0}
.proof{background:var(--wash);border:1px solid var(--line);border-radius:8px;padding:1rem 1.2rem;margin-top:2.2rem}
.proof h2{margin:0 0 .4rem}
.proof p{margin:0 0 .6rem}
code{font:500 .85rem/1.5 ui-monospace,monospace;word-break:break-all}
@media(max-width:30rem){dl{grid-template-columns:1fr;gap:0}dd{margin-bottom:.5rem}li{grid-template-columns:max-content 1fr}.yes,.no{grid-column:2;text-align:start}}
@media print{:root{--paper:#fff;--ink:#000;--soft:#333;--line:#999;--wash:#fff;--yes:#000;--no:#000}body{font-size:10.5pt}main{max-width:none;padding:0}li,.proof{break-inside:avoid}h2{break-after:avoid}.page{margin-inline:0;padding-inline:0;border-bottom:1px solid #000}@page{margin:18mm 16mm}}
`;
