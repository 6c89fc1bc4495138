import { renderApiPage } from './api-page.js';
import { renderChanges } from './changes.js';
import { groupEntries, renderGroup } from './groups.js';
import { renderHealth } from './health.js';
import { renderHome } from './home.js';
import { renderSheet } from './layout.js';
import { buildSearchIndex, printSearchIndex } from './search-index.js';
import { searchScript } from './search-script.js';
import { scriptPath, searchIndexPath, stylesheetPath, type SiteFile, type SiteInput } from './site.js';
import { siteStylesheet } from './site-stylesheet.js';
import { viewSite } from './site-view.js';
import { renderSource } from './source-text.js';

/**
 * All files of a site of the model: a page and its text for every page of the specs folder, lists, reports and the search. The same
 * input gives the same bytes. Links are relative, so that the site works from the disk and in any folder of a server.
 */
export function buildSite(input: SiteInput): SiteFile[] {
  const view = viewSite(input);
  const groups = groupEntries(input.api);
  const sheets = [
    renderHome(groups, view),
    renderHealth(view),
    ...(view.drift === undefined ? [] : [renderChanges(view)]),
    ...groups.map((group) => renderGroup(group, view)),
    ...input.api.pages.flatMap((page) => [renderApiPage(page, view), renderSource(page, view)]),
  ];
  return [
    ...sheets.map((sheet) => renderSheet(sheet, input)),
    { path: stylesheetPath, text: siteStylesheet },
    { path: scriptPath, text: searchScript },
    { path: searchIndexPath, text: printSearchIndex(buildSearchIndex(input.api)) },
  ];
}
