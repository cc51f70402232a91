import type { Translate } from '../../i18n/use-t';

const PROBLEMS = [
  'expired',
  'refused',
  'no-account',
  'no-role',
  'e-mail-not-verified',
  'e-mail-differs',
  'link-first',
  'linked-elsewhere',
  'somebody-else',
  'code-due',
] as const;

/** Why the organisation's sign-in service led to nothing, in words. */
export function problemText(t: Translate, problem: string): string {
  const known = PROBLEMS.find((one) => one === problem) ?? 'refused';
  return t(`doorway.problems.${known}`);
}
