import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { Piscina } from 'piscina';
import { outOfMemory, type Outcome } from './outcome';
import type { WorkLimits } from './task';

/** A thread or process that nobody used for so long ends, and gives its memory back. */
export const IDLE_MS = 60_000;
/** The event loop goes first where there are more threads than cores: it gets three times as much of a core. */
export const NICENESS = 5;
/**
 * Piscina asks for a program by `require` before it imports it, and Node 20 ends the whole process where a thread is ended
 * at the moment at which a required module is linked (`IsGraphAsync must be used on an instantiated module`): whoever gave
 * up a request at the right millisecond ended the server.
 */
const IMPORTED_ALONE = '--no-experimental-require-module';

export interface ThreadRequest {
  task: string;
  input: unknown;
  progress: MessagePort;
}

export interface TaskRun {
  task: string;
  input: unknown;
  limits: WorkLimits;
  /** Ends it, wherever it is. */
  signal: AbortSignal;
  onProgress: (done: number, total: number) => void;
}

/** Threads, by how much memory they may take. */
export class ThreadPools {
  private readonly pools = new Map<number, Piscina<ThreadRequest, Outcome>>();

  constructor(
    private readonly file: string,
    private readonly most: number,
    /** How much lower their priority is than that of the process they are in. */
    private readonly niceness = NICENESS,
  ) {}

  /** @throws DomainError WORK_OUT_OF_MEMORY; AbortError when the signal says so. */
  async run({ task, input, limits: { memoryMb }, signal, onProgress }: TaskRun): Promise<Outcome> {
    const { port1: told, port2: progress } = new MessageChannel();
    told.on('message', ([done, total]: [number, number]) => onProgress(done, total));
    told.unref();
    try {
      return await this.pool(memoryMb).run({ task, input, progress }, { transferList: [progress], signal });
    } catch (error) {
      throw isOutOfMemory(error) ? outOfMemory(memoryMb) : error;
    } finally {
      told.close();
    }
  }

  async close(): Promise<void> {
    await Promise.all([...this.pools.values()].map((pool) => pool.destroy()));
    this.pools.clear();
  }

  private pool(memoryMb: number): Piscina<ThreadRequest, Outcome> {
    const pool =
      this.pools.get(memoryMb) ??
      new Piscina<ThreadRequest, Outcome>({
        filename: this.file,
        minThreads: 0,
        maxThreads: this.most,
        idleTimeout: IDLE_MS,
        niceIncrement: this.niceness,
        // Blocked on Atomics.wait, a thread could not pass on what it was told.
        atomics: 'disabled',
        resourceLimits: { maxOldGenerationSizeMb: memoryMb },
        execArgv: [IMPORTED_ALONE],
      });
    this.pools.set(memoryMb, pool);
    return pool;
  }
}

const isOutOfMemory = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
