import ChevronLeftIcon from '@mui/icons-material/ChevronLeft';
import ChevronRightIcon from '@mui/icons-material/ChevronRight';
import DoubleLeftIcon from '@mui/icons-material/KeyboardDoubleArrowLeft';
import DoubleRightIcon from '@mui/icons-material/KeyboardDoubleArrowRight';
import { Box, ButtonBase, IconButton, Stack, Typography, type SvgIconProps } from '@mui/material';
import { addDays } from '@fieldlab/domain';
import { useEffect, useRef, useState, type ComponentType, type KeyboardEvent } from 'react';
import { useFormat } from '../../i18n/format';
import { useT } from '../../i18n/use-t';
import { today } from '../../providers/today';
import { addMonths, weekday, weeksOf } from './month';

interface CalendarProps {
  /** The chosen day, or empty. */
  date: string;
  onChoose: (date: string) => void;
}

/** One month, to choose a day of: arrows walk the days, Page Up and Page Down the months, with Shift the years. */
export function Calendar({ date, onChoose }: CalendarProps) {
  const [at, go] = useState(date || today());
  const grid = useRef<HTMLTableElement>(null);
  useEffect(() => {
    grid.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
  }, [at]);
  const walk = (event: KeyboardEvent): void => {
    const next = dayAfterKey(at, event);
    if (next === undefined) return;
    event.preventDefault();
    go(next);
  };
  return (
    <Box sx={{ p: 3, width: 300 }}>
      <MonthBar at={at} go={go} />
      <Box component="table" role="grid" ref={grid} onKeyDown={walk} sx={{ width: '100%', borderSpacing: 0 }}>
        <Weekdays at={at} />
        <tbody>
          {weeksOf(at).map((week) => (
            <tr key={week[0]}>
              {week.map((day) => (
                <DayCell key={day} {...{ day, at, isChosen: day === date, onChoose }} />
              ))}
            </tr>
          ))}
        </tbody>
      </Box>
    </Box>
  );
}

function dayAfterKey(at: string, { key, shiftKey }: KeyboardEvent): string | undefined {
  switch (key) {
    case 'ArrowLeft':
      return addDays(at, -1);
    case 'ArrowRight':
      return addDays(at, 1);
    case 'ArrowUp':
      return addDays(at, -7);
    case 'ArrowDown':
      return addDays(at, 7);
    case 'Home':
      return addDays(at, -weekday(at));
    case 'End':
      return addDays(at, 6 - weekday(at));
    case 'PageUp':
      return addMonths(at, shiftKey ? -12 : -1);
    case 'PageDown':
      return addMonths(at, shiftKey ? 12 : 1);
    default:
      return undefined;
  }
}

function MonthBar({ at, go }: { at: string; go: (date: string) => void }) {
  const t = useT();
  const { month } = useFormat();
  return (
    <Stack direction="row" sx={{ alignItems: 'center', mb: 2 }}>
      <Step
        label={t('register.calendar.yearBack')}
        icon={DoubleLeftIcon}
        onClick={() => go(addMonths(at, -12))}
      />
      <Step
        label={t('register.calendar.monthBack')}
        icon={ChevronLeftIcon}
        onClick={() => go(addMonths(at, -1))}
      />
      <Typography aria-live="polite" sx={{ flex: 1, textAlign: 'center', fontWeight: 600 }}>
        {month(at)}
      </Typography>
      <Step
        label={t('register.calendar.monthOn')}
        icon={ChevronRightIcon}
        onClick={() => go(addMonths(at, 1))}
      />
      <Step
        label={t('register.calendar.yearOn')}
        icon={DoubleRightIcon}
        onClick={() => go(addMonths(at, 12))}
      />
    </Stack>
  );
}

interface StepProps {
  label: string;
  icon: ComponentType<SvgIconProps>;
  onClick: () => void;
}

function Step({ label, icon: Icon, onClick }: StepProps) {
  return (
    <IconButton size="small" aria-label={label} onClick={onClick}>
      <Icon fontSize="small" />
    </IconButton>
  );
}

function Weekdays({ at }: { at: string }) {
  const { weekdayName } = useFormat();
  return (
    <thead>
      <tr>
        {weeksOf(at)[0]?.map((day) => (
          <Box
            key={day}
            component="th"
            scope="col"
            abbr={weekdayName(day, 'long')}
            sx={{ fontSize: '0.75rem', fontWeight: 600, color: 'text.secondary', pb: 1 }}
          >
            {weekdayName(day, 'short')}
          </Box>
        ))}
      </tr>
    </thead>
  );
}

interface DayCellProps {
  day: string;
  at: string;
  isChosen: boolean;
  onChoose: (date: string) => void;
}

function DayCell({ day, at, isChosen, onChoose }: DayCellProps) {
  const { date: write } = useFormat();
  const isOfMonth = day.slice(0, 7) === at.slice(0, 7);
  const isToday = day === today();
  return (
    <Box component="td" role="gridcell" aria-selected={isChosen} sx={{ p: 0, textAlign: 'center' }}>
      <ButtonBase
        tabIndex={day === at ? 0 : -1}
        aria-label={write(day)}
        {...(isToday && { 'aria-current': 'date' as const })}
        onClick={() => onChoose(day)}
        sx={{
          width: 36,
          height: 36,
          borderRadius: 1,
          font: 'inherit',
          fontSize: '0.875rem',
          color: isOfMonth ? 'text.primary' : 'text.secondary',
          ...(isToday && { fontWeight: 700, textDecoration: 'underline' }),
          ...(isChosen && { bgcolor: 'primary.main', color: 'primary.contrastText' }),
          '&:hover': { bgcolor: isChosen ? 'primary.main' : 'action.hover' },
        }}
      >
        {Number(day.slice(8))}
      </ButtonBase>
    </Box>
  );
}
