import type { PageRule } from '../page-subject.js';

/** The sample sends a multipart body, and the table has no `body` rows (dialect.md §14). */
export const uploadBodyMissing: PageRule = ({ page, model, file, report }) => {
  for (const operation of model.operations) {
    const section = page.sections.find(({ verb }) => verb.place.line === operation.place.line);
    const call = section?.samples.find((sample) => sample.call)?.call;
    if (call?.options.kind !== 'map' || operation.request.some(({ role }) => role === 'body')) continue;
    const body = call.options.entries.find(({ key }) => key === 'body');
    if (!body || !section?.request) continue;
    report('doc-upload-body-missing', section.request.place, 'the sample sends a `body`, but the table has no rows for it', {
      related: [{ file, place: body.place, message: 'the body' }],
    });
  }
};
