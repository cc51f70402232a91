import type { Schemas } from '@fieldlab/api-client';
import { useFormat } from '../../i18n/format';
import { useT } from '../../i18n/use-t';

type Token = Pick<Schemas['ApiToken'], 'scopes' | 'narrowedAt'>;

/** What a key may do, in plain words; and of one from before there were limits, since when it only reads. */
export function ScopesText({ token: { scopes, narrowedAt } }: { token: Token }) {
  const t = useT();
  const { dayOf } = useFormat();
  if (narrowedAt !== null) return <>{t('account.tokenNarrowed', { date: dayOf(narrowedAt) })}</>;
  const more = scopes.filter((scope) => scope !== 'read');
  const words = (more.length === 0 ? scopes : more).map((scope) => t(`account.tokenScopes.${scope}`));
  return <>{words.join(', ')}</>;
}
