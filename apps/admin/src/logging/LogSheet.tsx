import CloseIcon from '@mui/icons-material/Close';
import {
  Alert,
  Box,
  Button,
  Drawer,
  IconButton,
  Link as MuiLink,
  Stack,
  TextField,
  Typography,
} from '@mui/material';
import { useEffect, useId, useRef, type KeyboardEvent, type SyntheticEvent } from 'react';
import { Link } from 'react-router-dom';
import { useT } from '../i18n/use-t';
import type { Centre } from '../providers/records';
import { DateField } from '../ui/dates/DateField';
import { DraftNotice } from '../ui/forms/DraftNotice';
import { describeCentre } from '../ui/inputs/describe';
import { RecordPicker } from '../ui/inputs/RecordPicker';
import type { LogPreset } from '../ui/log-sheet';
import { CompanyChoice } from './CompanyChoice';
import { LevelCards } from './LevelCards';
import { focusOnFault } from '../ui/focus-on-fault';
import { useBackCloses } from '../ui/use-back-closes';
import { useLogging, type Logging } from './use-logging';

/** One sheet from the right: a participation in under twenty seconds. */
export default function LogSheet({ preset, onClose }: { preset: LogPreset; onClose: () => void }) {
  const t = useT();
  const titleId = useId();
  const logging = useLogging(preset, onClose);
  useBackCloses(onClose);
  return (
    <Drawer
      anchor="right"
      open
      onClose={onClose}
      slotProps={{
        paper: {
          sx: { width: { xs: '100%', sm: 480 } },
          role: 'dialog',
          'aria-modal': true,
          'aria-labelledby': titleId,
        },
      }}
    >
      <Stack direction="row" sx={{ alignItems: 'center', justifyContent: 'space-between', px: 5, pt: 4 }}>
        <Typography variant="h2" id={titleId}>
          {t('logging.title')}
        </Typography>
        <IconButton aria-label={t('logging.close')} onClick={onClose} edge="end">
          <CloseIcon />
        </IconButton>
      </Stack>
      <PasteDoor centreId={logging.draft.centreId} onGo={onClose} />
      <SheetForm key={logging.round} logging={logging} />
    </Drawer>
  );
}

/** Whoever has a whole list need not type it. */
function PasteDoor({ centreId, onGo }: { centreId: string | null; onGo: () => void }) {
  const t = useT();
  const to = centreId === null ? '/paste' : `/paste?centreId=${centreId}`;
  return (
    <Box sx={{ px: 5, pt: 1 }}>
      <MuiLink component={Link} to={to} onClick={onGo} variant="body2">
        {t('logging.pasteList')}
      </MuiLink>
    </Box>
  );
}

function SheetForm({ logging }: { logging: Logging }) {
  const { save, wasKept, restart, round, faults } = logging;
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (Object.keys(faults).length > 0) focusOnFault(form.current);
  }, [faults]);
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    void save(false);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !event.shiftKey) return;
    event.preventDefault();
    void save(true);
  };
  return (
    <Box
      component="form"
      ref={form}
      noValidate
      onSubmit={submit}
      onKeyDown={onKeyDown}
      sx={{ display: 'flex', flexDirection: 'column', flex: 1, minHeight: 0 }}
    >
      <Stack sx={{ gap: 4, px: 5, py: 4, overflowY: 'auto', flex: 1 }}>
        <Failure logging={logging} />
        {wasKept && round === 0 && <DraftNotice onRestart={restart} />}
        <SheetFields logging={logging} />
      </Stack>
      <Buttons logging={logging} />
    </Box>
  );
}

/** Why it was not saved; where a participation lies in the way, the two things that one may have meant. */
function Failure({ logging: { failure, inTheWay, draft, step, isBusy } }: { logging: Logging }) {
  const t = useT();
  if (failure === '') return null;
  return (
    <Alert severity="error" role="alert">
      {failure}
      {inTheWay !== undefined && (
        <Stack direction="row" sx={{ gap: 2, mt: 2, flexWrap: 'wrap' }}>
          <Button
            color="inherit"
            variant="outlined"
            size="small"
            disabled={isBusy || draft.level === null}
            onClick={() => void step(inTheWay)}
          >
            {t('logging.step.action')}
          </Button>
          <Button color="inherit" size="small" component={Link} to={`/participations/${inTheWay}`}>
            {t('logging.correct')}
          </Button>
        </Stack>
      )}
    </Alert>
  );
}

function SheetFields({ logging: { draft, set, faults } }: { logging: Logging }) {
  const t = useT();
  const levels = useFocusAfter(draft.companyId);
  return (
    <>
      <CompanyChoice draft={draft} set={set} fault={faults.company} typeFault={faults.organisationType} />
      <RecordPicker<Centre>
        resource="centres"
        value={draft.centreId}
        onChange={(centreId, centre) => set({ centreId, centreName: centre?.name ?? '' })}
        label={t('logging.centre')}
        describe={describeCentre}
        required
        error={faults.centre !== undefined}
        {...(faults.centre !== undefined && { helperText: faults.centre })}
      />
      <Box ref={levels}>
        <LevelCards value={draft.level} onChange={(level) => set({ level })} fault={faults.level} />
      </Box>
      <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 3 }}>
        <DateField
          required
          label={t('logging.since')}
          value={draft.startedOn}
          error={faults.startedOn !== undefined}
          helperText={faults.startedOn}
          onDate={(startedOn) => set({ startedOn })}
          onUnreadable={(startedOn) => set({ startedOn })}
        />
        <DateField
          label={t('logging.until')}
          value={draft.lastDay}
          error={faults.lastDay !== undefined}
          helperText={faults.lastDay}
          onDate={(lastDay) => set({ lastDay })}
          onUnreadable={(lastDay) => set({ lastDay })}
        />
      </Box>
      <TextField
        label={t('logging.note')}
        value={draft.note}
        onChange={(event) => set({ note: event.target.value })}
      />
    </>
  );
}

/** Once the company is known, its level is what is asked next. */
function useFocusAfter(companyId: string | null) {
  const levels = useRef<HTMLDivElement>(null);
  const former = useRef(companyId);
  useEffect(() => {
    if (companyId !== null && companyId !== former.current)
      (
        levels.current?.querySelector<HTMLElement>('input:checked') ?? levels.current?.querySelector('input')
      )?.focus();
    former.current = companyId;
  }, [companyId]);
  return levels;
}

function Buttons({ logging: { save, isBusy } }: { logging: Logging }) {
  const t = useT();
  return (
    <Box sx={{ borderTop: 1, borderColor: 'divider', px: 5, py: 3 }}>
      <Stack direction="row" sx={{ gap: 2 }}>
        <Button type="submit" variant="contained" loading={isBusy} sx={{ flex: 1 }}>
          {t('logging.save')}
        </Button>
        <Button variant="outlined" disabled={isBusy} onClick={() => void save(true)} sx={{ flex: 1 }}>
          {t('logging.saveAndNext')}
        </Button>
      </Stack>
      <Typography
        variant="body2"
        sx={{ color: 'text.secondary', mt: 2, display: { xs: 'none', sm: 'block' } }}
      >
        {t('logging.keys')}
      </Typography>
    </Box>
  );
}
