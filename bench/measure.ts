import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { median } from './figures.js';

/** A program as the system starts it. No shell, so that the process measured is the program itself. */
export interface Program {
  readonly file: string;
  readonly words: readonly string[];
  readonly folder: string;
  readonly environment?: Readonly<Record<string, string>>;
}

/** Medians over the counted runs. */
export interface Measured {
  /** From start to exit, in milliseconds. */
  readonly wall: number;
  /** Largest resident set of the process, in bytes; undefined where the system does not tell (it has no /proc). */
  readonly memory: number | undefined;
  /** Exit code of the last run. */
  readonly code: number | null;
}

export interface Runs {
  /** Those that count (default: 3). */
  readonly runs?: number;
  /** One more before them, which does not count (default: true). */
  readonly warmUp?: boolean;
  /** Called before every run, outside of the time. */
  readonly before?: () => void;
  /** Exit codes that are no failure (default: 0). */
  readonly accept?: readonly number[];
}

/**
 * Runs a program several times after a warm-up.
 *
 * @throws Error with the end of what it printed, if it fails
 */
export async function measure(
  program: Program,
  { runs = 3, warmUp = true, before = () => {}, accept = [0] }: Runs = {},
): Promise<Measured> {
  const counted: Run[] = [];
  for (let index = warmUp ? -1 : 0; index < runs; index += 1) {
    before();
    const run = await runOnce(program);
    if (run.code === null || !accept.includes(run.code)) {
      throw new Error(`${program.words[0] ?? program.file} ended with ${String(run.code)}: ${run.output.slice(-600).trim()}`);
    }
    if (index >= 0) counted.push(run);
  }
  const memory = counted.flatMap((run) => run.memory ?? []);
  return {
    wall: median(counted.map(({ wall }) => wall)),
    memory: memory.length === counted.length ? median(memory) : undefined,
    code: counted.at(-1)?.code ?? null,
  };
}

export interface Run {
  readonly wall: number;
  readonly memory: number | undefined;
  readonly code: number | null;
  readonly output: string;
}

/** How often the system is asked how much memory the process has had at most; it keeps the maximum itself. In milliseconds. */
const pause = 20;

/** Runs a program once. */
export function runOnce({ file, words, folder, environment }: Program): Promise<Run> {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const child = spawn(file, words, { cwd: folder, env: { ...process.env, ...environment }, stdio: ['ignore', 'pipe', 'pipe'] });
    let memory: number | undefined;
    let output = '';
    const watch = setInterval(() => {
      memory = peakMemory(child.pid) ?? memory;
    }, pause);
    const keep = (chunk: Buffer): void => {
      output = (output + chunk.toString()).slice(-100_000);
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', reject);
    child.on('close', (code) => {
      clearInterval(watch);
      resolve({ wall: performance.now() - start, memory, code, output });
    });
  });
}

function peakMemory(pid: number | undefined): number | undefined {
  try {
    const kilobytes = /^VmHWM:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kilobytes === undefined ? undefined : Number(kilobytes) * 1024;
  } catch {
    return undefined;
  }
}
