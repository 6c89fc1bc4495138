import type { Tinypool } from 'tinypool';
import * as worker from './page-worker.js';

type Work = typeof worker;
type Task<Name extends keyof Work> = Parameters<Work[Name]>[0];
type Result<Name extends keyof Work> = Awaited<ReturnType<Work[Name]>>;

/** Does work on pages, in threads if there is much. `onDone` is called as each task ends, in any order. */
export type Workshop = { readonly [Name in keyof Work]: Share<Name> } & { close(): Promise<void> };

type Share<Name extends keyof Work> = (
  tasks: readonly Task<Name>[],
  onDone: (task: Task<Name>, result: Result<Name>) => void,
) => Promise<void>;

/**
 * Threads are started with the first list of more than one task; until then, and with `jobs: 1` for good, the calling thread works.
 *
 * @param jobs threads at most
 */
export function openWorkshop(jobs: number): Workshop {
  let pool: Tinypool | undefined;

  async function openPool(): Promise<Tinypool> {
    const { Tinypool } = await import('tinypool');
    return new Tinypool({
      filename: new URL('./page-worker.js', import.meta.url).href,
      runtime: 'worker_threads',
      minThreads: jobs,
      maxThreads: jobs,
      isolateWorkers: false,
      // Syntax trees die young: with more room for the young, fewer of them are copied.
      resourceLimits: { maxYoungGenerationSizeMb: 64 },
    });
  }

  async function share<Input, Output>(
    name: keyof Work,
    here: (task: Input) => Promise<Output>,
    tasks: readonly Input[],
    onDone: (task: Input, result: Output) => void,
  ): Promise<void> {
    if (jobs > 1 && tasks.length > 1) {
      pool ??= await openPool();
    }
    const threads = pool;
    if (threads === undefined) {
      for (const task of tasks) {
        onDone(task, await here(task));
      }
      return;
    }
    await Promise.all(
      tasks.map(async (task) => {
        // The same function as `here`, in another thread.
        const result = (await threads.run(task, { name })) as Output;
        onDone(task, result);
      }),
    );
  }

  return {
    read: (tasks, onDone) => share('read', worker.read, tasks, onDone),
    understand: (tasks, onDone) => share('understand', worker.understand, tasks, onDone),
    emit: (tasks, onDone) => share('emit', worker.emit, tasks, onDone),
    index: (tasks, onDone) => share('index', worker.index, tasks, onDone),
    finish: (tasks, onDone) => share('finish', worker.finish, tasks, onDone),
    async close() {
      await pool?.destroy();
    },
  };
}
