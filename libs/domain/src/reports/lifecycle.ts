import { DomainError } from '../errors/domain-error';

/** A report's edition under way; after publishing, the next edition begins as a draft again. */
export const REPORT_STATUSES = ['DRAFT', 'SUBMITTED', 'APPROVED', 'PUBLISHING', 'PUBLISHED'] as const;
export type ReportStatus = (typeof REPORT_STATUSES)[number];

interface ReportTransition {
  from: readonly ReportStatus[];
  to: ReportStatus;
  /** Whether it takes another person than who submitted. */
  byAnother: boolean;
}

/** What can be done with a report in which state: the screens draw their buttons from it. */
export const REPORT_TRANSITIONS = {
  submit: { from: ['DRAFT'], to: 'SUBMITTED', byAnother: false },
  approve: { from: ['SUBMITTED'], to: 'APPROVED', byAnother: true },
  return: { from: ['SUBMITTED', 'APPROVED'], to: 'DRAFT', byAnother: false },
  publish: { from: ['APPROVED'], to: 'PUBLISHING', byAnother: false },
  revise: { from: ['PUBLISHED'], to: 'DRAFT', byAnother: false },
} as const satisfies Record<string, ReportTransition>;
export type ReportAction = keyof typeof REPORT_TRANSITIONS;

/** To what publishing leads by itself: nobody does it, so nobody is offered it. */
export const PUBLISHING_ENDS = { done: 'PUBLISHED', failed: 'APPROVED' } as const satisfies Record<
  string,
  ReportStatus
>;

/** What this person may do next. */
export function reportActions(
  report: { status: ReportStatus; submittedById: string | null },
  personId: string,
): ReportAction[] {
  return (Object.keys(REPORT_TRANSITIONS) as ReportAction[]).filter((action) => {
    const { from, byAnother }: ReportTransition = REPORT_TRANSITIONS[action];
    return from.includes(report.status) && !(byAnother && report.submittedById === personId);
  });
}

/** @throws DomainError CONFLICT when the action is not one of this state, or not this person's. */
export function assertReportAction(
  report: { status: ReportStatus; submittedById: string | null },
  action: ReportAction,
  personId: string,
): ReportStatus {
  const { from, to, byAnother }: ReportTransition = REPORT_TRANSITIONS[action];
  if (!from.includes(report.status)) {
    throw new DomainError(
      'ILLEGAL_TRANSITION',
      `It is ${report.status.toLowerCase()}; ${action} is for a report that is ${from.join(' or ').toLowerCase()}.`,
    );
  }
  if (byAnother && report.submittedById === personId) {
    throw new DomainError('ILLEGAL_TRANSITION', 'Somebody else than who submitted it approves it.');
  }
  return to;
}
