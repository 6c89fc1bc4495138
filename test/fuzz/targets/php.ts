import { createCollector } from '../../../generator/diagnostics/collector.js';
import { readProgram } from '../../../generator/page/php/read-program.js';
import { createReading } from '../../../generator/page/reading.js';
import { writeCall } from '../../support/write-page.js';
import type { Target } from '../target.js';

/** A sample: a program that makes a call. */
export const php: Target = {
  seeds: [
    "$instance->v3->aB->_id_->get(['id' => '1'])",
    "$a = ['b' => 1];\n$a['c'] = \\urlencode(ThirdParty::queryStringLike(['d' => -1]));\n$instance->chain('v2/a')->post(['xml' => $a, 'security' => true])",
    "$media = new \\WeChatPay\\Util\\MediaUtil('file:///a.png');\n$media->setMeta(\\json_encode(['sha256' => 'x']));\n$instance['v3/media']->post(['body' => $media->getStream(), 'headers' => ['Content-Type' => $media->getContentType()], 'sink' => 'b']);",
    writeCall('v3/teas', 'post', `'json' => ['size' => 'S', 'a' => [1, 2.5, true, null], 'detail' => \\json_encode(['b' => "x"])]`),
    "$params = ['a' => 1];\n$params['sign'] = Hash::sign('MD5', $params, $key);\n$instance->v3->teas->postAsync(['query' => $params])->then(static function($r) { print_r($r); })->wait();",
    "$instance['v3/a/{id}']->get(['id' => '1']); // x\nprint_r($response->getStatusCode() === 204);",
  ],
  words: [
    '$',
    '->',
    '=>',
    '[',
    ']',
    '(',
    ')',
    "'",
    '"',
    ';',
    '\\json_encode(',
    '\\urlencode(',
    'chain(',
    'post',
    'Async',
    '::',
    'new ',
    'static function',
    '<<<A\n',
    '{$',
    '/*',
    '*/',
    '//',
    '#',
    '?>',
    '<?php',
    '1e999',
    '0x1f',
    '...',
    'clone ',
    'fn() =>',
    'match(',
    '\n',
    '&',
    '@',
    '`',
  ],
  run(code) {
    const collector = createCollector('openapi/v3/teas.md');
    const call = readProgram({ code, label: 'x', place: { line: 1, column: 1, endColumn: 2 } }, createReading(code.split('\n'), collector));
    JSON.stringify(call);
    return call !== undefined;
  },
};
