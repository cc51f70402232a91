import { Box, Link as MuiLink, Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material';
import { Link } from 'react-router-dom';
import { useFormat } from '../i18n/format';
import { useT } from '../i18n/use-t';
import type { BoardLine, RoundBoard } from '../providers/rounds';
import { None } from '../ui/fields/values';
import { useIsNarrow } from '../ui/use-is-narrow';
import { SubmissionState } from './SubmissionState';

/** Each centre with how far it is; those that need something stand on top. */
export function Board({ round }: { round: RoundBoard }) {
  const isNarrow = useIsNarrow();
  const lines = [...round.board].sort((a, b) => urgency(a) - urgency(b));
  return isNarrow ? <Cards round={round} lines={lines} /> : <Lines round={round} lines={lines} />;
}

const ORDER = { SUBMITTED: 2, RETURNED: 3, OPEN: 4, ACCEPTED: 5 } as const;
const urgency = ({ status, isLate }: BoardLine): number => (isLate ? 1 : ORDER[status]);

interface BoardProps {
  round: RoundBoard;
  lines: readonly BoardLine[];
}

function Lines({ round, lines }: BoardProps) {
  const t = useT();
  const { number } = useFormat();
  return (
    <Table size="small">
      <TableHead>
        <TableRow>
          <TableCell>{t('rounds.centre')}</TableCell>
          <TableCell>{t('rounds.state')}</TableCell>
          <TableCell align="right">{t('rounds.confirmed')}</TableCell>
          <TableCell align="right">{t('rounds.ended')}</TableCell>
          <TableCell>{t('rounds.when')}</TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {lines.map((line) => (
          <TableRow key={line.centreId} hover>
            <TableCell component="th" scope="row">
              <Door round={round} line={line} />
            </TableCell>
            <TableCell>
              <SubmissionState status={line.status} isLate={line.isLate} />
            </TableCell>
            <TableCell align="right">{line.submittedAt ? number(line.confirmed) : <None />}</TableCell>
            <TableCell align="right">{line.submittedAt ? number(line.ended) : <None />}</TableCell>
            <TableCell>
              <When line={line} />
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

function Cards({ round, lines }: BoardProps) {
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {lines.map((line) => (
        <Box
          component="li"
          key={line.centreId}
          sx={{ borderTop: 1, borderColor: 'divider', py: 3, display: 'grid', gap: 0.5 }}
        >
          <Box sx={{ fontWeight: 600 }}>
            <Door round={round} line={line} />
          </Box>
          <SubmissionState status={line.status} isLate={line.isLate} />
          <Box sx={{ fontSize: '0.875rem', color: 'text.secondary' }}>
            <When line={line} />
          </Box>
        </Box>
      ))}
    </Box>
  );
}

function Door({ round, line }: { round: RoundBoard; line: BoardLine }) {
  return (
    <MuiLink
      component={Link}
      to={`/rounds/${round.id}/centres/${line.centreId}`}
      sx={{ color: 'inherit', overflowWrap: 'anywhere' }}
    >
      {line.centreName}
    </MuiLink>
  );
}

/** Who submitted when, or when somebody was reminded of it. */
function When({ line: { status, submittedAt, submittedBy, remindedAt } }: { line: BoardLine }) {
  const t = useT();
  const { dayOf } = useFormat();
  if (submittedAt && status !== 'RETURNED') {
    return <>{t('rounds.whoWhen', { name: submittedBy, date: dayOf(submittedAt) })}</>;
  }
  return remindedAt ? <>{t('rounds.remindedOn', { date: dayOf(remindedAt) })}</> : <None />;
}
