import { expect, it } from 'vitest';
import { createOperationIds } from '../../generator/openapi/operation-id.js';

it.each([
  ['POST', 'v3/teas', 'postV3Teas'],
  ['GET', 'v3/tea-pots/{pot_id}/lid', 'getV3TeaPotsByPotIdLid'],
  ['GET', 'v3/teas/', 'getV3Teas'],
  ['POST', 'v2/pay/micropay', 'postV2PayMicropay'],
])('%s %s is named %s', (method, template, id) => {
  expect(createOperationIds()(method, template)).toBe(id);
});

it('numbers names that would be the same', () => {
  const operationId = createOperationIds();
  expect(['v3/tea-pots', 'v3/tea_pots', 'v3/tea/pots'].map((template) => operationId('GET', template))).toEqual([
    'getV3TeaPots',
    'getV3TeaPots2',
    'getV3TeaPots3',
  ]);
});
