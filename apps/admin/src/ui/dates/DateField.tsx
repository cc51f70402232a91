import CalendarIcon from '@mui/icons-material/CalendarTodayOutlined';
import { Box, IconButton, InputAdornment, Popover, TextField, type TextFieldProps } from '@mui/material';
import { isCalendarDate, readTypedDate } from '@fieldlab/domain';
import { lazy, Suspense, useRef, useState } from 'react';
import { useFormat } from '../../i18n/format';
import { useT } from '../../i18n/use-t';
import { today } from '../../providers/today';

/** Most dates are typed: the calendar comes when it is opened. */
const Calendar = lazy(async () => ({ default: (await import('./Calendar')).Calendar }));

export interface DateFieldProps extends Omit<TextFieldProps, 'value' | 'onChange' | 'type' | 'onFocus'> {
  /** `YYYY-MM-DD`, empty, or the text that could not be read. */
  value: string;
  /** Told every date that was typed or chosen, and empty. */
  onDate: (date: string) => void;
  /** Told text that is no date; a form keeps it, so that it does not save the former date unseen. */
  onUnreadable?: ((text: string) => void) | undefined;
  /** For the field itself where no label is seen. */
  ariaLabel?: string;
}

/** A calendar date in the reader's own notation, typed as people type dates, or taken from a calendar. */
export function DateField({ value, onDate, onUnreadable, ariaLabel, ...rest }: DateFieldProps) {
  const t = useT();
  const { text, isUnreadable, readAs, type, leave, choose } = useTyping({ value, onDate, onUnreadable });
  const said = rest.error === true ? rest.helperText : (readAs ?? rest.helperText);
  const help = isUnreadable ? t('register.form.notADate') : said;
  // What comes and goes while one types takes no room, or what is clicked next would move away from under the pointer.
  const isPassing = !isUnreadable && rest.helperText === undefined;
  return (
    <TextField
      {...rest}
      value={text}
      error={rest.error === true || isUnreadable}
      helperText={help}
      onChange={(event) => type(event.target.value)}
      onBlur={(event) => {
        leave();
        rest.onBlur?.(event);
      }}
      slotProps={{
        htmlInput: { autoComplete: 'off', ...(ariaLabel !== undefined && { 'aria-label': ariaLabel }) },
        inputLabel: { shrink: true },
        ...(isPassing && { formHelperText: { sx: { position: 'absolute', top: '100%' } } }),
        input: {
          sx: { pr: 1 },
          endAdornment: <CalendarButton date={isCalendarDate(value) ? value : ''} onChoose={choose} />,
        },
      }}
    />
  );
}

interface Typing {
  text: string;
  isLeft: boolean;
}

/** What stands in the field: what was typed, until its owner says another value. */
function useTyping({
  value,
  onDate,
  onUnreadable,
}: Pick<DateFieldProps, 'value' | 'onDate' | 'onUnreadable'>) {
  const { date: inFull, shortDate } = useFormat();
  const [typing, setTyping] = useState<Typing | undefined>(undefined);
  const [former, setFormer] = useState(value);
  if (former !== value) {
    setFormer(value);
    if (typing?.isLeft === true) setTyping(undefined);
  }
  const written = (date: string): string => (isCalendarDate(date) ? shortDate(date) : date);
  const text = typing?.text ?? written(value);
  const type = (typed: string): void => {
    setTyping({ text: typed, isLeft: false });
    const date = dateIn(typed);
    if (date === undefined) onUnreadable?.(typed);
    else onDate(date);
  };
  const leave = (): void =>
    setTyping((now) => now && { text: written(dateIn(now.text) ?? now.text), isLeft: true });
  // Its owner may take a moment, such as for the page's address to change: until then it says what was chosen.
  const choose = (date: string): void => {
    setTyping({ text: written(date), isLeft: true });
    onDate(date);
  };
  const typed = typing?.isLeft === false ? dateIn(typing.text) : undefined;
  // What was meant is seen before it is saved, also by who saves with Enter and never leaves the field.
  const readAs = typed && typed !== '' ? `= ${inFull(typed)}` : undefined;
  const isUnreadable = typing?.isLeft !== false && dateIn(text) === undefined;
  return { text, isUnreadable, readAs, type, leave, choose };
}

/** The date that a text says, empty for no text, undefined when it says none. */
function dateIn(text: string): string | undefined {
  const trimmed = text.trim();
  if (trimmed === '') return '';
  return readTypedDate(trimmed, today());
}

function CalendarButton({ date, onChoose }: { date: string; onChoose: (date: string) => void }) {
  const t = useT();
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  const close = (): void => setOpen(false);
  return (
    <InputAdornment position="end">
      <IconButton
        ref={button}
        size="small"
        aria-label={t('register.calendar.open')}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onClick={() => setOpen(true)}
      >
        <CalendarIcon sx={{ fontSize: 18 }} />
      </IconButton>
      <Popover
        open={isOpen}
        anchorEl={() => button.current}
        onClose={close}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }}
        transformOrigin={{ vertical: 'top', horizontal: 'right' }}
        slotProps={{
          paper: { role: 'dialog', 'aria-label': t('register.calendar.title'), variant: 'outlined' },
        }}
      >
        <Suspense fallback={<Box sx={{ width: 300, height: 320 }} />}>
          <Calendar
            date={date}
            onChoose={(chosen) => {
              onChoose(chosen);
              close();
            }}
          />
        </Suspense>
      </Popover>
    </InputAdornment>
  );
}
