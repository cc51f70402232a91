import { Box, Button, Checkbox, FormControlLabel, Stack, Typography } from '@mui/material';
import { useT } from '../i18n/use-t';
import type { RoundParticipation, Place, Submission } from '../providers/rounds';
import { DateField } from '../ui/dates/DateField';
import { DraftNotice } from '../ui/forms/DraftNotice';
import { LeaveGuard } from '../ui/forms/LeaveGuard';
import { useLogSheet } from '../ui/log-sheet';
import { CompanyLines, ROW } from './Company';
import { askedOf } from './ticks';
import { useListKeys } from './use-list-keys';
import { useTicks, type Ticks } from './use-ticks';

/** The companies of a centre, ticked while they still take part; whoever is unticked gets a last day. */
export function TickList({ place, submission }: { place: Place; submission: Submission }) {
  const t = useT();
  const ticks = useTicks(place, submission);
  const asked = askedOf(submission.participations);
  const onKeyDown = useListKeys(() => void ticks.submit());
  return (
    <Box sx={{ mb: 8 }}>
      <LeaveGuard
        isHeld={ticks.typed.isHeld}
        isSaving={ticks.isBusy}
        isSaved={ticks.isSent}
        onLeave={ticks.typed.restart}
      />
      {ticks.typed.wasKept && <DraftNotice onRestart={ticks.typed.restart} />}
      {asked.length === 0 ? (
        <Typography sx={{ mb: 4 }}>{t('rounds.submission.none')}</Typography>
      ) : (
        <Box component="fieldset" onKeyDown={onKeyDown} sx={{ border: 0, m: 0, p: 0, minWidth: 0 }}>
          <Typography variant="h2" component="legend" sx={{ p: 0, mb: 1 }}>
            {t('rounds.submission.question')}
          </Typography>
          <Typography sx={{ color: 'text.secondary', mb: 4, maxWidth: 640 }}>
            {t('rounds.submission.help')}
          </Typography>
          <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
            {asked.map((one) => (
              <Row key={one.id} asked={one} ticks={ticks} />
            ))}
          </Box>
        </Box>
      )}
      <Missing centreId={place.centreId} />
      <SubmitBar ticks={ticks} total={asked.length} />
    </Box>
  );
}

function Row({ asked, ticks }: { asked: RoundParticipation; ticks: Ticks }) {
  const t = useT();
  const lastDay = ticks.stopped[asked.id];
  const isMissing = ticks.isTried && lastDay === '';
  return (
    <Box
      component="li"
      sx={{ ...ROW, display: 'flex', gap: 4, justifyContent: 'space-between', flexWrap: 'wrap' }}
    >
      <Box sx={{ minWidth: 0, flex: '1 1 320px' }}>
        <FormControlLabel
          control={<Checkbox checked={lastDay === undefined} onChange={() => ticks.toggle(asked.id)} />}
          label={asked.companyName}
          sx={{
            mr: 0,
            my: -1.5,
            '& .MuiFormControlLabel-label': { fontWeight: 600, overflowWrap: 'anywhere' },
          }}
        />
        <Box sx={{ pl: 8 }}>
          <CompanyLines asked={asked} />
        </Box>
      </Box>
      {lastDay !== undefined && (
        <DateField
          id={`last-day-${asked.id}`}
          label={t('rounds.submission.lastDayShort')}
          ariaLabel={t('rounds.submission.lastDay', { company: asked.companyName })}
          value={lastDay}
          onDate={(date) => ticks.end(asked.id, date)}
          error={isMissing}
          helperText={isMissing ? t('rounds.submission.needsLastDay') : ''}
          sx={{ width: 200, ml: { xs: 8, sm: 0 } }}
        />
      )}
    </Box>
  );
}

function Missing({ centreId }: { centreId: string }) {
  const t = useT();
  const { open } = useLogSheet();
  return (
    <Box sx={{ borderTop: 1, borderColor: 'divider', pt: 3, maxWidth: 880, color: 'text.secondary' }}>
      {t('rounds.submission.missing')}{' '}
      <Button size="small" onClick={() => open({ centreId })}>
        {t('rounds.submission.log')}
      </Button>
    </Box>
  );
}

/** Stays in sight, however long the list. */
function SubmitBar({ ticks, total }: { ticks: Ticks; total: number }) {
  const t = useT();
  const ended = Object.keys(ticks.stopped).length;
  return (
    <Stack
      direction="row"
      className="no-print"
      sx={{
        gap: 4,
        alignItems: 'center',
        flexWrap: 'wrap',
        position: 'sticky',
        bottom: { xs: 60, md: 0 },
        zIndex: 2,
        bgcolor: 'background.default',
        py: 3,
      }}
    >
      <Button
        variant="contained"
        aria-keyshortcuts="Control+Enter"
        onClick={() => void ticks.submit()}
        loading={ticks.isBusy}
      >
        {t(ended === 0 && total > 0 ? 'rounds.submission.nothingChanged' : 'rounds.submission.submit')}
      </Button>
      {total > 0 && (
        <Box role="status" sx={{ color: 'text.secondary' }}>
          {t('rounds.submission.summary', { confirmed: total - ended, ended })}
        </Box>
      )}
    </Stack>
  );
}
