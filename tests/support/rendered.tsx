import { CssBaseline } from '@mui/material';
import { type Language, type Role } from '@fieldlab/domain';
import { QueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { AdminContext, memoryStore, type AuthProvider, type DataProvider } from 'react-admin';
import { createMemoryRouter, RouterProvider } from 'react-router-dom';
import { expect } from 'vitest';
import { render, type RenderResult } from 'vitest-browser-react/pure';
import { darkTheme, lightTheme, paperTheme } from '../../apps/admin/src/app/theme';
import { bringLaterWords } from '../../apps/admin/src/i18n/later-words';
import { makeI18nProvider } from '../../apps/admin/src/i18n/provider';
import type { Permissions } from '../../apps/admin/src/providers/auth-provider';
import { InkOnPaper } from '../../apps/admin/src/ui/print/InkOnPaper';
import type { Word } from './browser-reader';
import { recordsIn, type Records } from './records-in';

/** How somebody reads a piece. */
export interface Reading {
  language: Language;
  theme: 'light' | 'dark';
}

/** Both languages, and both themes. */
export const READINGS: readonly Reading[] = [
  { language: 'nl', theme: 'light' },
  { language: 'en', theme: 'dark' },
];

/** The word that a reader sees. */
export const wordIn =
  ({ language }: Reading) =>
  ([nl, en]: Word): string =>
    language === 'nl' ? nl : en;

interface Surroundings {
  /** The page's address. */
  at?: string;
  /** Whose page it is. */
  role?: Role;
  /** The centres that are theirs. */
  centreIds?: readonly string[];
  /** What the register holds, by kind of record. */
  records?: Records;
  /** What the register answers otherwise than from these records. */
  answers?: Partial<DataProvider>;
}

export interface Rendered {
  page: RenderResult;
  /** Where the page is now: its path and what is asked there. */
  address: () => string;
  /** One of the words that are asked there; null where it is not. */
  asked: (name: string) => string | null;
}

/** Draws a piece of the admin as the whole admin would: its theme, its words, its router, and a register before it. */
export async function rendered(
  piece: ReactNode,
  { language, theme }: Reading,
  { at = '/', role = 'ADMIN', centreIds = [], records = {}, answers = {} }: Surroundings = {},
): Promise<Rendered> {
  const i18nProvider = await makeI18nProvider(language);
  await bringLaterWords(language);
  const drawn = (
    <AdminContext
      authProvider={signedInAs({ role, centreIds })}
      dataProvider={{ ...recordsIn(records), ...answers }}
      i18nProvider={i18nProvider}
      queryClient={new QueryClient({ defaultOptions: { queries: { retry: false } } })}
      store={memoryStore()}
      {...{ lightTheme, darkTheme, defaultTheme: theme }}
    >
      <InkOnPaper theme={paperTheme}>
        <CssBaseline enableColorScheme />
        <main>{piece}</main>
      </InkOnPaper>
    </AdminContext>
  );
  const router = createMemoryRouter([{ path: '*', element: drawn }], { initialEntries: [at] });
  const page = await render(<RouterProvider router={router} />);
  // By its tag: behind a dialog nothing has a role.
  await expect.poll(() => page.container.querySelector('main')).not.toBeNull();
  const where = () => router.state.location;
  return {
    page,
    address: () => where().pathname + where().search,
    asked: (name) => new URLSearchParams(where().search).get(name),
  };
}

const signedInAs = (permissions: Permissions): AuthProvider => ({
  login: () => Promise.resolve(),
  logout: () => Promise.resolve(),
  checkAuth: () => Promise.resolve(),
  checkError: () => Promise.resolve(),
  getPermissions: () => Promise.resolve(permissions),
});
