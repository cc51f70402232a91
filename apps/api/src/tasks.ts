import { scanTask } from './modules/duplicates/scan/scan-task';
import { discloseTask } from './modules/reports/publishing/disclose-task';
import { sheetsTask, typesetTask } from './modules/reports/output/edition-tasks';
import type { AnyTask, TaskName } from './platform/work/task';

/** Every task that runs beside the event loop, by its name; platform/work/task.ts says how one is added. */
export const TASKS = {
  disclose: discloseTask,
  typeset: typesetTask,
  'edition-sheets': sheetsTask,
  'scan-duplicates': scanTask,
} satisfies { [Name in TaskName]: AnyTask<Name> };
