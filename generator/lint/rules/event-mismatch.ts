import type { PageRule } from '../page-subject.js';

/** The file of a v3 notification is named for the event it describes (dialect.md §18). */
export const eventMismatch: PageRule = ({ model, report }) => {
  for (const { protocol, name, eventTypes, request, place } of model.webhooks) {
    if (protocol !== 'v3' || eventTypes.includes(name)) continue;
    const row = request.find((field) => field.name === 'body')?.fields.find((field) => field.name === 'event_type');
    const listed = eventTypes.map((event) => `\`${event}\``).join(', ');
    report(
      'doc-event-mismatch',
      row?.values?.place ?? row?.constant?.place ?? place,
      `the page is \`${name}\`, its \`event_type\` is ${listed}`,
    );
  }
};
