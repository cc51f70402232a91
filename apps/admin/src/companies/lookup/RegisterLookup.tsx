import SearchIcon from '@mui/icons-material/Search';
import { Alert, Box, Button } from '@mui/material';
import { useState } from 'react';
import { useFormContext } from 'react-hook-form';
import { useFormat } from '../../i18n/format';
import { useNames, useT } from '../../i18n/use-t';
import type { RegisteredCompany } from '../../providers/registered-companies';
import { filledFrom, type FilledField } from './filled';
import { LookupDialog } from './LookupDialog';

interface Filled {
  company: RegisteredCompany;
  fields: FilledField[];
}

/** Fills a company's form from the trade register, and says what was filled in and when it was read. */
export function RegisterLookup() {
  const t = useT();
  const { getValues } = useFormContext();
  const fill = useFilling();
  const [asked, setAsked] = useState<string | undefined>(undefined);
  const [filled, setFilled] = useState<Filled | undefined>(undefined);
  const ask = (): void => {
    const { kvkNumber, name } = getValues() as { kvkNumber?: string | null; name?: string | null };
    setAsked((kvkNumber ?? '') || (name ?? ''));
  };
  return (
    <Box>
      <Button variant="outlined" startIcon={<SearchIcon />} onClick={ask}>
        {t('lookup.open')}
      </Button>
      {filled && <WhatWasFilled {...filled} />}
      {asked !== undefined && (
        <LookupDialog
          asked={asked}
          onClose={() => setAsked(undefined)}
          onFound={(company) => {
            setFilled({ company, fields: fill(company) });
            setAsked(undefined);
          }}
        />
      )}
    </Box>
  );
}

/** Where a field came from and when stands in the reason of the change, and so in the history. */
function useFilling(): (company: RegisteredCompany) => FilledField[] {
  const t = useT();
  const { instant } = useFormat();
  const { getValues, setValue } = useFormContext();
  return (company) => {
    const filled = filledFrom(company, getValues());
    for (const [field, value] of filled) setValue(field, value, { shouldDirty: true, shouldValidate: true });
    const reason = t('lookup.reason', { time: instant(company.readAt) });
    if (filled.length > 0 && !getValues('reason')) setValue('reason', reason, { shouldDirty: true });
    return filled.map(([field]) => field);
  };
}

function WhatWasFilled({ company, fields }: Filled) {
  const t = useT();
  const { field: nameOf } = useNames();
  const { date, instant } = useFormat();
  const named = fields.map((field) => nameOf('companies', field)).join(', ');
  const said = [
    fields.length > 0
      ? t('lookup.filled', { time: instant(company.readAt), fields: named })
      : t('lookup.nothingNew', { time: instant(company.readAt) }),
    ...(company.endedOn === null ? [] : [t('lookup.ended', { date: date(company.endedOn) })]),
    ...(company.isNonMailing ? [t('lookup.nonMailing')] : []),
  ];
  return (
    <Alert
      severity={company.endedOn === null ? 'info' : 'warning'}
      role="status"
      sx={{ mt: 3, maxWidth: 720 }}
    >
      {said.join(' ')}
    </Alert>
  );
}
