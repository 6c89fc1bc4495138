import type { ApiPage, Operation, Webhook } from '../model/api.js';

/** What the files of all pages together know of one page. As long as it stays, they stay. */
export interface IndexedPage {
  readonly file: string;
  readonly operations: readonly Pick<Operation, 'template' | 'sampleTemplate' | 'method'>[];
  readonly webhooks: readonly Pick<Webhook, 'protocol' | 'name' | 'eventTypes'>[];
}

export function indexPage({ file, operations, webhooks }: ApiPage): IndexedPage {
  return {
    file,
    operations: operations.map(({ template, sampleTemplate, method }) => ({
      template,
      method,
      ...(sampleTemplate !== undefined && { sampleTemplate }),
    })),
    webhooks: webhooks.map(({ protocol, name, eventTypes }) => ({ protocol, name, eventTypes })),
  };
}
