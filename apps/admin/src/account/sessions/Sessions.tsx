import { Box, Button, Chip, Stack, Typography } from '@mui/material';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNotify } from 'react-admin';
import { useState } from 'react';
import type { Schemas } from '@fieldlab/api-client';
import { useFormat } from '../../i18n/format';
import { useT } from '../../i18n/use-t';
import { request } from '../../providers/http';
import { ConfirmDialog } from '../../ui/page/ConfirmDialog';
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
        <End
          path={`/sessions/${id}`}
          action={t('account.sessions.end')}
          label={`${t('account.sessions.end')}: ${name}`}
          text={t('account.sessions.endText', { name })}
          said={t('account.sessions.ended')}
        />
      )}
    </Stack>
  );
}

function EndOthers() {
  const t = useT();
  return (
    <End
      path="/sessions"
      action={t('account.sessions.endOthers')}
      text={t('account.sessions.endOthersText')}
      said={t('account.sessions.othersEnded')}
    />
  );
}

interface EndProps {
  path: string;
  action: string;
  label?: string;
  text: string;
  said: string;
}

/** Who is signed out there has to sign in again: that cannot be taken back, so it asks first. */
function End({ path, action, label = action, text, said }: EndProps) {
  const [isAsking, setAsking] = useState(false);
  const end = useEnding(path, said, () => setAsking(false));
  return (
    <>
      <Button color="error" onClick={() => setAsking(true)} aria-label={label}>
        {action}
      </Button>
      {isAsking && (
        <ConfirmDialog
          title={`${action}?`}
          text={text}
          action={action}
          isBusy={end.isPending}
          onConfirm={() => end.mutate()}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}

function useEnding(path: string, said: string, onSettled: () => void) {
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
    onSettled,
  });
}
