const runtime = (...names) => names.map((name) => `templates/runtime/${name}.ts`);

export const rooms = {
  drift: { mutate: ['generator/drift/**/*.ts', '!generator/drift/examples/**'], tests: ['test/drift/!(properties).test.ts'] },
  page: { mutate: ['generator/page/**/*.ts'], tests: ['test/page/*.test.ts', 'test/diagnostics/sentences.test.ts'] },
  model: { mutate: ['generator/model/**/*.ts'], tests: ['test/model/*.test.ts', 'test/diagnostics/sentences.test.ts'] },
  escapes: {
    mutate: [
      'generator/emit/{doc-comment,escape,module-path,names}.ts',
      'generator/report/{escape-markdown,escape-xml,github,html/escape-html,print-json,text/printable}.ts',
      'generator/site/addresses.ts',
    ],
    tests: ['test/emit/{doc-comment,escape,names}.test.ts', 'test/report/{escapes,hostile}.test.ts', 'test/site/addresses.test.ts'],
  },
  signing: {
    mutate: runtime(
      'sign-*',
      'pay-sign',
      'verify-signature',
      'encrypt-field',
      'decrypt-*',
      'platform-keys',
      'read-keys',
      'apply-layers',
      'seal-input',
      'prove-notice',
      'open-notice',
      'read-*-notice',
      'receive-json',
      'receive-xml',
      'send-xml',
      'fetch-certificates',
      'make-nonce',
    ),
    tests: ['test/templates/runtime/!(bundle|client-certificate|faults).test.ts'],
  },
};
