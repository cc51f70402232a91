import { Alert, Button, Stack, TextField, Typography } from '@mui/material';
import { NETHERLANDS, normaliseCompanyName } from '@fieldlab/domain';
import { useGetList } from 'react-admin';
import { useT } from '../i18n/use-t';
import type { Company } from '../providers/records';
import { describeCompany } from '../ui/inputs/describe';
import { useDebounced } from '../ui/use-debounced';
import type { Draft, NewCompany } from './draft';
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
      <LookAlikes name={company.name} set={set} />
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

function LookAlikes({ name, set }: { name: string; set: NewCompanyFieldsProps['set'] }) {
  const t = useT();
  const q = useDebounced(normaliseCompanyName(NETHERLANDS, name), 300);
  const { data = [] } = useGetList<Company>(
    'companies',
    { filter: { q }, pagination: { page: 1, perPage: 3 }, sort: { field: 'name', order: 'ASC' } },
    { enabled: q.length >= 3 },
  );
  if (data.length === 0 || q.length < 3) return null;
  return (
    <Alert severity="warning" icon={false}>
      {t('logging.lookAlikes')}
      {data.map((company) => (
        <Stack
          key={company.id}
          direction="row"
          sx={{ justifyContent: 'space-between', alignItems: 'center', gap: 2, mt: 1 }}
        >
          <span>
            <strong>{company.name}</strong> {describeCompany(company)}
          </span>
          <Button
            size="small"
            color="inherit"
            onClick={() => set({ newCompany: null, companyId: company.id, companyName: company.name })}
          >
            {t('logging.takeThisOne')}
          </Button>
        </Stack>
      ))}
    </Alert>
  );
}
