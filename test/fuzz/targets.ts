import type { Target } from './target.js';
import { mock, wire } from './targets/mock.js';
import { forged, notice, xmlNotice } from './targets/notice.js';
import { overlay } from './targets/overlay.js';
import { code, page } from './targets/page.js';
import { php } from './targets/php.js';
import { text } from './targets/text.js';
import { answer, xml } from './targets/xml.js';

export const targets: Readonly<Record<string, Target>> = {
  page,
  code,
  php,
  overlay,
  xml,
  answer,
  'xml-notice': xmlNotice,
  notice,
  forged,
  mock,
  wire,
  text,
};
