import type { Tinypool } from 'tinypool';
import * as worker from './page-worker.js';

type Work = typeof worker;
type Task<Name extends keyof Work> = Parameters<Work[Name]>[0];
type Result<Name extends keyof Work> = Awaited<ReturnType<Work[Name]>>;

/** Does work on pages, in threads if there is much. `onDone` is called as each task ends, in any order. */
export type Workshop = { readonly [Name in Exclude<keyof Work, 'prepare'>]: Share<Name> } & {
  /** Lets a thread load what making files takes, while the caller does something else. Files are then made in threads, however few. */
  prepare(): void;
  close(): Promise<void>;
};

type Share<Name extends keyof Work> = (
  tasks: readonly Task<Name>[],
  onDone: (task: Task<Name>, result: Result<Name>) => void,
) => Promise<void>;

const resourceLimits = {
  // Syntax trees die young: with more room for the young, fewer of them are copied.
  maxYoungGenerationSizeMb: 64,
  // Far more than any page takes. Below 2 GB, V8 lets a heap grow to twice what is alive in it before it collects, else to four times.
  maxOldGenerationSizeMb: 2000,
};

/**
 * Threads are started with the first list of more than one task, or with `prepare`; until then, and with `jobs: 1` for good, the
 * calling thread works.
 *
 * @param jobs threads at most
 */
export function openWorkshop(jobs: number): Workshop {
  let pool: Promise<Tinypool> | undefined;
  let preparation: Promise<unknown> | undefined;

  async function openPool(): Promise<Tinypool> {
    const { Tinypool } = await import('tinypool');
    return new Tinypool({
      filename: new URL('./page-worker.js', import.meta.url).href,
      runtime: 'worker_threads',
      minThreads: 1,
      maxThreads: jobs,
      isolateWorkers: false,
      // Flags of the calling process are none of theirs: with `--input-type`, for one, no thread would start.
      execArgv: [],
      resourceLimits,
    });
  }

  async function prepare(): Promise<void> {
    pool ??= openPool();
    await (await pool).run(undefined, { name: 'prepare' });
  }

  async function share<Input, Output>(
    { name, isPrepared = false }: { readonly name: keyof Work; readonly isPrepared?: boolean },
    here: (task: Input) => Promise<Output>,
    tasks: readonly Input[],
    onDone: (task: Input, result: Output) => void,
  ): Promise<void> {
    if (jobs > 1 && tasks.length > 1) {
      pool ??= openPool();
    }
    const threads = tasks.length > 1 || isPrepared ? await pool : undefined;
    if (threads === undefined) {
      for (const task of tasks) {
        onDone(task, await here(task));
      }
      return;
    }
    // A single task is done sooner by the thread that is getting ready than by another one that has yet to start.
    if (tasks.length === 1) await preparation;
    await Promise.all(
      tasks.map(async (task) => {
        // The same function as `here`, in another thread.
        const result = (await threads.run(task, { name })) as Output;
        onDone(task, result);
      }),
    );
  }

  return {
    read: (tasks, onDone) => share({ name: 'read' }, worker.read, tasks, onDone),
    understand: (tasks, onDone) => share({ name: 'understand' }, worker.understand, tasks, onDone),
    emit: (tasks, onDone) => share({ name: 'emit', isPrepared: true }, worker.emit, tasks, onDone),
    index: (tasks, onDone) => share({ name: 'index', isPrepared: true }, worker.index, tasks, onDone),
    finish: (tasks, onDone) => share({ name: 'finish', isPrepared: true }, worker.finish, tasks, onDone),
    prepare() {
      // What goes wrong in it, or ends it before its time, shows when files are made.
      if (jobs > 1) preparation ??= prepare().catch(() => {});
    },
    async close() {
      await (await pool)?.destroy();
    },
  };
}
