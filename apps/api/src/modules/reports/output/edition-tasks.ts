import { defineTask } from '../../../platform/work/task';

/** Pages of an edition or of figures; in a process, since the compiler is native code. */
export const typesetTask = defineTask({
  name: 'typeset',
  runsIn: 'process',
  lane: 'interactive',
  limits: { timeMs: 60_000, memoryMb: 1024 },
  load: async () => (await import('./edition-pdf')).typeset,
});

/** An edition as a workbook or as lines. */
export const sheetsTask = defineTask({
  name: 'edition-sheets',
  runsIn: 'thread',
  lane: 'interactive',
  limits: { timeMs: 60_000, memoryMb: 512 },
  load: async () => (await import('./edition-sheets')).editionSheets,
});
