/** Shows what the controls ask for. The page is complete without it. */
export const filterScript = `
(() => {
  const levels = [...document.querySelectorAll('input[name=level]')];
  const search = document.querySelector('input[type=search]');
  const page = document.querySelector('select');
  const count = document.querySelector('output');
  const items = [...document.querySelectorAll('[data-level]')];
  const groups = [...document.querySelectorAll('[data-group]')];
  const apply = () => {
    const shown = new Set(levels.filter((box) => box.checked).map((box) => box.value));
    const words = search.value.trim().toLowerCase().split(/\\s+/).filter(Boolean);
    let visible = 0;
    for (const item of items) {
      const text = item.dataset.text;
      item.hidden = !shown.has(item.dataset.level) || (page.value !== '' && !item.dataset.pages.split('\\n').includes(page.value)) || !words.every((word) => text.includes(word));
      if (!item.hidden) visible += Number(item.dataset.count || 1);
    }
    for (const group of groups) group.hidden = !group.matches('[data-level]') && !group.querySelector('[data-level]:not([hidden])');
    const all = items.reduce((sum, item) => sum + Number(item.dataset.count || 1), 0);
    count.textContent = visible === all ? all + ' changes' : visible + ' of ' + all + ' changes';
    document.querySelector('.nothing').hidden = visible > 0;
  };
  for (const control of [...levels, search, page]) control.addEventListener('input', apply);
  document.querySelector('.bar').hidden = false;
  apply();
})();
`.trim();
