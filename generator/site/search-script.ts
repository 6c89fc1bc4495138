/**
 * `search(index, query)` as the site runs it: the entries that have every word of the query, best first, each with the field name or
 * value that one was found in.
 */
export const searchFunction = `
function search({ entries, words }, query) {
  const terms = query.toLowerCase().split(/\\s+/).filter(Boolean);
  if (terms.length === 0) return [];
  let hits = entries.map((_, entry) => ({ entry, score: 0, word: undefined }));
  for (const term of terms) {
    const found = new Map();
    const offer = (entry, score, word) => {
      if (score > (found.get(entry)?.score ?? 0)) found.set(entry, { score, word });
    };
    const rate = (text, whole, start, inside) => {
      const at = text.indexOf(term);
      if (at === -1) return 0;
      const isStart = at === 0 || /[^a-z0-9]/.test(text[at - 1]);
      const isEnd = at + term.length === text.length || /[^a-z0-9]/.test(text[at + term.length]);
      return isStart ? (isEnd ? whole : start) : inside;
    };
    entries.forEach(([id, title], entry) => {
      offer(entry, rate(id.toLowerCase(), 80, 60, 30));
      offer(entry, rate(title.toLowerCase(), 90, 70, 65));
    });
    for (const [word, ...holders] of words) {
      const score = rate(word.toLowerCase(), word.length === term.length ? 50 : 25, 20, 10);
      for (const entry of score > 0 ? holders : []) offer(entry, score, word);
    }
    hits = hits.flatMap((hit) => {
      const match = found.get(hit.entry);
      return match === undefined ? [] : [{ entry: hit.entry, score: hit.score + match.score, word: match.word ?? hit.word }];
    });
  }
  const length = ({ entry }) => entries[entry][0].length;
  return hits.sort((a, b) => b.score - a.score || length(a) - length(b) || a.entry - b.entry);
}`.trim();

/** The search of every page: loads the index when it is first needed, shows hits as links, and is driven by the keyboard. */
export const searchScript = `
(() => {
  'use strict';
  ${searchFunction.replaceAll('\n', '\n  ')}
  const root = new URL('..', document.currentScript.src);
  const box = document.querySelector('search');
  const input = box.querySelector('input');
  const panel = box.querySelector('.hits');
  const list = panel.querySelector('ul');
  const status = panel.querySelector('[role=status]');
  const most = 40;
  let index;
  let isAsked = false;

  globalThis.docwrightSearch = (loaded) => {
    index = loaded;
    show();
  };
  const load = () => {
    if (isAsked) return;
    isAsked = true;
    const script = document.createElement('script');
    script.src = new URL('assets/search-index.js', root).href;
    document.head.append(script);
  };
  const element = (name, className, text) => {
    const made = document.createElement(name);
    made.className = className;
    made.textContent = text;
    return made;
  };
  const hit = ({ entry, word }) => {
    const [id, title, address] = index.entries[entry];
    const [method, path] = id.split(' ');
    const link = document.createElement('a');
    link.href = new URL(address, root).href;
    link.append(element('span', 'title', title), element('span', 'method ' + method.toLowerCase(), method), element('code', '', path));
    if (word !== undefined) link.append(element('code', 'word', word));
    const item = document.createElement('li');
    item.append(link);
    return item;
  };
  const show = () => {
    panel.hidden = input.value.trim() === '';
    if (panel.hidden || index === undefined) return;
    const hits = search(index, input.value);
    list.replaceChildren(...hits.slice(0, most).map(hit));
    status.textContent = hits.length === 0 ? 'Nothing found' : hits.length > most ? 'The best ' + most + ' of ' + hits.length : hits.length + (hits.length === 1 ? ' hit' : ' hits');
  };
  const links = () => [...list.querySelectorAll('a')];

  input.addEventListener('focus', () => {
    load();
    show();
  });
  input.addEventListener('input', show);
  box.addEventListener('focusout', ({ relatedTarget }) => {
    if (!box.contains(relatedTarget)) panel.hidden = true;
  });
  box.addEventListener('keydown', (event) => {
    const all = links();
    const at = all.indexOf(document.activeElement);
    const go = (target) => {
      event.preventDefault();
      target?.focus();
    };
    if (event.key === 'ArrowDown') go(all[at + 1]);
    else if (event.key === 'ArrowUp') go(at > 0 ? all[at - 1] : input);
    else if (event.key === 'Enter' && at === -1) {
      event.preventDefault();
      all[0]?.click();
    } else if (event.key === 'Escape') {
      go(input);
      panel.hidden = true;
    }
  });
  document.addEventListener('keydown', (event) => {
    const isTyping = event.target.closest('input, select, textarea') !== null;
    if (event.key === '/' && !isTyping && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      input.focus();
      input.select();
    }
  });
  box.hidden = false;
})();
`.trimStart();
