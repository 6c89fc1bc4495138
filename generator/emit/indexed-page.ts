import type { PageFacts } from '../model/page-facts.js';

/** What the files of all pages together know of one page. As long as it stays, they stay. */
export interface IndexedPage {
  readonly file: string;
  readonly operations: readonly Pick<PageFacts['operations'][number], 'template' | 'sampleTemplate' | 'method'>[];
  readonly webhooks: readonly Pick<PageFacts['webhooks'][number], 'protocol' | 'name' | 'eventTypes'>[];
}

export function indexPage({ file, operations, webhooks }: PageFacts): IndexedPage {
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
