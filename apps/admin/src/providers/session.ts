import { claimDrafts } from './drafts';
import { request, refusalOf } from './http';
import type { SignedInUser } from './records';
import { beginClock, endClock, stopClock } from './session-end';

let known: Promise<SignedInUser> | undefined;
let wasSignedIn = false;

/** Who is signed in; asked of the server once. @throws HttpError 401 */
export function currentUser(): Promise<SignedInUser> {
  known ??= request<SignedInUser>('GET', '/session', { isUntold: true }).then(remember, (error: unknown) => {
    known = undefined;
    throw error;
  });
  return known;
}

export interface SigningIn {
  email?: string;
  password?: string;
  code?: string;
}

/** By password and perhaps a code, or by the code that is still due after the provider's sign-in. */
export async function signIn(credentials: SigningIn): Promise<void> {
  const path = credentials.email === undefined ? '/session/second-factor' : '/session';
  known = Promise.resolve(remember(await request<SignedInUser>('POST', path, { body: credentials })));
}

/** Asks the server once more, which keeps the session going; somebody else may have signed in meanwhile. */
export async function staySignedIn(): Promise<void> {
  const before = await known;
  try {
    const user = remember(await request<SignedInUser>('GET', '/session', { isUntold: true }));
    if (before && before.id !== user.id) window.location.reload();
  } catch (error) {
    if (refusalOf(error).status === 401) endClock();
  }
}

function remember(user: SignedInUser): SignedInUser {
  wasSignedIn = true;
  claimDrafts(user.id);
  if (user.session) beginClock(user.session);
  return user;
}

/** Whether a session can have ended: before signing in, being refused is no news. */
export const hadSession = (): boolean => wasSignedIn;

export async function signOut(): Promise<void> {
  const wasOpen = wasSignedIn;
  forgetUser();
  if (!wasOpen) return; // a visitor: there is nothing to end
  try {
    await request('DELETE', '/session');
  } catch (error) {
    if (refusalOf(error).status !== 401) throw error; // signed out already
  }
}

export function forgetUser(): void {
  known = undefined;
  wasSignedIn = false;
  stopClock();
}
