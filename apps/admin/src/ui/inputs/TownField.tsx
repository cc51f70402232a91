import { Autocomplete, createFilterOptions, TextField } from '@mui/material';
import { NETHERLANDS, foldText, regionOf, type Places, type Town } from '@fieldlab/domain';
import { useEffect, useRef } from 'react';
import { useLanguage } from '../../i18n/use-t';
import { usePlaces } from './use-places';

interface TownFieldProps {
  label: string;
  value: string;
  /** Called with the region too: that of the chosen one, or of the only town that is called what was typed. */
  onTown: (town: string, region: string | undefined) => void;
  error?: boolean;
  helperText?: string;
  id?: string;
  name?: string;
  onBlur?: () => void;
}

const filterTowns = createFilterOptions<Town>({
  limit: 12,
  matchFrom: 'start',
  stringify: ({ name }) => foldText(name),
});

/** A town from the list, told apart from its namesakes by its province; one abroad is typed as it is. */
export function TownField({ value, onTown, label, ...field }: TownFieldProps) {
  const language = useLanguage();
  const { places } = usePlaces();
  const towns = places?.towns ?? [];
  const onTyped = useTyped(places, { value, onTown });
  const regionName = (code: string): string =>
    NETHERLANDS.regions.find((region) => region.code === code)?.name[language] ?? '';
  return (
    <Autocomplete<Town, false, true, true>
      freeSolo
      disableClearable
      {...(field.id !== undefined && { id: field.id })}
      options={value.trim() === '' ? [] : towns}
      filterOptions={(all, state) => filterTowns(all, { ...state, inputValue: foldText(state.inputValue) })}
      inputValue={value}
      value={value}
      getOptionLabel={(option) => (typeof option === 'string' ? option : option.name)}
      getOptionKey={(option) => (typeof option === 'string' ? option : `${option.name} ${option.region}`)}
      onInputChange={(_event, text, reason) => {
        if (reason === 'input') onTyped(text);
      }}
      onChange={(_event, town) => {
        if (typeof town !== 'string') onTown(town.name, town.region);
      }}
      onBlur={() => field.onBlur?.()}
      renderOption={({ key: _key, ...rest }, { name, region }) => (
        <li key={`${name} ${region}`} {...rest}>
          {name} · {regionName(region)}
        </li>
      )}
      renderInput={(params) => (
        <TextField
          {...params}
          label={label}
          error={field.error ?? false}
          helperText={field.helperText}
          slotProps={{
            htmlInput: { ...params.inputProps, ...(field.name !== undefined && { name: field.name }) },
          }}
        />
      )}
    />
  );
}

/** Tells the region of a town that is typed; of one that was typed before the list of towns was there, as soon as it comes. */
function useTyped(
  places: Places | undefined,
  { value, onTown }: Pick<TownFieldProps, 'value' | 'onTown'>,
): (town: string) => void {
  const typedBefore = useRef<string>(undefined);
  useEffect(() => {
    const town = typedBefore.current;
    if (!places || town === undefined) return;
    typedBefore.current = undefined;
    if (town === value) onTown(town, regionOf(places, { town }));
  }, [places, onTown, value]);
  return (town) => {
    typedBefore.current = places ? undefined : town;
    onTown(town, places && regionOf(places, { town }));
  };
}
