import { resolveLink } from '../../model/resolve-link.js';
import { isAnchorOf } from '../anchor.js';
import type { ApiRule } from '../api-subject.js';

/** Links to pages, and to anchors of pages, that are not there. */
export const linkDead: ApiRule = ({ api, files, report }) => {
  const pages = new Map(api.pages.map((page) => [page.file, page]));
  for (const { file, links } of api.pages) {
    for (const { url, place } of links) {
      const target = resolveLink(url, file, files);
      if (target === 'elsewhere') continue;
      const page = target && pages.get(target.file);
      if (!target) report(file, 'doc-link-dead', place, `no page answers to \`${url}\``);
      else if (page && target.anchor !== undefined && !isAnchorOf(page, target.anchor)) {
        report(file, 'doc-link-dead', place, `\`${page.file}\` has no anchor \`#${target.anchor}\``);
      }
    }
  }
};
