import { deepestIndent } from './row-tree.js';

/** The looks of every page that docwright makes: light and dark, from a phone to a wide screen, without anything from elsewhere. */
export const stylesheet = `
:root {
  color-scheme: light dark;
  --ground: light-dark(#fbfbf9, #15171a);
  --sheet: light-dark(#ffffff, #1d2024);
  --ink: light-dark(#1c2024, #e6e8ea);
  --faint: light-dark(#5f6770, #9aa3ad);
  --line: light-dark(#dfe2e5, #33383e);
  --error: light-dark(#b3261e, #ff8a80);
  --error-ground: light-dark(#fdecea, #3b1f1d);
  --warn: light-dark(#8a5a00, #ffcc66);
  --warn-ground: light-dark(#fff4dc, #3a2f17);
  --info: light-dark(#0b5f8a, #7cc4ee);
  --info-ground: light-dark(#e6f3fa, #172e3a);
  --lock: light-dark(#6b2fa0, #d3a8ff);
  --lock-ground: light-dark(#f3eafb, #33214a);
  --good: light-dark(#116329, #6fdd8b);
  --added: light-dark(#d5f2dc, #17391f);
  --removed: light-dark(#fbdcda, #4a201d);
}
* { box-sizing: border-box; }
html { scroll-padding-top: 6rem; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 15px/1.5 system-ui, sans-serif; }
main, .intro, .bar > div { max-width: 76rem; margin: 0 auto; padding: 0 1rem; }
h1 { font-size: 1.5rem; line-height: 1.25; margin: 1.5rem 0 .25rem; }
h2 { font-size: 1rem; margin: 0; overflow-wrap: anywhere; }
h2 a { color: inherit; text-decoration: none; }
h2 a:hover { text-decoration: underline; }
p { margin: .25rem 0; overflow-wrap: anywhere; }
a { color: var(--info); }
code { font: .92em/1.4 ui-monospace, 'Cascadia Mono', Menlo, monospace; overflow-wrap: anywhere; }
.faint { color: var(--faint); }
.verdict { font-size: 1.05rem; }
.bar { display: block; position: sticky; top: 0; z-index: 1; margin: 1rem 0; background: var(--ground); border-block: 1px solid var(--line); }
.bar > div { display: flex; flex-wrap: wrap; gap: .5rem .75rem; align-items: center; padding-block: .6rem; }
.bar label { display: inline-flex; gap: .35rem; align-items: center; white-space: nowrap; }
.bar input[type=search], .bar select { font: inherit; color: inherit; background: var(--sheet); border: 1px solid var(--line); border-radius: .4rem; padding: .3rem .5rem; }
.bar input[type=search] { flex: 1 1 12rem; min-width: 0; }
.bar select { flex: 0 1 18rem; min-width: 0; max-width: 100%; }
.bar output { margin-left: auto; color: var(--faint); }
.pill { display: inline-block; padding: 0 .5rem; border-radius: 1rem; font-size: .8rem; font-weight: 600; line-height: 1.6; white-space: nowrap; }
.pill.error, .pill.fatal { color: var(--error); background: var(--error-ground); }
.pill.warn { color: var(--warn); background: var(--warn-ground); }
.pill.info { color: var(--info); background: var(--info-ground); }
.pill.lock { color: var(--lock); background: var(--lock-ground); }
.pill.good { color: var(--good); background: var(--added); }
.pill.plain { color: var(--faint); border: 1px solid var(--line); }
.card { background: var(--sheet); border: 1px solid var(--line); border-radius: .6rem; margin: 0 0 1rem; overflow: hidden; }
.card > header { display: flex; flex-wrap: wrap; gap: .25rem .75rem; align-items: baseline; padding: .6rem .9rem; border-bottom: 1px solid var(--line); }
.card > header .faint { margin-left: auto; font-size: .85rem; }
.finding { padding: .7rem .9rem; border-bottom: 1px solid var(--line); }
.finding:last-child { border-bottom: 0; }
.finding > p:first-child { display: flex; flex-wrap: wrap; gap: .25rem .6rem; align-items: baseline; }
.finding .message { flex: 1 1 20rem; overflow-wrap: anywhere; }
.sides { display: grid; grid-template-columns: 1fr 1fr; gap: .6rem; margin-top: .5rem; }
.side { border: 1px solid var(--line); border-radius: .4rem; min-width: 0; }
.side > p { margin: 0; padding: .2rem .6rem; border-bottom: 1px solid var(--line); font-size: .8rem; overflow-wrap: anywhere; }
.side.none { display: grid; place-items: center; border-style: dashed; color: var(--faint); font-size: .85rem; padding: .6rem; }
.cells { display: grid; grid-template-columns: minmax(7rem, 1.2fr) minmax(8rem, 1.3fr) minmax(0, 1.5fr); }
.cells.whole { grid-template-columns: 1fr; }
.cells > code { padding: .35rem .6rem; white-space: pre-wrap; }
.base mark { background: var(--removed); color: inherit; border-radius: .2rem; }
.head mark { background: var(--added); color: inherit; border-radius: .2rem; }
details.card > summary { padding: .6rem .9rem; cursor: pointer; overflow-wrap: anywhere; }
details.card ul { margin: 0; padding: 0 .9rem .7rem 2rem; }
.rows { width: 100%; border-collapse: collapse; background: var(--sheet); font-size: .95rem; }
.rows th, .rows td { text-align: left; vertical-align: top; padding: .45rem .7rem; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
.rows tbody tr:last-child td { border-bottom: 0; }
.rows th { font-weight: 600; font-size: .85rem; color: var(--faint); }
.rows td.name { width: 26%; min-width: 11rem; }
.rows td.name code { font-weight: 600; }
.rows td.type { width: 15%; min-width: 8rem; }
.rows td p { margin: 0; }
.rows .line { width: 3.5rem; text-align: right; }
.rows .line a { color: var(--faint); text-decoration: none; font-size: .85rem; }
.rows .line a:hover { text-decoration: underline; }
.rows .required { color: var(--error); font-size: .8rem; white-space: nowrap; }
.rows .owner { color: var(--faint); font-size: .8rem; }
.rows .when td { color: var(--faint); font-size: .85rem; padding-block: .2rem; background: var(--ground); }
.values { display: flex; flex-wrap: wrap; gap: .25rem; margin: .2rem 0; padding: 0; list-style: none; }
.values li { padding: 0 .4rem; border: 1px solid var(--line); border-radius: .3rem; font-size: .88rem; background: var(--ground); }
${Array.from({ length: deepestIndent }, (_, index) => `.rows td.depth-${index + 1} { padding-left: ${(0.7 + 1.15 * (index + 1)).toFixed(2)}rem; }`).join('\n')}
.quiet { text-align: center; padding: 3rem 1rem; color: var(--faint); }
[hidden] { display: none !important; }
:focus-visible { outline: 2px solid var(--info); outline-offset: 2px; }
@media (max-width: 46rem) {
  .sides { grid-template-columns: 1fr; }
  .bar { position: static; }
  .bar select, .bar input[type=search] { flex: 1 1 100%; }
  .card > header .faint { margin-left: 0; }
  .cells { grid-template-columns: 1fr; }
  .cells > code + code { padding-top: 0; }
  .rows thead { display: none; }
  .rows, .rows tbody, .rows tr, .rows td { display: block; width: auto; }
  .rows tr { position: relative; padding-block: .45rem; border-bottom: 1px solid var(--line); }
  .rows tr:last-child { border-bottom: 0; }
  .rows td, .rows td.name, .rows td.type { width: auto; min-width: 0; border: 0; padding: .1rem .9rem; }
  .rows td.name { padding-right: 3.5rem; }
  .rows .line { position: absolute; top: .45rem; right: 0; width: auto; }
  .rows .when { padding: 0; }
${Array.from({ length: deepestIndent }, (_, index) => `  .rows td.depth-${index + 1}, .rows td.depth-${index + 1} ~ td:not(.line) { padding-left: ${(0.9 + 0.8 * Math.min(index + 1, 6)).toFixed(1)}rem; }`).join('\n')}
}
@media print { .bar { display: none; } .card { break-inside: avoid; } }
`.trim();
