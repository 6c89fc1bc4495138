import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { MockPlatform } from '../platform/mock-platform.js';
import { openMerchant } from '../platform/open-merchant.js';
import { Shop } from './shop.js';

const platform = await MockPlatform.start();
const { pay, mchid } = openMerchant(platform.keysFile, platform.origin);

const server = createServer((request, response) => void shop.notices(request, response));
await once(server.listen(0, '127.0.0.1'), 'listening');
// Not a pipe: the server listens on a port.
const { port } = server.address() as AddressInfo;
const notifyUrl = `http://127.0.0.1:${port}/notify`;
const shop = new Shop(pay, { mchid, notifyUrl });

try {
  const number = 'SHOP20260301A0007';
  console.log('ordered ', await shop.order(number, { description: 'Beans, 500 g', total: 12600 }));

  // The customer scans and pays; the platform tells the shop.
  await platform.notify(notifyUrl, 'TRANSACTION.SUCCESS', {
    resource: { ciphertext: { out_trade_no: number, trade_state: 'SUCCESS', amount: { payer_total: 12600 } } },
  });
  console.log('paid    ', shop.find(number)?.state);

  console.log('refund  ', (await shop.refund(number)).state);
  await platform.notify(notifyUrl, 'REFUND.SUCCESS', { resource: { ciphertext: { out_trade_no: number, refund_status: 'SUCCESS' } } });
  console.log('refunded', shop.find(number)?.state);
} finally {
  server.close();
  await platform.stop();
}
