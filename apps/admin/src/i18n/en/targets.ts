import type { LaterMessages } from '../messages';

export const targets = {
  lead: 'What the programme works towards, and how far it is.',
  asOf: 'As of',
  indicator: 'Indicator',
  named: 'Target “%{indicator}”',
  ofHub: '%{name}, with its fieldlabs',
  aim: 'Target',
  actual: 'Figure',
  gap: 'To go',
  due: 'By',
  light: 'State',
  way: 'Progress',
  mark: 'The mark in the bar is where the figure would be now by even growth.',
  progress: '%{actual} of %{aim}; by even growth %{expected}',
  progressUnknown: 'no figure yet; target %{aim}',
  sentence: {
    grows:
      'On %{on} the figure is %{actual}. The target is %{aim} on %{due}; by even growth since the start of the programme it would be %{expected} now.',
    ratio: 'On %{on} it is %{actual}. The target is %{aim} on %{due}.',
    past: 'On the last day, %{due}, the figure was %{actual}. The target was %{aim}.',
    unknown: 'On %{on} there is nothing to compute yet. The target is %{aim} on %{due}.',
  },
  emptyTitle: 'There is no target yet',
  emptyText:
    'A target says which value an indicator should have on a day, for the programme, a hub or a fieldlab.',
  emptyReadOnly: 'As soon as the evaluator sets a target, you will see here how far it is.',
  valueHelp: {
    count: 'A whole number.',
    FTE: 'In FTE, with at most two decimals.',
    EUR: 'In euro, such as 370,000,000.',
    percent: 'In per cent, such as 65 or 65.5.',
    ratio: 'A ratio, such as 1.5.',
  },
} satisfies LaterMessages['targets'];
