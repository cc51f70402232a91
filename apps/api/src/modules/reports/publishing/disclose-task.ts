import { defineTask } from '../../../platform/work/task';

/** In a process: its solver is WebAssembly, whose memory a thread's limits do not reach. */
export const discloseTask = defineTask({
  name: 'disclose',
  runsIn: 'process',
  lane: 'background',
  limits: { timeMs: 120_000, memoryMb: 1536 },
  load: async () => (await import('./disclose')).disclose,
});
