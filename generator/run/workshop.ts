import type { Tinypool } from 'tinypool';
import * as worker from './page-worker.js';

type Work = typeof worker;
type Task<Name extends keyof Work> = Parameters<Work[Name]>[0];
type Result<Name extends keyof Work> = Awaited<ReturnType<Work[Name]>>;

/** Does work on pages, in threads if there is much. `onDone` is called as each task ends, in any order. */
export interface Workshop {
  read(tasks: readonly Task<'read'>[], onDone: (task: Task<'read'>, result: Result<'read'>) => void): Promise<void>;
  understand(tasks: readonly Task<'understand'>[], onDone: (task: Task<'understand'>, result: Result<'understand'>) => void): Promise<void>;
  emit(tasks: readonly Task<'emit'>[], onDone: (task: Task<'emit'>, result: Result<'emit'>) => void): Promise<void>;
  close(): Promise<void>;
}

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
    async close() {
      await pool?.destroy();
    },
  };
}
