import { detectAlternatives } from './detectors/alternatives.js';
import { detectProtection } from './detectors/connection.js';
import { detectContainers, detectHeaders } from './detectors/containers.js';
import { detectDownloads } from './detectors/downloads.js';
import { detectEncodingChanges } from './detectors/encoding.js';
import { detectEncryptionChanges } from './detectors/encryption.js';
import { detectAddedAndRemovedFields, detectReorderedFields, detectRequiredMarks } from './detectors/fields.js';
import { detectMovedFields } from './detectors/moves.js';
import { detectEnvelopeRows, detectNotificationChanges, detectReplyChanges } from './detectors/notifications.js';
import { detectOpaqueObjects, detectWrappedObjects } from './detectors/objects.js';
import { detectRenamedFields } from './detectors/renames.js';
import { detectSerialHeader } from './detectors/serial-header.js';
import { detectTextChanges } from './detectors/texts.js';
import { detectTypeChanges } from './detectors/types.js';
import { createUploadDetector } from './detectors/uploads.js';
import { detectValueChanges } from './detectors/values.js';
import type { Detector } from './table-comparison.js';

/** What is true of rows wherever they stand. */
const anyRowDetectors: readonly Detector[] = [
  detectWrappedObjects,
  detectOpaqueObjects,
  detectMovedFields,
  detectRenamedFields,
  detectAlternatives,
  detectAddedAndRemovedFields,
  detectRequiredMarks,
  detectTypeChanges,
  detectValueChanges,
  detectEncryptionChanges,
  detectEncodingChanges,
  detectTextChanges,
  detectReorderedFields,
];

/**
 * All detectors of a table, the strongest first: each claims what it explains, so that one edit is one finding
 * (drift-rules.md §15.1). What the protocol gives a meaning of its own comes before what is true of any row.
 */
export const rowDetectors: readonly Detector[] = [
  detectProtection,
  detectSerialHeader,
  detectContainers,
  createUploadDetector(anyRowDetectors),
  detectDownloads,
  detectNotificationChanges,
  detectReplyChanges,
  detectWrappedObjects,
  detectOpaqueObjects,
  detectMovedFields,
  detectRenamedFields,
  detectAlternatives,
  detectHeaders,
  detectEnvelopeRows,
  detectAddedAndRemovedFields,
  detectRequiredMarks,
  detectTypeChanges,
  detectValueChanges,
  detectEncryptionChanges,
  detectEncodingChanges,
  detectTextChanges,
  detectReorderedFields,
];
