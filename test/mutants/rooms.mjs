export const rooms = {
  drift: { mutate: ['generator/drift/**/*.ts'], tests: ['test/drift/**/*.test.ts'] },
  page: { mutate: ['generator/page/**/*.ts'], tests: ['test/page/**/*.test.ts'] },
  model: { mutate: ['generator/model/**/*.ts'], tests: ['test/model/**/*.test.ts'] },
  signing: { mutate: ['templates/runtime/sign-*.ts'], tests: ['test/templates/runtime/*.test.ts'] },
};
