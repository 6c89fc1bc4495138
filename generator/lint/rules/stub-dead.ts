import { resolveLink } from '../../model/resolve-link.js';
import { isAnchorOf } from '../anchor.js';
import type { ApiRule } from '../api-subject.js';

/** Stubs whose page has moved to where nothing is. */
export const stubDead: ApiRule = ({ api, files, report }) => {
  const pages = new Map(api.pages.map((page) => [page.file, page]));
  for (const { file, kind, movedTo } of api.pages) {
    if (kind !== 'stub' || movedTo === undefined) continue;
    const target = resolveLink(movedTo, file, files);
    if (target === 'elsewhere') continue;
    const page = target && pages.get(target.file);
    if (!target) report(file, 'doc-stub-dead', start, `the page has moved to \`${movedTo}\`, where no page is`);
    else if (page?.file === file) report(file, 'doc-stub-dead', start, 'the page has moved to itself');
    else if (page && target.anchor !== undefined && !isAnchorOf(page, target.anchor)) {
      report(file, 'doc-stub-dead', start, `the page has moved to \`${movedTo}\`, but \`${page.file}\` has no such anchor`);
    }
  }
};

const start = { line: 1, column: 1, endColumn: 1 };
