import type { Collector } from '../diagnostics/collector.js';
import type { Page, Section } from '../page/page.js';
import { buildAnswer } from './answer.js';
import type { Method, Operation, RequestGroup } from './api.js';
import { baseUris } from './base-uris.js';
import { buildFields } from './build-field.js';
import { groupRole } from './groups.js';
import { missingPathParameters, reportStrayRows } from './path-parameters.js';
import { readProse } from './prose.js';
import { sectionFacts } from './section-facts.js';
import { invalidSegment, parseTemplate, placeholders, spellsSameUrl, templateOfFile, type UrlTemplate } from './url-template.js';

const methods = { get: 'GET', post: 'POST', put: 'PUT', patch: 'PATCH', delete: 'DELETE' } as const satisfies Readonly<
  Record<string, Method>
>;

/**
 * One section of a page as an operation. The file path gives the URL, the samples are the cross-check (dialect.md §17); a page that
 * lies outside of `v2` and `v3` has the URL of its samples.
 */
export function buildOperation(page: Page, section: Section, collector: Collector): Operation {
  const call = section.samples.find((sample) => sample.call)?.call;
  const url = urlOf(page, section, collector);
  const method = methods[section.verb.value];
  reportVerbs(section, collector);

  const sampleTemplate = call && call.template !== url.template && spellsSameUrl(call.template, url.template) ? call.template : undefined;
  const rows = section.request?.rows ?? [];
  const pathNames = [...url.pathParameters, ...placeholders(sampleTemplate ?? '')];
  const fields = buildFields(rows, { side: 'request', protocol: url.protocol, collector }, call ? [call.options] : []);
  const groups = fields.map((field): RequestGroup => ({ role: groupRole(field.name, pathNames), field }));
  const place = section.request?.place ?? section.verb.place;
  const missing = missingPathParameters(url.pathParameters, { groups, rows, place, collector });
  reportStrayRows(groups, missing, collector);
  reportBodyOfGet(section, groups, collector);

  const facts = sectionFacts(section);
  return {
    kind: 'operation',
    id: `${method} /${url.template}`,
    file: page.file,
    ...facts,
    ...url,
    ...(sampleTemplate !== undefined && { sampleTemplate }),
    method,
    request: [...groups, ...missing],
    answer: buildAnswer(section, { protocol: url.protocol, call, collector }),
    baseUris: baseUris(groups),
    prose: readProse(facts.description),
  };
}

function urlOf(page: Page, { verb, samples }: Section, collector: Collector): UrlTemplate {
  const calls = samples.flatMap((sample) => (sample.call ? [{ sample, call: sample.call }] : []));
  const template = templateOfFile(page.file) ?? calls[0]?.call.template;
  if (template === undefined) {
    collector.report('doc-protocol-unknown', verb.place, `neither the path \`${page.file}\` nor a sample says v2 or v3`);
    return parseTemplate(`v3/${page.file.replace(/\.md$/, '')}`);
  }
  const invalid = invalidSegment(template);
  if (invalid !== undefined && templateOfFile(page.file) === undefined) {
    collector.report('doc-name-invalid', verb.place, `\`${invalid}\` is no segment of a URL`);
  }
  const other = calls.find(({ call }) => !spellsSameUrl(call.template, template));
  if (other) {
    collector.report(
      'doc-template-mismatch',
      other.sample.place,
      `the sample calls \`${other.call.template}\`, the page is \`${template}\``,
    );
  }
  return parseTemplate(template);
}

/** The pages know no GET with a body (dialect.md §14): its heading may have the wrong anchor, or its group the wrong name. */
function reportBodyOfGet({ verb }: Section, groups: readonly RequestGroup[], collector: Collector): void {
  const body = groups.find(({ role }) => role === 'json' || role === 'xml' || role === 'body');
  if (verb.value !== 'get' || !body) return;
  collector.report('doc-verb-mismatch', body.field.place, `\`get\` is described with \`${body.role}\`, which travels in a body`, {
    why: 'a GET has no body in HTTP as it is used; the SDK sends this one as described, and most servers will not read it',
    help: 'correct the anchor of the heading, or call the group `query`',
    related: [{ file: collector.file, place: verb.place, message: 'the heading' }],
  });
}

function reportVerbs({ verb, samples }: Section, collector: Collector): void {
  const other = samples.find((sample) => sample.call && sample.call.verb !== verb.value);
  if (other?.call) {
    collector.report('doc-verb-mismatch', other.place, `the sample calls \`${other.call.verb}\`, the heading says \`{#${verb.value}}\``, {
      related: [{ file: collector.file, place: verb.place, message: 'the heading' }],
    });
  }
}
