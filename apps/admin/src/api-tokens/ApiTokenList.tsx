import { Button } from '@mui/material';
import type { Schemas } from '@fieldlab/api-client';
import { useQuery } from '@tanstack/react-query';
import { DataTable } from 'react-admin';
import { Link } from 'react-router-dom';
import { useFormat } from '../i18n/format';
import { useT } from '../i18n/use-t';
import { today } from '../providers/today';
import { request } from '../providers/http';
import { recordPath } from '../providers/record-path';
import { Instant, Muted, RecordLinks } from '../ui/fields/values';
import { PersonFilter } from '../ui/list/filters';
import { RegisterList } from '../ui/list/RegisterList';
import { RevokeToken } from '../ui/tokens/RevokeToken';
import { ScopesText } from '../ui/tokens/ScopesText';

type Token = Schemas['ApiToken'];

const Column = DataTable.Col<Token>;

/** Everybody's keys for programs; whoever has one makes it under “my account”. */
export default function ApiTokenList() {
  const t = useT();
  return (
    <RegisterList<Token>
      resource="api-tokens"
      sort={{ field: 'createdAt', order: 'DESC' }}
      lead={<Lead />}
      nameOf={({ name }) => name}
      to={({ userId }) => recordPath('users', userId)}
      card={(token) => <Card token={token} />}
      filters={<PersonFilter resource="api-tokens" source="userId" />}
      rowActions={(token) => token.revokedAt === null && <RevokeToken token={token} size="small" />}
      emptyText={t('account.noTokensAtAll')}
      hasSearch={false}
      hasExport={false}
      hasBulk={false}
      primaryAction={
        <Button variant="outlined" component={Link} to="/account">
          {t('account.ownTokens')}
        </Button>
      }
    >
      <Column source="name" />
      <Column
        source="userId"
        disableSort
        render={({ userId }) => <RecordLinks resource="users" ids={[userId]} />}
      />
      <Column source="prefix" disableSort render={({ prefix }) => `${prefix}…`} />
      <Column
        source="scopes"
        label={t('account.tokenScopesColumn')}
        disableSort
        render={(token) => <ScopesText token={token} />}
      />
      <Column source="createdAt" render={({ createdAt }) => <Instant at={createdAt} />} />
      <Column source="lastUsedAt" render={({ lastUsedAt }) => <LastUsed at={lastUsedAt} />} />
      <Column source="expiresAt" render={(token) => <Validity token={token} />} />
    </RegisterList>
  );
}

/** What these are; and how many of them may less since there are limits, for somebody relies on them perhaps. */
function Lead() {
  const t = useT();
  const { data } = useQuery({ queryKey: ['api-tokens', 'narrowed'], queryFn: narrowedTokens });
  const count = data?.total ?? 0;
  return (
    <>
      {t('account.tokensLead')}
      {count > 0 && ` ${t('account.tokensNarrowed', { smart_count: count })}`}
    </>
  );
}

const narrowedTokens = (): Promise<{ total: number }> =>
  request('GET', '/api-tokens', { query: { narrowed: 'true', perPage: 1 } });

function LastUsed({ at }: { at: string | null }) {
  const t = useT();
  return at === null ? <Muted>{t('account.neverUsed')}</Muted> : <Instant at={at} />;
}

/** Until when it works, or since when it does not. */
function Validity({ token: { expiresAt, revokedAt } }: { token: Token }) {
  const t = useT();
  const { dayOf } = useFormat();
  if (revokedAt !== null) return <Muted>{t('account.revokedOn', { date: dayOf(revokedAt) })}</Muted>;
  if (expiresAt === null) return <>{t('account.noEnd')}</>;
  if (expiresAt.slice(0, 10) < today())
    return <Muted>{t('account.tokenExpired', { date: dayOf(expiresAt) })}</Muted>;
  return <>{dayOf(expiresAt)}</>;
}

function Card({ token }: { token: Token }) {
  return (
    <>
      <span>
        <RecordLinks resource="users" ids={[token.userId]} />
      </span>
      <span>
        <ScopesText token={token} /> · <LastUsed at={token.lastUsedAt} /> · <Validity token={token} />
      </span>
    </>
  );
}
