import type { ApiSample, Operation, Webhook } from '../model/api.js';
import { escapeHtml } from '../report/html/escape-html.js';
import { lineAnchor, linkBetween, pagePath, sourcePath } from './addresses.js';
import type { SiteView } from './site-view.js';

/**
 * How the SDK is called, beside the programs of the page. Of programs that make the same call in several styles only the first is
 * shown: the others would be most of the site.
 */
export function renderSamples(entry: Operation | Webhook, view: SiteView): string {
  const [first, ...others] = entry.samples;
  const shown = [...(first === undefined ? [] : [first]), ...others.filter(({ input }) => input !== undefined)];
  const programs = shown.flatMap((sample) => {
    const code = textOf(sample, entry.file, view);
    return code === undefined ? [] : [renderCode(`PHP${sample.label === '' ? '' : ` · ${sample.label}`}`, code)];
  });
  const rest = others.filter((sample) => !shown.includes(sample));
  return [
    `<div class="codes">${[renderCode('TypeScript', view.code(entry)), ...programs].join('\n')}</div>`,
    renderPointers('The same call in other styles: ', rest, entry.file),
    renderPointers('Values to choose from: ', entry.presets, entry.file),
  ].join('\n');
}

function textOf({ place, lines }: ApiSample, file: string, { source }: SiteView): string | undefined {
  return source(file)
    ?.split('\n')
    .slice(place.line - 1, place.line - 1 + lines)
    .join('\n');
}

function renderCode(caption: string, code: string): string {
  return `<figure><figcaption>${escapeHtml(caption)}</figcaption><pre><code>${escapeHtml(code)}</code></pre></figure>`;
}

function renderPointers(words: string, samples: readonly Pick<ApiSample, 'label' | 'place'>[], file: string): string {
  if (samples.length === 0) return '';
  const links = samples.map(
    ({ label, place }) =>
      `<a href="${linkBetween(pagePath(file), sourcePath(file), lineAnchor(place))}">${escapeHtml(label || `line ${String(place.line)}`)}</a>`,
  );
  return `<p class="faint">${words}${links.join(', ')}</p>`;
}
