import '@fontsource-variable/inter/wght.css';
import './app/fallback-font.css';
import createCache from '@emotion/cache';
import { CacheProvider } from '@emotion/react';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router-dom';
import { PublicApp } from './app/PublicApp';
import { localeOf, store } from './app/store';
import { languageOfPath } from './app/statement-paths';
import { bringLaterWords } from './i18n/later-words';
import { firstLanguage } from './i18n/catalogues';
import { makeI18nProvider } from './i18n/provider';

const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.content;
const cache = createCache({ key: 'css', ...(nonce !== undefined && { nonce }) });
const chosen = languageOfPath(location.pathname) ?? localeOf(store);
const language = firstLanguage(chosen, navigator.languages);
const [i18nProvider] = await Promise.all([makeI18nProvider(language), bringLaterWords(language)]);

createRoot(document.getElementById('root') ?? document.body).render(
  <StrictMode>
    <CacheProvider value={cache}>
      <BrowserRouter>
        <PublicApp i18nProvider={i18nProvider} />
      </BrowserRouter>
    </CacheProvider>
  </StrictMode>,
);
