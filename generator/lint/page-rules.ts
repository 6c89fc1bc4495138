import type { PageRule } from './page-subject.js';
import { alternativesDisagree } from './rules/alternatives-disagree.js';
import { attributeSpacing } from './rules/attribute-spacing.js';
import { blankOdd } from './rules/blank-odd.js';
import { cellSpacing } from './rules/cell-spacing.js';
import { contentUndocumented } from './rules/content-undocumented.js';
import { encodingSuspect } from './rules/encoding-suspect.js';
import { encryptionOnList } from './rules/encryption-on-list.js';
import { encryptionSuspect } from './rules/encryption-suspect.js';
import { enumSpacing } from './rules/enum-spacing.js';
import { enumUnmarked } from './rules/enum-unmarked.js';
import { eventMismatch } from './rules/event-mismatch.js';
import { example } from './rules/example.js';
import { nameUnderscores } from './rules/name-underscores.js';
import { objectEmpty } from './rules/object-empty.js';
import { parenthesesMixed } from './rules/parentheses-mixed.js';
import { sampleForeign } from './rules/sample-foreign.js';
import { sampleSetupDiffers } from './rules/sample-setup-differs.js';
import { serialHeaderMissing } from './rules/serial-header-missing.js';
import { serialHeaderOrphan } from './rules/serial-header-orphan.js';
import { textBreak } from './rules/text-break.js';
import { textRadical } from './rules/text-radical.js';
import { tooltipDisagrees } from './rules/tooltip-disagrees.js';
import { typeDiffers } from './rules/type-differs.js';
import { uploadBodyMissing } from './rules/upload-body-missing.js';

/** Every rule about one page. */
export const pageRules: readonly PageRule[] = [
  alternativesDisagree,
  attributeSpacing,
  blankOdd,
  cellSpacing,
  contentUndocumented,
  encodingSuspect,
  encryptionOnList,
  encryptionSuspect,
  enumSpacing,
  enumUnmarked,
  eventMismatch,
  example,
  nameUnderscores,
  objectEmpty,
  parenthesesMixed,
  sampleForeign,
  sampleSetupDiffers,
  serialHeaderMissing,
  serialHeaderOrphan,
  textBreak,
  textRadical,
  tooltipDisagrees,
  typeDiffers,
  uploadBodyMissing,
];
