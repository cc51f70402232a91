import { Box } from '@mui/material';
import { useCanAccess, usePermissions } from 'react-admin';
import { Link, Navigate, useParams } from 'react-router-dom';
import { useFormat } from '../i18n/format';
import { useT } from '../i18n/use-t';
import type { Permissions } from '../providers/auth-provider';
import { useRound, type RoundBoard } from '../providers/rounds';
import { FailedPage } from '../ui/page/FailedPage';
import { Message } from '../ui/page/Message';
import { Page } from '../ui/page/Page';
import { Waiting } from '../ui/page/Waiting';
import { Board } from './Board';
import { ChangeDue } from './ChangeDue';
import { Progress } from './Progress';
import { Remind } from './Remind';

/** One round: who is where. */
export default function RoundPage() {
  const { id = '' } = useParams();
  const { data, error, refetch } = useRound(id);
  const { permissions } = usePermissions<Permissions | undefined>();
  if (error && !data) return <FailedPage error={error} onRetry={() => void refetch()} />;
  if (!data || !permissions) return <Waiting />;
  const [only, ...others] = data.board;
  // Who has one centre has come for its list.
  if (permissions.role === 'COORDINATOR' && only && others.length === 0) {
    return <Navigate to={`/rounds/${id}/centres/${only.centreId}`} replace />;
  }
  return <RoundView round={data} />;
}

function RoundView({ round }: { round: RoundBoard }) {
  const t = useT();
  const { date, quarter } = useFormat();
  const { canAccess } = useCanAccess({ resource: 'rounds', action: 'edit' });
  return (
    <Page
      title={quarter(round.period)}
      above={
        <Link to="/rounds" style={{ color: 'inherit' }}>
          {t('rounds.title')}
        </Link>
      }
      below={`${date(round.firstDay ?? '')} – ${date(round.lastDay ?? '')} · ${t('rounds.dueOn', { date: date(round.dueOn) })}`}
      actions={
        canAccess && (
          <>
            <ChangeDue round={round} />
            <Remind round={round} />
          </>
        )
      }
    >
      {round.board.length === 0 ? (
        <Message text={t(canAccess ? 'rounds.noCentres' : 'rounds.notYours')} />
      ) : (
        <>
          <Box sx={{ mb: 6 }}>
            <Progress round={round} />
          </Box>
          <Board round={round} />
        </>
      )}
    </Page>
  );
}
