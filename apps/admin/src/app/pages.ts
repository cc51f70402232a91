import { lazy, type ComponentType } from 'react';
import { lazyWithWords } from '../i18n/later-words';

/** An address, and the page that is there; its code arrives when it is opened. */
type Place = readonly [path: string, page: ComponentType];

/** Pages of our own, beside those of the resources. */
export const PAGES: readonly Place[] = [
  ['/figures', lazy(() => import('../figures/FiguresPage'))],
  ['/figures/:indicator/members', lazy(() => import('../figures/MembersPage'))],
  ['/compare', lazyWithWords(() => import('../comparisons/ComparePage'))],
  ['/comparisons', lazyWithWords(() => import('../comparisons/ComparisonsPage'))],
  ['/comparisons/:id', lazyWithWords(() => import('../comparisons/ComparisonPage'))],
  ['/reports', lazyWithWords(() => import('../reports/ReportsPage'))],
  ['/reports/create', lazyWithWords(() => import('../reports/NewReportPage'))],
  ['/reports/:id', lazyWithWords(() => import('../reports/ReportPage'))],
  ['/rounds', lazyWithWords(() => import('../rounds/RoundsPage'))],
  ['/rounds/:id', lazyWithWords(() => import('../rounds/RoundPage'))],
  ['/rounds/:id/centres/:centreId', lazyWithWords(() => import('../rounds/SubmissionPage'))],
  ['/attendances/:id', lazy(() => import('../activities/AttendanceDoor'))],
  ['/imports/earlier', lazyWithWords(() => import('../imports/ImportList'))],
  ['/imports', lazyWithWords(() => import('../imports/ImportPage'))],
  ['/duplicates', lazyWithWords(() => import('../duplicates/DuplicatesPage'))],
  ['/register-proposals', lazyWithWords(() => import('../register-proposals/ProposalsPage'))],
  ['/paste', lazyWithWords(() => import('../pasting/PastePage'))],
  ['/privacy', lazyWithWords(() => import('../privacy/PrivacyPage'))],
  ['/account', lazyWithWords(() => import('../account/AccountPage'))],
];

/** Pages without anything around them, open to everybody. */
export const DOORWAY: readonly Place[] = [
  ['/invitations', lazy(() => import('./auth/InvitationPage'))],
  ['/password-resets', lazy(() => import('./auth/ResetPage'))],
  ['/forgotten-password', lazy(() => import('./auth/ForgottenPage'))],
  ['/identity-proof', lazyWithWords(() => import('./auth/IdentityProofPage'))],
  ['/start', lazy(() => import('./auth/StartPage'))],
  ['/second-factor', lazy(() => import('./auth/EnrolmentPage'))],
];
