import { Button, Stack, TextField, Typography } from '@mui/material';
import { NETHERLANDS } from '@fieldlab/domain';
import { useT } from '../i18n/use-t';
import type { Draft, NewCompany } from './draft';
import { LookAlikes } from './LookAlikes';
import { NewCompanyAddress, OrganisationTypeField } from './NewCompanyAddress';

interface NewCompanyFieldsProps {
  company: NewCompany;
  set: (change: Partial<Draft>) => void;
  fault: string | undefined;
  typeFault: string | undefined;
}

/** The few fields of a company that is made on the spot, with what it looks like beside it. */
export function NewCompanyFields({ company, set, fault, typeFault }: NewCompanyFieldsProps) {
  const t = useT();
  const change = (part: Partial<NewCompany>): void => set({ newCompany: { ...company, ...part } });
  return (
    <Stack sx={{ gap: 3 }}>
      <Stack direction="row" sx={{ justifyContent: 'space-between', alignItems: 'center' }}>
        <Typography variant="h3">{t('logging.newCompanyTitle')}</Typography>
        <Button size="small" onClick={() => set({ newCompany: null })}>
          {t('logging.change')}
        </Button>
      </Stack>
      <TextField
        autoFocus
        required
        label={t('logging.company')}
        value={company.name}
        error={fault !== undefined}
        helperText={fault}
        onChange={(event) => change({ name: event.target.value })}
      />
      <LookAlikes company={company} set={set} />
      <OrganisationTypeField company={company} change={change} fault={typeFault} />
      <TextField
        label={NETHERLANDS.companyNumber.name}
        value={company.kvkNumber}
        onChange={(event) => change({ kvkNumber: event.target.value.trim() })}
        slotProps={{ htmlInput: { inputMode: 'numeric', maxLength: 8 } }}
      />
      <NewCompanyAddress company={company} change={change} />
    </Stack>
  );
}
