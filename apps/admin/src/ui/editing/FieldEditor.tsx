import { TextField } from '@mui/material';
import type { Referenced, RegisterField } from '@fieldlab/domain';
import type { KeyboardEvent } from 'react';
import type { RaRecord } from 'react-admin';
import { useFormat } from '../../i18n/format';
import { useLanguage, useT } from '../../i18n/use-t';
import type { Activity } from '../../providers/records';
import { describeCentre, describeCompany } from '../inputs/describe';
import { RecordPicker, RecordsPicker } from '../inputs/RecordPicker';
import { choicesOf, type Draft } from './drafts';

export interface FieldEditorProps {
  field: RegisterField;
  draft: Draft;
  onDraft: (draft: Draft) => void;
  label: string;
  /** Nothing but the box itself: what it is called is only told to who does not see it stand in its column. */
  isBare?: boolean;
  fault?: string | undefined;
  /** Where the fault is told, where that is not below the box. */
  faultId?: string | undefined;
  autoFocus?: boolean;
}

/** Edits a value of any field of the register, as its definition says it is typed. */
export function FieldEditor(props: FieldEditorProps) {
  const { field, draft } = props;
  const language = useLanguage();
  if (field.references !== undefined) return <Reference {...props} references={field.references} />;
  const choices = choicesOf(field, language);
  const text = typeof draft === 'string' ? draft : '';
  if (choices) return <Choice {...props} text={text} choices={choices} />;
  return <Typed {...props} text={text} />;
}

function Typed({ field, text, onDraft, ...look }: FieldEditorProps & { text: string }) {
  const { isBare = false } = look;
  return (
    <TextField
      {...lookOf(look)}
      value={text}
      {...(field.lines === true && { multiline: true, minRows: isBare ? 1 : 3 })}
      onChange={(event) => onDraft(event.target.value)}
      // In a cell one goes on behind what stands there, or was typed to open it.
      onFocus={({ target }) => isBare && target.setSelectionRange(text.length, text.length)}
    />
  );
}

interface ChoiceProps extends FieldEditorProps {
  text: string;
  choices: readonly (readonly [code: string, word: string])[];
}

function Choice({ field, text, choices, onDraft, ...look }: ChoiceProps) {
  const t = useT();
  const { slotProps, ...rest } = lookOf(look);
  const isKnown = text === '' || choices.some(([code]) => code === text);
  return (
    <TextField
      {...rest}
      select
      value={text}
      onChange={(event) => onDraft(event.target.value)}
      slotProps={{ ...slotProps, select: { native: true } }}
    >
      {(!field.required || text === '') && <option value="">{t('register.record.unknown')}</option>}
      {!isKnown && <option value={text}>{text}</option>}
      {choices.map(([code, word]) => (
        <option key={code} value={code}>
          {word}
        </option>
      ))}
    </TextField>
  );
}

function lookOf({
  label,
  isBare = false,
  fault,
  faultId,
  autoFocus = false,
}: Omit<FieldEditorProps, 'field' | 'draft' | 'onDraft'>) {
  return {
    ...{ fullWidth: true, autoFocus, error: fault !== undefined },
    ...(!isBare && { label, helperText: fault ?? ' ' }),
    slotProps: {
      inputLabel: { shrink: true },
      htmlInput: {
        autoComplete: 'off',
        ...(isBare && { 'aria-label': label }),
        ...(faultId !== undefined && { 'aria-describedby': faultId }),
      },
    },
  };
}

/** Records are found as everywhere: by name, number or code. */
function Reference({
  references,
  field,
  draft,
  onDraft,
  ...look
}: FieldEditorProps & { references: Referenced }) {
  const describe = useDescribe(references);
  const { label, isBare = false, fault, autoFocus = false } = look;
  const shared = {
    ...{ resource: references, describe, autoFocus, error: fault !== undefined },
    ...(references === 'activities' && { by: 'title' as const }),
    ...(isBare ? { ariaLabel: label, helperText: '' } : { label, helperText: fault ?? ' ' }),
  };
  if (field.type === 'referenceList')
    return (
      <RecordsPicker<RaRecord<string>>
        {...shared}
        value={typeof draft === 'string' ? [] : draft}
        onChange={onDraft}
      />
    );
  return (
    <RecordPicker<RaRecord<string>>
      {...shared}
      value={typeof draft === 'string' && draft !== '' ? draft : null}
      onChange={(id) => onDraft(id ?? '')}
    />
  );
}

function useDescribe(references: Referenced): (record: object) => string {
  const { date } = useFormat();
  const describeActivity = ({ heldOn, centreName }: Partial<Activity>): string =>
    [heldOn && date(heldOn), centreName].filter(Boolean).join(' · ');
  return { companies: describeCompany, centres: describeCentre, activities: describeActivity }[references];
}

/** Keys that the list of a picker needs itself, while it is open. */
export const isOfOpenList = (event: KeyboardEvent): boolean =>
  event.target instanceof HTMLElement && event.target.getAttribute('aria-expanded') === 'true';
