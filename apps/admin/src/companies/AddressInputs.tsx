import { guessOrganisationType, NETHERLANDS } from '@fieldlab/domain';
import { useEffect, useRef } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import { useWords } from '../i18n/use-t';
import { ChoiceInput } from '../ui/inputs/fields';
import { TownField } from '../ui/inputs/TownField';
import { useField } from '../ui/inputs/use-field';

/** What a figure counts it as: follows the name as long as nobody chose, and is asked where the name does not tell. */
export function OrganisationTypeInput() {
  const words = useWords();
  const { setValue, getValues } = useFormContext();
  const name: unknown = useWatch({ name: 'name' });
  const guessed = useRef<string | null>(null);
  useEffect(() => {
    const current = (getValues('organisationType') as string | null | undefined) ?? null;
    if (current !== null && current !== '' && current !== guessed.current) return;
    guessed.current = typeof name === 'string' ? (guessOrganisationType(NETHERLANDS, name) ?? null) : null;
    setValue('organisationType', guessed.current);
  }, [name, setValue, getValues]);
  return <ChoiceInput source="organisationType" words={words.organisationType} required />;
}

/** The town, which brings its province along. */
export function TownInput() {
  const { setValue } = useFormContext();
  const { value, onChange, required: _required, ...field } = useField<string>({ source: 'municipality' }, '');
  return (
    <TownField
      {...field}
      value={value}
      onTown={(town, region) => {
        onChange(town);
        if (region !== undefined) setValue('province', region, { shouldDirty: true });
      }}
    />
  );
}
