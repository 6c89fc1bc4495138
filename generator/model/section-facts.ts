import type { Section } from '../page/page.js';
import { samePhpValue } from '../page/php/same-php-value.js';
import type { ApiLink, ApiPreset, ApiSample, Common } from './api.js';
import { buildNotice, findDeprecation } from './notices.js';
import { sampleValue } from './sample-value.js';

/** What operations and webhooks have in common, but for their identity. */
export type SectionFacts = Pick<Common, 'place' | 'title' | 'description' | 'deprecated' | 'notices' | 'samples' | 'presets' | 'links'>;

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
  const first = samples.find((sample) => sample.call);
  return samples.map((sample): ApiSample => {
    const { label, place, code, call } = sample;
    const program = { label, place, lines: code.split('\n').length };
    if (!call || (sample !== first && first?.call && samePhpValue(call.options, first.call.options))) return program;
    return { ...program, input: sampleValue(call.options) };
  });
}
