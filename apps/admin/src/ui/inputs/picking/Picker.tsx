import { Autocomplete, Box } from '@mui/material';
import type { RaRecord } from 'react-admin';
import { useRef, useState } from 'react';
import { useT } from '../../../i18n/use-t';
import type { PickerProps } from './picker-props';
import { PickerField } from './PickerField';
import { isCreation, usePicking, type Option, type Picking } from './use-picking';

/** The one way to choose records: found on the server as one types, and told apart by town and number. */
export function Picker<T extends RaRecord<string>>(props: PickerProps<T>) {
  const { chosen, isMultiple = false, nameOf } = props;
  const t = useT();
  const picking = usePicker(props);
  const { typed, hits } = picking;
  const [single = null] = typed === '' ? chosen : [];
  return (
    <Autocomplete<Option<T>, boolean>
      {...(props.id !== undefined && { id: props.id })}
      multiple={isMultiple}
      options={picking.options}
      value={isMultiple ? [...chosen] : single}
      inputValue={typed === '' && single && !isMultiple ? nameOf(single) : typed}
      open={picking.isOpen}
      onOpen={() => picking.setOpen(true)}
      onClose={() => picking.setOpen(false)}
      loading={hits.isSearching}
      autoHighlight={typed !== '' && hits.meant !== undefined}
      filterOptions={(found) => found}
      filterSelectedOptions={isMultiple}
      getOptionLabel={(option) => (isCreation(option) ? option.makes : nameOf(option))}
      getOptionKey={keyOf}
      isOptionEqualToValue={(option, other) => keyOf(option) === keyOf(other)}
      onInputChange={(_event, text, reason) => reason === 'input' && picking.type(text)}
      onChange={(_event, _value, reason, details) => picking.change(reason, details?.option)}
      onHighlightChange={(_event, option, reason) => picking.onHighlight(option, reason)}
      onKeyDown={picking.onKeyDown}
      onBlur={picking.onBlur}
      loadingText={t('register.form.searching')}
      noOptionsText={t(noOptions(props, picking))}
      renderOption={({ key: _key, onMouseMove: _hover, ...rest }, option) => (
        <Box component="li" key={keyOf(option)} {...rest} sx={OPTION}>
          <OptionLines option={option} picker={props} />
        </Box>
      )}
      renderInput={(params) => <PickerField params={params} picker={props} picking={picking} />}
      data-resource={props.resource}
    />
  );
}

/** The pointer only shows what it would choose: a list that opens below it must not choose for the Enter key. */
const OPTION = { display: 'block !important', '&:hover': { bgcolor: 'action.hover' } };

const keyOf = <T extends RaRecord<string>>(option: Option<T>): string =>
  isCreation(option) ? 'new' : option.id;

function noOptions<T>({ searchFrom = 0 }: PickerProps<T>, { typed, hits }: Picking<T>) {
  if (hits.hasFailed) return 'register.form.searchFailed';
  return typed.trim().length < searchFrom ? 'register.form.typeMore' : 'register.form.noOptions';
}

/** Picking, and what it does to what was chosen: Escape brings back what stood there before one typed. */
function usePicker<T extends RaRecord<string>>(props: PickerProps<T>) {
  const { chosen, onChosen, isMultiple = false, keepsChosen = false, creates } = props;
  const former = useRef<readonly T[]>([]);
  const [isOpen, setOpen] = useState(false);
  const picking = usePicking<T>({
    ...props,
    onPick: (record) => {
      setOpen(false);
      onChosen(isMultiple ? [...chosen.filter(({ id }) => id !== record.id), record] : [record]);
    },
    onCreate: creates?.onCreate,
  });
  const { typed } = picking;
  const isReplacing = !isMultiple && !keepsChosen;
  return {
    ...{ ...picking, isOpen, setOpen },
    type: (text: string): void => {
      if (typed === '') former.current = chosen;
      picking.type(text);
      if (isReplacing && chosen.length > 0) onChosen([]);
    },
    change: (reason: string, option: Option<T> | undefined): void => {
      if (reason === 'selectOption' && option) {
        picking.take(option);
        return;
      }
      picking.type('');
      onChosen(
        reason === 'removeOption' && option ? chosen.filter((one) => keyOf(one) !== keyOf(option)) : [],
      );
    },
    onKeyDown: (event: Parameters<Picking<T>['onKeyDown']>[0]): void => {
      if (event.key !== 'Escape' || typed === '') {
        picking.onKeyDown(event);
        return;
      }
      event.stopPropagation();
      picking.type('');
      if (isReplacing) onChosen([...former.current]);
    },
  };
}

function OptionLines<T extends RaRecord<string>>({
  option,
  picker,
}: {
  option: Option<T>;
  picker: PickerProps<T>;
}) {
  if (isCreation(option)) {
    return <Box sx={{ fontWeight: 600, color: 'primary.main' }}>{picker.creates?.words(option.makes)}</Box>;
  }
  return (
    <>
      <div>{picker.nameOf(option)}</div>
      <Box sx={{ typography: 'body2', color: 'text.secondary' }}>{picker.describe(option)}</Box>
    </>
  );
}
