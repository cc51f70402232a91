import { request, refusalOf } from './http';
import type { SignedInUser } from './records';

let known: Promise<SignedInUser> | undefined;
let wasSignedIn = false;

/** Who is signed in; asked of the server once. @throws HttpError 401 */
export function currentUser(): Promise<SignedInUser> {
  known ??= request<SignedInUser>('GET', '/session').then(remember, (error: unknown) => {
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

function remember(user: SignedInUser): SignedInUser {
  wasSignedIn = true;
  return user;
}

/** Whether a session can have ended: before signing in, being refused is no news. */
export const hadSession = (): boolean => wasSignedIn;

export async function signOut(): Promise<void> {
  forgetUser();
  try {
    await request('DELETE', '/session');
  } catch (error) {
    if (refusalOf(error).status !== 401) throw error; // signed out already
  }
}

export function forgetUser(): void {
  known = undefined;
  wasSignedIn = false;
}
