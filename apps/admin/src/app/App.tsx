import { CssBaseline } from '@mui/material';
import { AdminContext, CoreAdminUI, CustomRoutes, Resource, type I18nProvider } from 'react-admin';
import { QueryClient } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { Route } from 'react-router-dom';
import { Dashboard } from '../dashboard/Dashboard';
import { authProvider } from '../providers/auth-provider';
import { refusalOf } from '../providers/http';
import { dataProvider } from '../providers/data-provider';
import { InkOnPaper } from '../ui/print/InkOnPaper';
import { Frame } from './layout/Frame';
import { Notices } from './layout/Notices';
import { Waiting } from '../ui/page/Waiting';
import { ProofHost } from './ProofHost';
import { ReasonHost } from './ReasonHost';
import { RESOURCES } from './resources';
import { Crashed, Denied, Loading, NotFound } from './states';
import { DOORWAY, PAGES } from './pages';
import { SessionNotice } from './SessionNotice';
import { SessionWatch } from './SessionWatch';
import { store } from './store';
import { UncaughtRefusals } from './UncaughtRefusals';
import { darkTheme, lightTheme, paperTheme } from './theme';

const SignInPage = lazy(() => import('./auth/SignInPage'));

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
      <InkOnPaper theme={paperTheme}>
        <CssBaseline enableColorScheme />
        <CoreAdminUI
          requireAuth
          disableTelemetry
          title="frame.product"
          dashboard={Dashboard}
          layout={Frame}
          loginPage={SignIn}
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
            {PAGES.map(([path, Screen]) => (
              <Route key={path} path={path} element={<Screen />} />
            ))}
          </CustomRoutes>
          <CustomRoutes noLayout>
            {DOORWAY.map(([path, Screen]) => (
              <Route key={path} path={path} element={<Screen />} />
            ))}
          </CustomRoutes>
        </CoreAdminUI>
        <Notices />
        <ReasonHost />
        <ProofHost />
        <SessionWatch />
        <SessionNotice />
        <UncaughtRefusals />
      </InkOnPaper>
    </AdminContext>
  );
}

function SignIn() {
  return (
    <Suspense fallback={<Waiting />}>
      <SignInPage />
    </Suspense>
  );
}
