import { CssBaseline } from '@mui/material';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import {
  I18nContextProvider,
  StoreContextProvider,
  ThemeProvider,
  ThemesContext,
  type I18nProvider,
} from 'react-admin';
import { lazy, Suspense } from 'react';
import { Navigate, Route, Routes, useLocation } from 'react-router-dom';
import { CataloguePage } from '../public/CataloguePage';
import { PublicFrame } from '../public/PublicFrame';
import { useLanguage } from '../i18n/use-t';
import { Waiting } from '../ui/page/Waiting';
import { InkOnPaper } from '../ui/print/InkOnPaper';
import { LaterTools } from './layout/LaterTools';
import { NotFound } from './states';
import { languageOfPath, STATEMENT_PATHS } from './statement-paths';
import { store } from './store';
import { darkTheme, lightTheme, paperTheme } from './theme';

const EditionPage = lazy(() => import('../public/EditionPage'));
const CheckPage = lazy(() => import('../public/CheckPage'));
const ParticipationPage = lazy(() => import('../public/ParticipationPage'));
const StatementPage = lazy(() => import('../public/StatementPage'));

const THEMES = { lightTheme, darkTheme };
const queryClient = new QueryClient({ defaultOptions: { queries: { retry: 1, staleTime: 60_000 } } });

/** What everybody may see, without signing in: none of the admin comes along. */
export function PublicApp({ i18nProvider }: { i18nProvider: I18nProvider }) {
  return (
    <StoreContextProvider value={store}>
      <I18nContextProvider value={i18nProvider}>
        <QueryClientProvider client={queryClient}>
          <ThemesContext.Provider value={THEMES}>
            <ThemeProvider>
              <InkOnPaper theme={paperTheme}>
                <CssBaseline enableColorScheme />
                <Pages />
              </InkOnPaper>
            </ThemeProvider>
          </ThemesContext.Provider>
        </QueryClientProvider>
      </I18nContextProvider>
    </StoreContextProvider>
  );
}

function Pages() {
  const language = useLanguage();
  return (
    <PublicFrame preferences={<LaterTools />} statementPath={STATEMENT_PATHS[language]}>
      <Suspense fallback={<Waiting />}>
        <Routes>
          <Route path="/public" element={<CataloguePage />} />
          <Route path="/public/check" element={<CheckPage />} />
          <Route path="/public/participation" element={<ParticipationPage />} />
          <Route path="/public/reports/:id/editions/:number" element={<EditionPage />} />
          {Object.values(STATEMENT_PATHS).map((path) => (
            <Route key={path} path={path} element={<Statement />} />
          ))}
          <Route path="*" element={<NotFound />} />
        </Routes>
      </Suspense>
    </PublicFrame>
  );
}

/** Who takes the other language has its address as well. */
function Statement() {
  const language = useLanguage();
  const { pathname } = useLocation();
  if (languageOfPath(pathname) !== language) return <Navigate to={STATEMENT_PATHS[language]} replace />;
  return <StatementPage />;
}
