import type { Messages } from '../messages';

export const course = {
  title: 'Course',
  every: 'By',
  quarter: 'quarter',
  year: 'year',
  knownNow: 'as known now',
  knownThen: 'as known then',
  knownThenHelp:
    '“Known then” is the figure that the register gave on that very day; empty where it knew nothing yet.',
  period: 'Period',
  nothingYet: 'nothing known yet',
  aim: 'Target',
} satisfies Messages['course'];
