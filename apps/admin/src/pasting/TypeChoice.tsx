import { NativeSelect } from '@mui/material';
import { ORGANISATION_TYPES, type OrganisationType } from '@fieldlab/domain';
import { capitalised, useT, useWords } from '../i18n/use-t';

interface TypeChoiceProps {
  label: string;
  value: OrganisationType | undefined;
  onChoose: (type: OrganisationType) => void;
}

/** What a new company is: figures count by it, so nothing is chosen that nobody said and no name tells. */
export function TypeChoice({ label, value, onChoose }: TypeChoiceProps) {
  const t = useT();
  const words = useWords();
  return (
    <NativeSelect
      value={value ?? ''}
      onChange={(event) => onChoose(event.target.value as OrganisationType)}
      inputProps={{ 'aria-label': label }}
      sx={{ fontSize: '0.875rem' }}
    >
      {value === undefined && <option value="">{t('pasting.chooseType')}</option>}
      {ORGANISATION_TYPES.map((type) => (
        <option key={type} value={type}>
          {capitalised(words.organisationType[type])}
        </option>
      ))}
    </NativeSelect>
  );
}
