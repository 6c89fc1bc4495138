import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { existsSync, writeFileSync } from 'node:fs';
import { median, seconds } from '../figures.js';
import { sdkOf } from '../made.js';
import { installed, type Setting } from '../setting.js';
import type { Table } from '../table.js';

const head = `import { WechatPay, type Merchant } from './src/index.js';
declare const merchant: ConstructorParameters<typeof WechatPay>[0];
const pay = new WechatPay(merchant);
`;

/** How long an editor waits for completions, with all operations at hand. */
export async function measureEditor(setting: Setting): Promise<Table> {
  const folder = await sdkOf(setting);
  const isReal = existsSync(join(folder, 'src/v3/pay/transactions/jsapi.ts'));
  const call = isReal ? 'pay.v3.pay.transactions.jsapi.post' : 'pay.v3.refund.domestic.refunds.post';
  const file = join(folder, 'call.ts');
  const text = `${head}pay.v3.;\n${call}({ json: {  } });\n`;
  writeFileSync(file, text);
  const lines = text.split('\n');
  const places = [
    { name: 'names after `pay.v3.`', line: 4, offset: 'pay.v3.'.length + 1 },
    { name: 'members inside of a request literal', line: 5, offset: (lines[4] ?? '').indexOf('{  }') + 3 },
  ];
  const server = startServer(folder);
  const rows: string[][] = [];
  try {
    server.send('open', { file, fileContent: text });
    for (const { name, line, offset } of places) {
      const first = await server.time('completionInfo', { file, line, offset });
      const later: number[] = [];
      for (let index = 0; index < 5; index += 1) later.push((await server.time('completionInfo', { file, line, offset })).wall);
      rows.push([name, String(first.entries), seconds(first.wall), seconds(median(later))]);
    }
  } finally {
    server.stop();
  }
  return { title: 'Completions in an editor (tsserver of TypeScript 5.9)', head: ['where', 'entries', 'first', 'then'], rows };
}

interface Answer {
  readonly wall: number;
  readonly entries: number;
}

interface Server {
  send(command: string, words: object): void;
  time(command: string, words: object): Promise<Answer>;
  stop(): void;
}

interface Message {
  readonly type: string;
  readonly request_seq?: number;
  readonly body?: { readonly entries?: readonly unknown[] };
}

function startServer(folder: string): Server {
  const child = spawn(process.execPath, [installed('typescript/lib/tsserver.js'), '--disableAutomaticTypingAcquisition'], { cwd: folder });
  const waiting = new Map<number, (message: Message) => void>();
  let number = 0;
  let unread = '';
  child.stdout.on('data', (chunk: Buffer) => {
    const lines = (unread + chunk.toString()).split('\n');
    unread = lines.pop() ?? '';
    for (const line of lines.filter((each) => each.startsWith('{'))) {
      // The protocol of tsserver.
      const message = JSON.parse(line) as Message;
      if (message.type === 'response') waiting.get(message.request_seq ?? -1)?.(message);
    }
  });
  const send = (command: string, words: object): number => {
    number += 1;
    child.stdin.write(`${JSON.stringify({ seq: number, type: 'request', command, arguments: words })}\n`);
    return number;
  };
  return {
    send,
    async time(command, words) {
      const start = performance.now();
      const message = await new Promise<Message>((resolve) => waiting.set(send(command, words), resolve));
      return { wall: performance.now() - start, entries: message.body?.entries?.length ?? 0 };
    },
    stop: () => child.kill(),
  };
}
