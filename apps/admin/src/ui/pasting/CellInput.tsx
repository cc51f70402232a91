import { TextField } from '@mui/material';
import { CHOICES, readChoice, WORDS, type ChoiceName, type Column } from '@fieldlab/domain';
import { capitalised, useLanguage } from '../../i18n/use-t';

interface CellInputProps {
  column: Column;
  label: string;
  placeholder?: string;
  text: string;
  describedBy?: string | undefined;
  isWrong?: boolean;
  /** Told what was typed once one leaves the cell, or what was chosen. */
  onCommit: (text: string) => void;
}

/** A cell to mend: its words where the column has a closed list, else what one types. */
export function CellInput({ column, text, ...look }: CellInputProps) {
  const language = useLanguage();
  const { label, describedBy, isWrong = false, placeholder, onCommit } = look;
  const htmlInput = {
    'aria-label': label,
    ...(describedBy !== undefined && { 'aria-describedby': describedBy }),
    style: { fontSize: '0.875rem' },
  };
  const shared = { fullWidth: true, variant: 'standard' as const, error: isWrong, sx: { minWidth: 120 } };
  if (column.type in CHOICES) {
    const choice = column.type as ChoiceName;
    const read = text === '' ? '' : (readChoice(choice, text).value ?? text);
    return (
      <TextField
        {...shared}
        select
        value={read}
        onChange={(event) => onCommit(event.target.value)}
        slotProps={{ htmlInput, select: { native: true } }}
      >
        <option value={read in WORDS[language][choice] ? '' : read}>
          {read in WORDS[language][choice] ? (placeholder ?? '') : read || placeholder}
        </option>
        {Object.entries(WORDS[language][choice]).map(([code, word]) => (
          <option key={code} value={code}>
            {capitalised(word)}
          </option>
        ))}
      </TextField>
    );
  }
  const commit = (target: EventTarget): void => {
    const isTyped = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
    if (isTyped && target.value !== text) onCommit(target.value);
  };
  return (
    <TextField
      {...shared}
      key={text}
      multiline={column.lines === true}
      defaultValue={text}
      {...(placeholder !== undefined && { placeholder })}
      onBlur={({ target }) => commit(target)}
      onKeyDown={(event) => event.key === 'Enter' && !column.lines && commit(event.target)}
      slotProps={{ htmlInput }}
    />
  );
}
