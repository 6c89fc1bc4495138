import { stylesheet } from '../report/html/stylesheet.js';

/** The looks of the reports, and what only a site has: header, search, lists, code. */
export const siteStylesheet = `${stylesheet}
body { min-height: 100vh; display: flex; flex-direction: column; }
main > .card { margin-top: .8rem; }
main { width: 100%; flex: 1; padding-block: .5rem 3rem; }
h1, h3, li { overflow-wrap: anywhere; }
h2 { font-size: 1.15rem; margin: 2rem 0 .6rem; }
h3 { font-size: 1rem; margin: 1.4rem 0 .5rem; }
.card > header h2, section.card h2 { margin: 0; font-size: 1rem; }
.lead { max-width: 60rem; font-size: 1.05rem; color: var(--faint); overflow-wrap: anywhere; }
.skip { position: absolute; left: -99rem; }
.skip:focus { left: 1rem; top: .5rem; z-index: 3; padding: .3rem .6rem; background: var(--sheet); }
.top { position: sticky; top: 0; z-index: 2; background: var(--sheet); border-bottom: 1px solid var(--line); }
.top > div { display: flex; gap: .5rem 1.25rem; align-items: center; max-width: 76rem; margin: 0 auto; padding: .55rem 1rem; }
.brand { font-weight: 700; color: inherit; text-decoration: none; white-space: nowrap; }
.top nav { display: flex; gap: 1rem; }
.top nav a { color: var(--faint); text-decoration: none; }
.top nav a:hover, .top nav a[aria-current] { color: var(--ink); text-decoration: underline; text-underline-offset: .3em; }
search { position: relative; flex: 1; max-width: 44rem; }
search input { width: 100%; font: inherit; color: inherit; background: var(--ground); border: 1px solid var(--line); border-radius: .5rem; padding: .4rem 2.2rem .4rem .7rem; }
search input::placeholder { color: var(--faint); opacity: 1; }
search kbd { position: absolute; right: .6rem; top: .42rem; padding: 0 .4rem; border: 1px solid var(--line); border-radius: .3rem; color: var(--faint); font: .8rem/1.5 ui-monospace, monospace; }
search input:focus ~ kbd { display: none; }
.hits { position: absolute; left: 0; right: 0; top: calc(100% + .4rem); max-height: min(70vh, 34rem); overflow-y: auto; background: var(--sheet); border: 1px solid var(--line); border-radius: .6rem; box-shadow: 0 .6rem 2rem rgb(0 0 0 / .18); }
.hits p { margin: 0; padding: .4rem .8rem; color: var(--faint); font-size: .85rem; }
.hits ul { margin: 0; padding: 0; list-style: none; }
.hits a { display: flex; flex-wrap: wrap; gap: .1rem .5rem; align-items: baseline; padding: .45rem .8rem; border-top: 1px solid var(--line); color: inherit; text-decoration: none; }
.hits a:hover, .hits a:focus { background: var(--info-ground); outline: 0; }
.hits .title { flex: 1 0 100%; font-weight: 600; }
.hits .word { margin-left: auto; padding: 0 .4rem; border: 1px solid var(--line); border-radius: .3rem; }
.method { display: inline-block; min-width: 3.6rem; padding: 0 .45rem; border-radius: .3rem; text-align: center; font-size: .75rem; font-weight: 700; line-height: 1.7; color: var(--info); background: var(--info-ground); }
.method.post { color: var(--good); background: var(--added); }
.method.put, .method.patch { color: var(--warn); background: var(--warn-ground); }
.method.delete { color: var(--error); background: var(--error-ground); }
.method.webhook { color: var(--lock); background: var(--lock-ground); }
.crumbs { margin-top: 1rem; color: var(--faint); font-size: .9rem; overflow-wrap: anywhere; }
.crumbs .origin { float: right; margin-left: 1rem; color: var(--faint); }
.crumbs + h1 { margin-top: .6rem; }
h1.file { font-size: 1.1rem; }
.tiles { display: flex; flex-wrap: wrap; gap: .8rem; margin-top: 1.2rem; }
.tile { flex: 0 1 30rem; display: grid; gap: .15rem; padding: .8rem 1rem; border: 1px solid var(--line); border-radius: .6rem; background: var(--sheet); color: inherit; text-decoration: none; }
.tile:hover { border-color: var(--info); }
.tile span { color: var(--faint); }
.columns { columns: 13rem; gap: 2rem; margin: .8rem 0; padding: .6rem 1rem; list-style: none; }
.columns.wide { columns: 22rem; }
.columns li { padding: .15rem 0; break-inside: avoid; overflow-wrap: anywhere; }
.entries { margin: 1rem 0; padding: 0; list-style: none; border: 1px solid var(--line); border-radius: .6rem; background: var(--sheet); }
.entries li { display: flex; flex-wrap: wrap; gap: .1rem .8rem; align-items: baseline; padding: .6rem .9rem; border-bottom: 1px solid var(--line); }
.entries li:last-child { border-bottom: 0; }
.entries li > a { flex: 1 0 100%; font-weight: 600; text-decoration: none; }
.entries li > a:hover { text-decoration: underline; }
.badges { display: inline-flex; flex-wrap: wrap; gap: .3rem; }
.entries .badges { margin-left: auto; }
.endpoint { display: flex; flex-wrap: wrap; gap: .4rem .8rem; align-items: center; margin: .4rem 0 .6rem; }
.endpoint code { font-size: 1rem; }
.entry { border-top: 0; }
.entry + .entry { margin-top: 2.5rem; padding-top: .5rem; border-top: 2px solid var(--line); }
h2 .faint, h3 .faint { margin-left: .4rem; font-size: .85rem; font-weight: 400; }
.parts { display: flex; flex-wrap: wrap; gap: .3rem 1.2rem; margin-top: .8rem; }
.notice { margin: .8rem 0; padding: .6rem .9rem; border: 1px solid var(--line); border-left: 4px solid var(--warn); border-radius: .4rem; background: var(--sheet); overflow-wrap: anywhere; }
.notice.error { border-left-color: var(--error); }
.notice ul { margin: .2rem 0; padding-left: 1.2rem; }
.facts { display: flex; flex-wrap: wrap; gap: .5rem 2rem; margin: .8rem 0; }
.facts dt { color: var(--faint); font-size: .85rem; }
.facts dd { margin: 0; overflow-wrap: anywhere; }
.codes { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(26rem, 100%), 1fr)); gap: .8rem; align-items: start; margin-bottom: .6rem; }
figure { margin: 0; border: 1px solid var(--line); border-radius: .6rem; background: var(--sheet); overflow: hidden; }
figcaption { padding: .35rem .9rem; border-bottom: 1px solid var(--line); color: var(--faint); font-size: .85rem; }
pre { margin: 0; padding: .7rem .9rem; white-space: pre-wrap; overflow-wrap: anywhere; font: .86rem/1.55 ui-monospace, 'Cascadia Mono', Menlo, monospace; }
pre code { font: inherit; }
.source { margin-top: .8rem; padding: .6rem 0; border: 1px solid var(--line); border-radius: .6rem; background: var(--sheet); counter-reset: line; }
.source span { display: block; position: relative; min-height: 1lh; padding: 0 .9rem 0 4rem; counter-increment: line; scroll-margin-top: 5rem; }
.source span::before { content: counter(line); position: absolute; left: 0; width: 3.2rem; text-align: right; color: var(--faint); }
.source span:target { background: var(--warn-ground); }
.counts { width: 100%; border-collapse: collapse; }
.counts tbody tr:last-child td { border-bottom: 0; }
.counts th, .counts td { padding: .4rem .8rem; border-bottom: 1px solid var(--line); text-align: right; vertical-align: top; }
.counts th { color: var(--faint); font-size: .85rem; }
.counts th:first-child, .counts td:first-child { text-align: left; overflow-wrap: anywhere; }
.more { padding: .5rem .9rem; }
.notes { padding-left: 1.4rem; }
footer { border-top: 1px solid var(--line); color: var(--faint); font-size: .85rem; }
footer p { max-width: 76rem; margin: 0 auto; padding: .8rem 1rem; }
@media (max-width: 46rem) {
  .entries .badges { margin-left: 0; flex-basis: 100%; }
  .top { position: static; }
  .columns { columns: 9rem; gap: 1rem; }
  .hits .word { margin-left: 0; }
  html { scroll-padding-top: 1rem; }
  .top > div { flex-wrap: wrap; }
  .top nav { margin-left: auto; }
  search { order: 3; flex: 1 1 100%; }
  search kbd { display: none; }
  .crumbs .origin { float: none; display: block; margin: .2rem 0 0; }
  .counts th, .counts td { padding: .4rem .5rem; }
  .source span { padding-left: 2.8rem; padding-right: .4rem; }
  .source span::before { width: 2.2rem; }
}
@media print { .top, .skip, footer { display: none; } }
`;
