import type { Section } from '../page/page.js';
import type { ApiLink, ApiPreset, ApiSample, Common } from './api.js';
import { buildNotice, findDeprecation } from './notices.js';
import { sampleValue } from './sample-value.js';

/** What operations and webhooks have in common, but for their identity. */
export type SectionFacts = Pick<
  Common,
  'place' | 'title' | 'description' | 'deprecated' | 'notices' | 'samples' | 'presets' | 'links'
>;

/** Title, words, notices, samples, presets and links of a section. */
export function sectionFacts(section: Section): SectionFacts {
  const notices = section.notices.map(buildNotice);
  const deprecated = findDeprecation(notices);
  return {
    place: section.verb.place,
    title: section.title.value,
    description: section.description?.value ?? '',
    ...(deprecated && { deprecated }),
    notices,
    samples: buildSamples(section),
    presets: section.presets.map(({ label, entries, place }): ApiPreset => ({ label, entries: sampleValue(entries), place })),
    links: section.footer.map(({ text, url, place }): ApiLink => ({ text, url, place })),
  };
}

/** The argument of a call stands with the first sample, and again only where another sample gives a different one. */
function buildSamples({ samples }: Section): ApiSample[] {
  let first: string | undefined;
  return samples.map(({ label, place, call }) => {
    if (!call) return { label, place };
    const input = sampleValue(call.options);
    const text = JSON.stringify(input);
    if (text === first) return { label, place };
    first ??= text;
    return { label, place, input };
  });
}
