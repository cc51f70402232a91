import { Box, MenuItem, TextField } from '@mui/material';
import { NETHERLANDS, ORGANISATION_TYPES, type OrganisationType } from '@fieldlab/domain';
import { capitalised, useLanguage, useNames, useT, useWords } from '../i18n/use-t';
import { TownField } from '../ui/inputs/TownField';
import { guessedType, type NewCompany } from './draft';

interface PartProps {
  company: NewCompany;
  change: (part: Partial<NewCompany>) => void;
}

/** What a figure counts it as: guessed from its name for somebody to look at, and asked where the name does not tell. */
export function OrganisationTypeField({ company, change, fault }: PartProps & { fault: string | undefined }) {
  const t = useT();
  const words = useWords();
  const { field } = useNames();
  const isGuess = company.organisationType === '' && guessedType(company) !== '';
  return (
    <TextField
      select
      required
      label={field('companies', 'organisationType')}
      value={guessedType(company)}
      error={fault !== undefined}
      helperText={fault ?? (isGuess ? t('logging.typeGuessed') : undefined)}
      onChange={(event) => change({ organisationType: event.target.value as OrganisationType })}
    >
      {ORGANISATION_TYPES.map((type) => (
        <MenuItem key={type} value={type}>
          {capitalised(words.organisationType[type])}
        </MenuItem>
      ))}
    </TextField>
  );
}

/** The town, and the province that goes with it. */
export function NewCompanyAddress({ company, change }: PartProps) {
  const t = useT();
  const language = useLanguage();
  const { field } = useNames();
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 3 }}>
      <TownField
        label={t('logging.town')}
        value={company.municipality}
        onTown={(municipality, province = '') => change({ municipality, province })}
      />
      <TextField
        select
        label={field('companies', 'province')}
        value={company.province}
        onChange={(event) => change({ province: event.target.value })}
      >
        <MenuItem value="">
          <em>{t('register.record.unknown')}</em>
        </MenuItem>
        {NETHERLANDS.regions.map(({ code, name }) => (
          <MenuItem key={code} value={code}>
            {name[language]}
          </MenuItem>
        ))}
      </TextField>
    </Box>
  );
}
