import { Box, Button, Stack, Typography } from '@mui/material';
import { useNotify } from 'react-admin';
import { useFormat } from '../i18n/format';
import { useT } from '../i18n/use-t';
import type { Place } from '../providers/rounds';
import { useStatementActions, useStatements, type Statement } from '../providers/statements';
import { Section } from '../ui/page/Section';
import { useAttempt } from '../ui/use-attempt';
import { ROW } from './Company';
import { StatedChanges } from './StatedChanges';

interface StatementsProps {
  place: Place;
  mayAsk: boolean;
  /** It stands above the list of companies, where it shows while a correction waits; else below it. */
  isAbove?: boolean;
}

/** Which companies were asked about their own participation, and what they said; those that wait stand on top. */
export function Statements({ place, mayAsk, isAbove = false }: StatementsProps) {
  const t = useT();
  const { data } = useStatements(place);
  const actions = useStatementActions(place);
  const told = useTold();
  if (!data || (data.total === 0 && !mayAsk)) return null;
  if (data.data.some(waits) !== isAbove) return null;
  const askable = data.askable.slice(0, MOST_AT_ONCE);
  const lines = [...data.data].sort((a, b) => Number(waits(b)) - Number(waits(a)));
  const ask = (): Promise<unknown> => actions.ask(askable);
  return (
    <Section
      title={t('rounds.statements.title')}
      actions={
        mayAsk &&
        askable.length > 0 && (
          <Button
            variant="outlined"
            loading={told.isBusy}
            onClick={() => told.run(ask, t('rounds.statements.asked', { smart_count: askable.length }))}
          >
            {t('rounds.statements.ask', { smart_count: askable.length })}
          </Button>
        )
      }
    >
      <Typography sx={{ color: 'text.secondary', mb: 2, maxWidth: 640 }}>
        {t('rounds.statements.help')}
      </Typography>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {lines.map((statement) => (
          <Line key={statement.participationId} statement={statement} place={place} mayDecide={mayAsk} />
        ))}
      </Box>
    </Section>
  );
}

/** As the API takes. */
const MOST_AT_ONCE = 200;
const waits = ({ answer, decision }: Statement): boolean => answer === 'CORRECTED' && decision === null;

interface LineProps {
  statement: Statement;
  place: Place;
  mayDecide: boolean;
}

function Line({ statement, place, mayDecide }: LineProps) {
  const t = useT();
  const actions = useStatementActions(place);
  const told = useTold();
  const { companyName, answer, openUntil } = statement;
  const decide = (action: 'accept' | 'decline' | 'revoke'): void =>
    told.run(() => actions[action](statement), t(`rounds.statements.done.${action}`));
  return (
    <Box
      component="li"
      sx={{ ...ROW, display: 'flex', gap: 4, justifyContent: 'space-between', flexWrap: 'wrap' }}
    >
      <Box sx={{ minWidth: 0, flex: '1 1 320px' }}>
        <Box sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>{companyName}</Box>
        <State statement={statement} />
        {waits(statement) && <StatedChanges statement={statement} />}
      </Box>
      <Stack direction="row" className="no-print" sx={{ gap: 2, alignItems: 'center' }}>
        {mayDecide && waits(statement) && (
          <>
            <Button
              variant="contained"
              loading={told.isBusy}
              onClick={() => decide('accept')}
              aria-label={t('rounds.statements.acceptOf', { company: companyName })}
            >
              {t('rounds.statements.accept')}
            </Button>
            <Button
              onClick={() => decide('decline')}
              aria-label={t('rounds.statements.declineOf', { company: companyName })}
            >
              {t('rounds.statements.decline')}
            </Button>
          </>
        )}
        {mayDecide && answer === null && openUntil !== null && (
          <Button
            onClick={() => decide('revoke')}
            aria-label={t('rounds.statements.revokeOf', { company: companyName })}
          >
            {t('rounds.statements.revoke')}
          </Button>
        )}
      </Stack>
    </Box>
  );
}

function State({ statement }: { statement: Statement }) {
  const t = useT();
  const { dayOf } = useFormat();
  const { answer, answeredAt, askedAt, decision, decidedBy, decidedAt, openUntil } = statement;
  const text =
    decision !== null && decidedAt !== null
      ? t(`rounds.statements.state.${decision}`, { name: decidedBy, date: dayOf(decidedAt) })
      : answer !== null && answeredAt !== null
        ? t(`rounds.statements.state.${answer}`, { date: dayOf(answeredAt) })
        : openUntil !== null
          ? t('rounds.statements.state.asked', { date: dayOf(askedAt), until: dayOf(openUntil) })
          : t('rounds.statements.state.ended', { date: dayOf(askedAt) });
  return <Box sx={{ fontSize: '0.875rem', color: 'text.secondary' }}>{text}</Box>;
}

/** Does something, and says that it was done. */
function useTold(): { isBusy: boolean; run: (action: () => Promise<unknown>, done: string) => void } {
  const notify = useNotify();
  const { isBusy, attempt } = useAttempt();
  const run = (action: () => Promise<unknown>, done: string): void =>
    void attempt(action).then((isDone) => isDone && notify(done));
  return { isBusy, run };
}
