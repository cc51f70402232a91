/** The parts of the overview that come behind its figures: one file, where each by itself would be two. */
export { DateChoices } from './DateChoices';
export { Matters } from './Matters';
