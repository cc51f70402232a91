import { Alert, Box, Button, Stack, TextField, Typography } from '@mui/material';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNotify } from 'react-admin';
import { useState } from 'react';
import { useFormat } from '../i18n/format';
import { useT } from '../i18n/use-t';
import { request } from '../providers/http';
import { currentUser } from '../providers/session';
import { useErrorText } from '../ui/use-error-text';

interface Token {
  id: string;
  version: number;
  name: string;
  prefix: string;
  lastUsedAt: string | null;
  revokedAt: string | null;
}

const KEY = ['api-tokens'];

/** Keys for programs: made here, shown once, revoked here. */
export function Tokens() {
  const t = useT();
  const { data } = useQuery({ queryKey: KEY, queryFn: ownTokens });
  const live = data?.data.filter(({ revokedAt }) => revokedAt === null) ?? [];
  return (
    <>
      <Typography variant="body2" sx={{ color: 'text.secondary', mb: 3 }}>
        {t('account.tokensHelp')}
      </Typography>
      <NewToken />
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
  const client = useQueryClient();
  const notify = useNotify();
  const text = useErrorText();
  const revoke = useMutation({
    mutationFn: () =>
      request('DELETE', `/api-tokens/${token.id}`, { headers: { 'If-Match': `"${token.version}"` } }),
    onSuccess: () => {
      notify(t('account.revoked'));
      return client.invalidateQueries({ queryKey: KEY });
    },
    onError: (error) => notify(text(error), { type: 'error' }),
  });
  const used = token.lastUsedAt
    ? t('account.lastUsed', { date: instant(token.lastUsedAt) })
    : t('account.neverUsed');
  return (
    <Stack
      component="li"
      direction="row"
      sx={{ justifyContent: 'space-between', py: 2, borderTop: 1, borderColor: 'divider', gap: 3 }}
    >
      <div>
        {token.name}
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {token.prefix}… · {used}
        </Typography>
      </div>
      <Button
        color="error"
        onClick={() => revoke.mutate()}
        loading={revoke.isPending}
        aria-label={`${t('account.revoke')}: ${token.name}`}
      >
        {t('account.revoke')}
      </Button>
    </Stack>
  );
}

function NewToken() {
  const t = useT();
  const text = useErrorText();
  const client = useQueryClient();
  const [name, setName] = useState('');
  const make = useMutation({
    mutationFn: () => request<{ token: string }>('POST', '/api-tokens', { body: { name } }),
    onSuccess: () => {
      setName('');
      return client.invalidateQueries({ queryKey: KEY });
    },
  });
  return (
    <Stack sx={{ gap: 3, mb: 4 }}>
      <Stack direction="row" sx={{ gap: 2 }}>
        <TextField
          label={t('account.tokenName')}
          value={name}
          onChange={(event) => setName(event.target.value)}
          sx={{ flex: 1 }}
        />
        <Button
          variant="outlined"
          disabled={name.trim() === ''}
          onClick={() => make.mutate()}
          loading={make.isPending}
        >
          {t('account.createToken')}
        </Button>
      </Stack>
      {make.error && <Alert severity="error">{text(make.error)}</Alert>}
      {make.data && (
        <Alert severity="success">
          {t('account.tokenOnce')}
          <Box component="code" sx={{ display: 'block', mt: 1, overflowWrap: 'anywhere', userSelect: 'all' }}>
            {make.data.token}
          </Box>
        </Alert>
      )}
    </Stack>
  );
}
