import { linkSync, lstatSync, mkdirSync, readFileSync, renameSync, rmSync, rmdirSync, unlinkSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { OutputError, describeRefusal } from './output-error.js';

/** How long a run waits for another one before it gives up, in milliseconds. */
const patience = 60_000;
const pause = 50;

/**
 * Waits until no other run writes to the same output folder, and keeps others out until the returned function is called. A lock
 * left by a process that is gone is taken over.
 *
 * @param work the run's work folder (`workFolderOf`); created if need be, removed on release if it is empty
 * @throws OutputError if another run does not end in time, or the folder cannot be made
 */
export async function lockOutput(work: string): Promise<() => void> {
  const lock = join(work, 'lock');
  const deadline = performance.now() + patience;
  while (!take(work, lock)) {
    const holder = readHolder(lock);
    if (holder !== undefined && !isAlive(holder)) {
      takeAway(work, lock, holder);
    } else if (performance.now() > deadline) {
      const who = holder === undefined ? 'another run' : `process ${holder.pid} on ${holder.host}`;
      throw new OutputError(`${who} is writing to the same output folder; wait for it, or delete ${lock} if it is gone`);
    } else {
      await setTimeout(pause);
    }
  }
  return () => {
    try {
      unlinkSync(lock);
      rmdirSync(work);
    } catch {
      // Another run has already put its lock here, or the disk lets nothing go: then the next run takes the lock over.
    }
  };
}

interface Holder {
  readonly pid: number;
  readonly host: string;
}

function take(work: string, lock: string): boolean {
  try {
    mkdirSync(work, { recursive: true });
    if (!lstatSync(work).isDirectory()) throw new Error('it is a symbolic link');
    write(lock);
    return true;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    // ENOENT: the holder has just removed the folder.
    if (code === 'EEXIST' || code === 'ENOENT') {
      return false;
    }
    throw refusal(work, error);
  }
}

function refusal(work: string, error: unknown): OutputError {
  return new OutputError(`cannot prepare the output in ${work}: ${describeRefusal(error)}`, { cause: error });
}

/** The lock appears with its holder in it: an empty one, left by a full disk or a killed run, would belong to nobody. */
function write(lock: string): void {
  const draft = `${lock}.${process.pid}.draft`;
  try {
    writeFileSync(draft, `${process.pid} ${hostname()}`);
    linkSync(draft, lock);
  } finally {
    rmSync(draft, { force: true });
  }
}

function readHolder(lock: string): Holder | undefined {
  try {
    const [pid, host] = readFileSync(lock, 'utf8').split(' ');
    return pid === undefined || host === undefined ? undefined : { pid: Number(pid), host };
  } catch {
    return undefined;
  }
}

function isAlive({ pid, host }: Holder): boolean {
  if (host !== hostname()) {
    return true;
  }
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** Renames before it deletes, so that of two runs that see the same dead holder only one removes its lock, never the other's. */
function takeAway(work: string, lock: string, dead: Holder): void {
  const aside = `${lock}.${process.pid}`;
  try {
    renameSync(lock, aside);
  } catch {
    return;
  }
  const holder = readHolder(aside);
  try {
    if (holder !== undefined && holder.pid !== dead.pid) renameSync(aside, lock);
    else rmSync(aside, { force: true });
  } catch (error) {
    throw refusal(work, error);
  }
}
