import './first';
import '@fontsource-variable/inter/wght.css';
import './app/fallback-font.css';
import createCache from '@emotion/cache';
import { CacheProvider } from '@emotion/react';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createBrowserRouter, RouterProvider } from 'react-router-dom';
import { App } from './app/App';
import { localeOf, store } from './app/store';
import { firstLanguage } from './i18n/catalogues';
import { makeI18nProvider } from './i18n/provider';
import { speakToApiIn } from './providers/api';

const opened = oneTimeLink();
if (opened !== undefined) window.history.replaceState(null, '', opened);
const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.content;
// The server's policy lets through only the styles that carry the page's own nonce.
const cache = createCache({ key: 'css', ...(nonce !== undefined && { nonce }) });
const language = firstLanguage(localeOf(store), navigator.languages);
speakToApiIn(language);
const i18nProvider = await makeI18nProvider(language);
// A router with blockers: leaving a page with unsaved changes asks first.
const router = createBrowserRouter([{ path: '*', element: <App i18nProvider={i18nProvider} /> }]);
// A link opened where the program is open already changes only what stands behind the `#`, and loads nothing.
window.addEventListener('hashchange', () => {
  const followed = oneTimeLink();
  if (followed !== undefined) void router.navigate(followed, { replace: true });
});

createRoot(document.getElementById('root') ?? document.body).render(
  <StrictMode>
    <CacheProvider value={cache}>
      <RouterProvider router={router} />
    </CacheProvider>
  </StrictMode>,
);

/** Mailed links are `/#/invitations/TOKEN`: the token stays behind the `#`, so that no server's log ever has it. */
function oneTimeLink(): string | undefined {
  const [, page, token] = /^#\/(invitations|password-resets)\/(.+)$/.exec(window.location.hash) ?? [];
  return page !== undefined && token !== undefined ? `/${page}#${token}` : undefined;
}
