import { MockPlatform } from '../platform/mock-platform.js';
import { openMerchant } from '../platform/open-merchant.js';
import { onboard } from './onboard.js';

const platform = await MockPlatform.start();
try {
  const { pay } = openMerchant(platform.keysFile, platform.origin);
  const picture = (name: string) => ({ name, data: new TextEncoder().encode(`the bytes of ${name}`) });
  const number = await onboard(pay, {
    number: 'APPLY20260301A0001',
    name: 'Noodle House',
    address: '1 Example Road',
    licenseNumber: '000000000000000000',
    owner: { name: 'The Owner', idNumber: '000000000000000000', phone: '00000000000', email: 'owner@example.com' },
    account: { bank: 'OTHERS', addressCode: '110000', number: '0000000000000000' },
    pictures: { license: picture('license.jpg'), idFront: picture('front.png'), idBack: picture('back.png') },
  });
  console.log('handed in; the application has the number', number);
} finally {
  await platform.stop();
}
