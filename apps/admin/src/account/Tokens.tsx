import { Box, Stack, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import type { Schemas } from '@fieldlab/api-client';
import { useFormat } from '../i18n/format';
import { useT } from '../i18n/use-t';
import { request } from '../providers/http';
import { currentUser } from '../providers/session';
import { today } from '../providers/today';
import { Failed } from '../ui/page/Failed';
import { Waiting } from '../ui/page/Waiting';
import { RevokeToken } from '../ui/tokens/RevokeToken';
import { ScopesText } from '../ui/tokens/ScopesText';
import { NewToken } from './NewToken';
import { TOKENS } from './tokens-key';

type Token = Schemas['ApiToken'];

/** Keys for programs: made here, shown once, revoked here. */
export function Tokens() {
  const t = useT();
  const { data, error, refetch } = useQuery({ queryKey: TOKENS, queryFn: ownTokens });
  const live = data?.data.filter(({ revokedAt }) => revokedAt === null) ?? [];
  return (
    <>
      <Typography variant="body2" sx={{ color: 'text.secondary', mb: 3 }}>
        {t('account.tokensHelp')}
      </Typography>
      <NewToken />
      {error && <Failed error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Waiting rows={2} />}
      {data && live.length === 0 && (
        <Typography sx={{ color: 'text.secondary' }}>{t('account.noTokens')}</Typography>
      )}
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {live.map((token) => (
          <TokenRow key={token.id} token={token} />
        ))}
      </Box>
    </>
  );
}

async function ownTokens(): Promise<{ data: Token[] }> {
  const { id } = await currentUser();
  return request('GET', '/api-tokens', { query: { userId: id, perPage: 100 } });
}

function TokenRow({ token }: { token: Token }) {
  const t = useT();
  const { instant } = useFormat();
  const used = token.lastUsedAt
    ? t('account.lastUsed', { date: instant(token.lastUsedAt) })
    : t('account.neverUsed');
  return (
    <Stack
      component="li"
      direction="row"
      sx={{ justifyContent: 'space-between', py: 2, borderTop: 1, borderColor: 'divider', gap: 3 }}
    >
      <Box sx={{ minWidth: 0, overflowWrap: 'anywhere' }}>
        {token.name}
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {token.prefix}… · <ScopesText token={token} /> · {used}
          {token.expiresAt && <Until instant={token.expiresAt} />}
        </Typography>
      </Box>
      <RevokeToken token={token} />
    </Stack>
  );
}

function Until({ instant }: { instant: string }) {
  const t = useT();
  const { date } = useFormat();
  const key = instant.slice(0, 10) < today() ? 'account.tokenExpired' : 'account.tokenUntil';
  return <>{` · ${t(key, { date: date(instant.slice(0, 10)) })}`}</>;
}
