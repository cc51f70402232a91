import type { AuthProvider } from 'react-admin';
import type { Role } from '@fieldlab/domain';
import { mayDo } from './access';
import type { Schemas } from '@fieldlab/api-client';
import { refusalOf, request } from './http';
import { currentUser, forgetUser, hadSession, signIn, signOut, type SigningIn } from './session';

export interface Permissions {
  role: Role;
  centreIds: readonly string[];
}

/** The page that sets up a second factor, before anything else is open. */
export const ENROLMENT = '/second-factor';

/** Refusals of somebody who is signed in, and has more to show. */
const STILL_SIGNED_IN: ReadonlySet<string> = new Set(['REAUTHENTICATION_REQUIRED', 'SECOND_FACTOR_REQUIRED']);

/** Signs in, and answers the page that comes first. */
export async function arrive(credentials: SigningIn): Promise<{ redirectTo: string }> {
  await signIn(credentials);
  const { secondFactor } = await request<Schemas['Account']>('GET', '/account');
  if (secondFactor.isRequired && !secondFactor.isEnrolled) return { redirectTo: ENROLMENT };
  const { startPath } = await import('./start');
  return { redirectTo: await startPath() };
}

/** Who was on their way to a page comes there, and not where they start. */
export interface Arriving extends SigningIn {
  wanted: string;
}

export const authProvider: AuthProvider = {
  login: async ({ wanted, ...credentials }: Arriving) => {
    const { redirectTo } = await arrive(credentials);
    return redirectTo === ENROLMENT || wanted === '/' ? { redirectTo } : { redirectTo: wanted };
  },
  logout: () => signOut(),
  checkAuth: async () => {
    try {
      await currentUser();
    } catch (error) {
      // Without a connection nobody is signed out: the page says what is the matter.
      if (refusalOf(error).status === 401) throw new Error('doorway.signIn.title');
    }
  },
  checkError: (error: unknown) => {
    const { status, code } = refusalOf(error);
    if (status !== 401 || STILL_SIGNED_IN.has(code) || !hadSession()) return Promise.resolve();
    forgetUser();
    return Promise.reject(new Error('ra.notification.logged_out'));
  },
  getIdentity: async () => {
    const { id, name } = await currentUser();
    return { id, fullName: name };
  },
  getPermissions: async (): Promise<Permissions> => {
    const { role, centreIds } = await currentUser();
    return { role, centreIds };
  },
  canAccess: async ({ resource, action }) => mayDo((await currentUser()).role, resource, action),
};
