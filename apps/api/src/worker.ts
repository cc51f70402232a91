import { serveTasks } from './platform/work/serve-tasks';
import { TASKS } from './tasks';

export default serveTasks(TASKS, import.meta.filename);
