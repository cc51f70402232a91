import { describe, expect, it } from 'vitest';
import { actionsIn, stateAfter } from '../lifecycle';
import { daysOfQuarter, isQuarter, quarterOf } from './quarter';
import {
  SUBMISSION_ACTIONS,
  SUBMISSION_LIFE,
  SUBMISSION_STATUSES,
  type SubmissionStatus,
} from './submission';

describe('SUBMISSION_LIFE', () => {
  it.each([
    ['OPEN', ['submit']],
    ['SUBMITTED', ['withdraw', 'accept', 'return']],
    ['RETURNED', ['submit', 'reopen']],
    ['ACCEPTED', ['reopen']],
  ] as const)('lets a submission that is %s be %j', (status, actions) => {
    expect(actionsIn(SUBMISSION_LIFE, status)).toEqual(actions);
  });

  it('reaches every state from the first', () => {
    const reached = new Set<SubmissionStatus>(['OPEN']);
    for (const status of reached) {
      for (const action of actionsIn(SUBMISSION_LIFE, status)) {
        reached.add(stateAfter(SUBMISSION_LIFE, action, status));
      }
    }
    expect([...reached].sort()).toEqual([...SUBMISSION_STATUSES].sort());
  });

  it('refuses what is not in it', () => {
    for (const action of SUBMISSION_ACTIONS.filter((one) => one !== 'reopen')) {
      expect(() => stateAfter(SUBMISSION_LIFE, action, 'ACCEPTED')).toThrow(/must be/);
    }
  });
});

describe('a quarter', () => {
  it.each([
    ['2021-Q1', '2021-01-01', '2021-03-31'],
    ['2020-Q2', '2020-04-01', '2020-06-30'],
    ['2021-Q4', '2021-10-01', '2021-12-31'],
    ['0999-Q4', '0999-10-01', '0999-12-31'],
  ])('%s has its days', (quarter, firstDay, lastDay) => {
    expect(daysOfQuarter(quarter)).toEqual({ firstDay, lastDay });
    expect([quarterOf(firstDay), quarterOf(lastDay)]).toEqual([quarter, quarter]);
  });

  it.each(['2021-Q0', '2021-Q5', '21-Q1', '2021Q1', '2021-q1', '2021-Q1 ', '0000-Q1'])(
    'is not "%s"',
    (text) => {
      expect(isQuarter(text)).toBe(false);
    },
  );
});
