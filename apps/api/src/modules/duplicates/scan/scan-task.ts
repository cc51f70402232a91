import { defineTask } from '../../../platform/work/task';

/** The search for duplicates over the whole register: minutes of computing at a million companies. */
export const scanTask = defineTask({
  name: 'scan-duplicates',
  runsIn: 'thread',
  lane: 'background',
  limits: { timeMs: 20 * 60_000, memoryMb: 3584 },
  load: async () => (await import('./scan')).scan,
});
