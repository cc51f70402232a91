import { request, refusalOf } from './http';
import type { SignedInUser } from './records';

let known: Promise<SignedInUser> | undefined;

/** Who is signed in; asked of the server once. @throws HttpError 401 */
export function currentUser(): Promise<SignedInUser> {
  known ??= request<SignedInUser>('GET', '/session').catch((error: unknown) => {
    known = undefined;
    throw error;
  });
  return known;
}

export async function signIn(credentials: { email: string; password: string; code?: string }): Promise<void> {
  known = Promise.resolve(await request<SignedInUser>('POST', '/session', { body: credentials }));
}

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
}
