import type { AuthProvider } from 'react-admin';
import type { Role } from '@fieldlab/domain';
import { mayDo } from './access';
import { refusalOf } from './http';
import { currentUser, forgetUser, signIn, signOut } from './session';

export interface Permissions {
  role: Role;
  centreIds: readonly string[];
}

export const authProvider: AuthProvider = {
  login: (credentials: { email: string; password: string; code?: string }) => signIn(credentials),
  logout: () => signOut(),
  checkAuth: async () => {
    try {
      await currentUser();
    } catch (error) {
      // Without a connection nobody is signed out: the page says what is the matter.
      if (refusalOf(error).status === 401) throw new Error('frame.signIn.title');
    }
  },
  checkError: (error: unknown) => {
    if (refusalOf(error).status !== 401) return Promise.resolve();
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
