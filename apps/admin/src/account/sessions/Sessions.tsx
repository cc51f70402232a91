import { Box, Button, Chip, Stack, Typography } from '@mui/material';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNotify } from 'react-admin';
import type { Schemas } from '@fieldlab/api-client';
import { useFormat } from '../../i18n/format';
import { useT } from '../../i18n/use-t';
import { request } from '../../providers/http';
import { Failed } from '../../ui/page/Failed';
import { Section } from '../../ui/page/Section';
import { Waiting } from '../../ui/page/Waiting';
import { useErrorText } from '../../ui/use-error-text';
import { deviceOf } from './device';

type Session = Schemas['Session'];

const KEY = ['sessions'];

/** The browsers in which one is signed in, and signing out from afar. */
export function Sessions() {
  const t = useT();
  const { data, error, refetch } = useQuery({
    queryKey: KEY,
    queryFn: () => request<{ data: Session[] }>('GET', '/sessions'),
  });
  const others = data?.data.filter(({ isCurrent }) => !isCurrent) ?? [];
  return (
    <Section title={t('account.sessions.title')} actions={others.length > 0 && <EndOthers />}>
      {error && <Failed error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Waiting rows={2} />}
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {data?.data.map((session) => (
          <SessionRow key={session.id} session={session} />
        ))}
      </Box>
    </Section>
  );
}

function SessionRow({ session }: { session: Session }) {
  const t = useT();
  const { instant } = useFormat();
  const { id, userAgent, network, lastSeenAt, method, isCurrent } = session;
  const end = useEnding(`/sessions/${id}`, t('account.sessions.ended'));
  const device = deviceOf(userAgent);
  const name = device ? t('account.sessions.browser', { ...device }) : t('account.sessions.unknown');
  const facts = [
    t('account.sessions.lastSeen', { date: instant(lastSeenAt) }),
    network,
    method === 'OIDC' && t('account.sessions.byProvider'),
  ].filter(Boolean);
  return (
    <Stack
      component="li"
      direction="row"
      sx={{ justifyContent: 'space-between', py: 2, borderTop: 1, borderColor: 'divider', gap: 3 }}
    >
      <div>
        {name} {isCurrent && <Chip size="small" label={t('account.sessions.current')} sx={{ ml: 1 }} />}
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {facts.join(' · ')}
        </Typography>
      </div>
      {!isCurrent && (
        <Button
          color="error"
          loading={end.isPending}
          onClick={() => end.mutate()}
          aria-label={`${t('account.sessions.end')}: ${name}`}
        >
          {t('account.sessions.end')}
        </Button>
      )}
    </Stack>
  );
}

function EndOthers() {
  const t = useT();
  const end = useEnding('/sessions', t('account.sessions.othersEnded'));
  return (
    <Button color="error" loading={end.isPending} onClick={() => end.mutate()}>
      {t('account.sessions.endOthers')}
    </Button>
  );
}

function useEnding(path: string, said: string) {
  const client = useQueryClient();
  const notify = useNotify();
  const text = useErrorText();
  return useMutation({
    mutationFn: () => request('DELETE', path),
    onSuccess: () => {
      notify(said);
      return client.invalidateQueries({ queryKey: KEY });
    },
    onError: (error) => notify(text(error), { type: 'error' }),
  });
}
