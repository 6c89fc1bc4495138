import { inspect } from 'node:util';

/** Everything that printing, logging or serialising things would show: members, hidden ones too, stacks and causes. */
export function saidBy(...things: readonly unknown[]): string {
  return things
    .flatMap((thing) => [inspect(thing, { depth: 12, showHidden: true }), JSON.stringify(thing) ?? '', stacksOf(thing)])
    .join('\n');
}

function stacksOf(thing: unknown): string {
  return thing instanceof Error ? `${thing.stack ?? ''}\n${thing.message}\n${stacksOf(thing.cause)}` : '';
}
