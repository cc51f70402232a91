import { Autocomplete, createFilterOptions, TextField } from '@mui/material';
import { NETHERLANDS, foldText, regionOf, type Town } from '@fieldlab/domain';
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
      onInputChange={(_event, text, reason) =>
        reason === 'input' && onTown(text, places && regionOf(places, { town: text }))
      }
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
