import { VFile } from 'vfile';
import { reporter } from 'vfile-reporter';
import { expect, test } from 'vitest';
import { createCollector } from '../../generator/diagnostics/collector.js';
import { toVFileMessage } from '../../generator/diagnostics/vfile-message.js';

test("unified's own reporter prints a diagnostic with its place, code and severity", () => {
  const collector = createCollector('openapi/v3/a.md');
  collector.report('doc-table-missing', { line: 3, column: 1, endColumn: 5 }, 'there is no request table');
  const file = new VFile({ path: 'openapi/v3/a.md' });
  file.messages.push(...collector.diagnostics.map(toVFileMessage));
  const text = reporter(file, { color: false });
  expect(text).toContain('3:1-3:5');
  expect(text).toMatch(/error\s+there is no request table\s+doc-table-missing\s+docwright/);
});
