import { defineTask } from '../../../platform/work/task';
import { DISCLOSURE_TIME_MS } from '../disclosure/input';

/** In a process: its solver is WebAssembly, whose memory a thread's limits do not reach. */
export const discloseTask = defineTask({
  name: 'disclose',
  runsIn: 'process',
  lane: 'background',
  limits: { timeMs: DISCLOSURE_TIME_MS, memoryMb: 1536 },
  load: async () => (await import('./disclose')).disclosed,
});
