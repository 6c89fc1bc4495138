import { silent, type Progress } from '../run/progress.js';
import { isUnattended, type TextStream, type World } from './world.js';

/** Nobody needs a bar for less, in milliseconds. */
const patience = 1000;
/** Between two drawings, in milliseconds. */
const pause = 80;

/** Does something with a bar on the error stream, unless nobody would look at it. */
export async function withProgressBar<Result>(
  world: World,
  quiet: boolean,
  action: (progress: Progress) => Promise<Result>,
): Promise<Result> {
  if (quiet || isUnattended(world)) {
    return action(silent);
  }
  const bar = openProgressBar(world.errors, () => performance.now());
  return action(bar).finally(() => bar.end());
}

/** A bar in the last line of a terminal, drawn once the run has taken a second. `end` takes it away. */
export function openProgressBar(stream: TextStream, now: () => number): Progress & { end(): void } {
  const start = now();
  let stage = '';
  let total = 0;
  let done = 0;
  let drawn = -Infinity;

  function draw(): void {
    const time = now();
    if (time - start < patience || time - drawn < pause || total === 0) {
      return;
    }
    drawn = time;
    const width = Math.max(Math.min(stream.width - 40, 40), 10);
    const filled = Math.round((done / total) * width);
    stream.write(`\r\u001B[K${stage} ${'█'.repeat(filled)}${'░'.repeat(width - filled)} ${done}/${total}`);
  }

  return {
    begin(name, steps) {
      stage = name;
      total = steps;
      done = 0;
      draw();
    },
    advance(steps) {
      done += steps;
      draw();
    },
    end() {
      if (drawn > -Infinity) {
        stream.write('\r\u001B[K');
      }
    },
  };
}
