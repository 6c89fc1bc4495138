/** The file that uploads of tests carry. */
export const testFile = { name: 'test.png', type: 'image/png', data: new TextEncoder().encode('no picture, but bytes enough') } as const;
