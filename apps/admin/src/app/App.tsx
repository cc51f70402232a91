import { CssBaseline } from '@mui/material';
import { AdminContext, CoreAdminUI, CustomRoutes, Resource, type I18nProvider } from 'react-admin';
import { QueryClient } from '@tanstack/react-query';
import { lazy, type ComponentType } from 'react';
import { Route } from 'react-router-dom';
import { activities } from '../activities';
import { centres } from '../centres';
import { companies } from '../companies';
import { Dashboard } from '../dashboard/Dashboard';
import { investments } from '../investments';
import { notes } from '../notes';
import { outcomes } from '../outcomes';
import { participations } from '../participations';
import { authProvider } from '../providers/auth-provider';
import { refusalOf } from '../providers/http';
import { dataProvider } from '../providers/data-provider';
import { spinOffs } from '../spin-offs';
import { targets } from '../targets';
import { users } from '../users';
import { Frame } from './layout/Frame';
import { Notices } from './layout/Notices';
import { ReasonHost } from './ReasonHost';
import { SignInPage } from './doorway/SignInPage';
import { Crashed, Denied, Loading, NotFound } from './states';
import { SessionWatch } from './SessionWatch';
import { store } from './store';
import { darkTheme, lightTheme } from './theme';

const FiguresPage = lazy(() => import('../figures/FiguresPage'));
const MembersPage = lazy(() => import('../figures/MembersPage'));
const ComparePage = lazy(() => import('../comparisons/ComparePage'));
const ComparisonsPage = lazy(() => import('../comparisons/ComparisonsPage'));
const ComparisonPage = lazy(() => import('../comparisons/ComparisonPage'));
const ReportsPage = lazy(() => import('../reports/ReportsPage'));
const NewReportPage = lazy(() => import('../reports/NewReportPage'));
const ReportPage = lazy(() => import('../reports/ReportPage'));
const AttendanceDoor = lazy(() => import('../activities/AttendanceDoor'));
const InvitationPage = lazy(() => import('./doorway/InvitationPage'));
const ResetPage = lazy(() => import('./doorway/ResetPage'));
const ForgottenPage = lazy(() => import('./doorway/ForgottenPage'));
const EnrolmentPage = lazy(() => import('./doorway/EnrolmentPage'));
const ImportPage = lazy(() => import('../imports/ImportPage'));
const PastePage = lazy(() => import('../pasting/PastePage'));
const RoundsPage = lazy(() => import('../rounds/RoundsPage'));
const RoundPage = lazy(() => import('../rounds/RoundPage'));
const SubmissionPage = lazy(() => import('../rounds/SubmissionPage'));
const AccountPage = lazy(() => import('../account/AccountPage'));

const queryClient = new QueryClient({
  // Without a connection a save fails at once and says so, instead of waiting unseen.
  defaultOptions: {
    mutations: { networkMode: 'always' },
    queries: { networkMode: 'always', retry: mayPass, staleTime: 10_000, refetchOnWindowFocus: false },
  },
});

/** A server that was not reached, or that stumbled, is asked once more; what it refused stays refused. */
function mayPass(failures: number, error: unknown): boolean {
  const { status } = refusalOf(error);
  return failures === 0 && (status === 0 || status >= 500);
}

const RESOURCES = [
  companies,
  centres,
  participations,
  activities,
  investments,
  spinOffs,
  outcomes,
  notes,
  targets,
  users,
];

/** What is no resource of react-admin's. */
const PAGES: Record<string, ComponentType> = {
  '/figures': FiguresPage,
  '/figures/:indicator/members': MembersPage,
  '/compare': ComparePage,
  '/comparisons': ComparisonsPage,
  '/comparisons/:id': ComparisonPage,
  '/reports': ReportsPage,
  '/reports/create': NewReportPage,
  '/reports/:id': ReportPage,
  '/rounds': RoundsPage,
  '/rounds/:id': RoundPage,
  '/rounds/:id/centres/:centreId': SubmissionPage,
  '/attendances/:id': AttendanceDoor,
  '/imports': ImportPage,
  '/paste': PastePage,
  '/account': AccountPage,
};

export function App({ i18nProvider }: { i18nProvider: I18nProvider }) {
  return (
    <AdminContext
      dataProvider={dataProvider}
      authProvider={authProvider}
      i18nProvider={i18nProvider}
      queryClient={queryClient}
      store={store}
      lightTheme={lightTheme}
      darkTheme={darkTheme}
    >
      <CssBaseline enableColorScheme />
      <CoreAdminUI
        requireAuth
        disableTelemetry
        title="frame.product"
        dashboard={Dashboard}
        layout={Frame}
        loginPage={SignInPage}
        catchAll={NotFound}
        loading={Loading}
        error={Crashed}
        accessDenied={Denied}
        authenticationError={Crashed}
      >
        {RESOURCES.map((resource) => (
          <Resource key={resource.name} {...resource} />
        ))}
        <CustomRoutes>
          {Object.entries(PAGES).map(([path, Page]) => (
            <Route key={path} path={path} element={<Page />} />
          ))}
        </CustomRoutes>
        <CustomRoutes noLayout>
          <Route path="/invitations" element={<InvitationPage />} />
          <Route path="/password-resets" element={<ResetPage />} />
          <Route path="/forgotten-password" element={<ForgottenPage />} />
          <Route path="/second-factor" element={<EnrolmentPage />} />
        </CustomRoutes>
      </CoreAdminUI>
      <Notices />
      <ReasonHost />
      <SessionWatch />
    </AdminContext>
  );
}
