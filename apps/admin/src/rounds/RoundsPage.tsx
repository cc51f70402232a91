import { Box, Button, Link as MuiLink, Typography } from '@mui/material';
import { useCanAccess } from 'react-admin';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import { useFormat } from '../i18n/format';
import { useT } from '../i18n/use-t';
import { useRounds, type Round } from '../providers/rounds';
import { Failed } from '../ui/page/Failed';
import { Message } from '../ui/page/Message';
import { Page } from '../ui/page/Page';
import { Waiting } from '../ui/page/Waiting';
import { OpenRoundDialog } from './OpenRoundDialog';
import { Late, Progress } from './Progress';

/** Every round, the latest first: how far it is, and the way into it. */
export default function RoundsPage() {
  const t = useT();
  const { data, error, refetch } = useRounds();
  return (
    <Page
      title={t('rounds.title')}
      help="rounds"
      below={t('rounds.lead')}
      actions={<OpenButton rounds={data?.data} />}
    >
      {error && !data && <Failed error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Waiting rows={4} />}
      {data?.total === 0 && <Empty />}
      {data && data.total > 0 && <Rounds rounds={data.data} />}
    </Page>
  );
}

function Rounds({ rounds }: { rounds: readonly Round[] }) {
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, maxWidth: 880 }}>
      {rounds.map((round) => (
        <Line key={round.id} round={round} />
      ))}
    </Box>
  );
}

function Line({ round }: { round: Round }) {
  const t = useT();
  const { date, quarter } = useFormat();
  return (
    <Box
      component="li"
      sx={{
        borderTop: 1,
        borderColor: 'divider',
        py: 4,
        display: 'grid',
        gridTemplateColumns: { xs: '1fr', sm: 'minmax(180px, 1fr) minmax(0, 2fr) minmax(80px, auto)' },
        columnGap: 6,
        rowGap: 2,
        alignItems: 'start',
      }}
    >
      <div>
        <MuiLink component={Link} to={`/rounds/${round.id}`} sx={{ color: 'inherit', fontWeight: 600 }}>
          {quarter(round.period)}
        </MuiLink>
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {t('rounds.dueOn', { date: date(round.dueOn) })}
        </Typography>
      </div>
      <Progress round={round} />
      <Late round={round} />
    </Box>
  );
}

function Empty() {
  const t = useT();
  const { canAccess } = useCanAccess({ resource: 'rounds', action: 'create' });
  return (
    <Message title={t('rounds.emptyTitle')} text={t(canAccess ? 'rounds.emptyText' : 'rounds.emptyReadOnly')}>
      <OpenButton rounds={[]} />
    </Message>
  );
}

function OpenButton({ rounds }: { rounds: readonly Round[] | undefined }) {
  const t = useT();
  const [isOpen, setOpen] = useState(false);
  const { canAccess } = useCanAccess({ resource: 'rounds', action: 'create' });
  if (!canAccess || !rounds) return null;
  return (
    <>
      <Button variant="outlined" onClick={() => setOpen(true)}>
        {t('rounds.open')}
      </Button>
      {isOpen && <OpenRoundDialog rounds={rounds} onClose={() => setOpen(false)} />}
    </>
  );
}
