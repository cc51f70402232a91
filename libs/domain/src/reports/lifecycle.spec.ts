import { describe, expect, it } from 'vitest';
import {
  assertReportAction,
  reportActions,
  PUBLISHING_ENDS,
  REPORT_STATUSES,
  REPORT_TRANSITIONS,
  type ReportAction,
} from './lifecycle';

const ACTIONS = Object.keys(REPORT_TRANSITIONS) as ReportAction[];

describe('a report’s lifecycle', () => {
  it('reaches every state, and leaves every state', () => {
    const ends = Object.values(PUBLISHING_ENDS).map((to) => ({ from: ['PUBLISHING'], to }));
    const transitions = [...Object.values(REPORT_TRANSITIONS), ...ends];
    for (const status of REPORT_STATUSES) {
      expect(transitions.some(({ to }) => to === status)).toBe(true);
      expect(transitions.some(({ from }) => (from as readonly string[]).includes(status))).toBe(true);
    }
  });

  it.each(REPORT_STATUSES)('offers in %s exactly what it lets through', (status) => {
    for (const person of ['author', 'other']) {
      const report = { status, submittedById: 'author' };
      for (const action of ACTIONS) {
        const attempt = () => assertReportAction(report, action, person);
        if (reportActions(report, person).includes(action))
          expect(attempt()).toBe(REPORT_TRANSITIONS[action].to);
        else expect(attempt).toThrow();
      }
    }
  });

  it('lets nobody approve what they submitted', () => {
    expect(reportActions({ status: 'SUBMITTED', submittedById: 'author' }, 'author')).toEqual(['return']);
  });
});
