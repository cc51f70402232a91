import { Autocomplete, Box, Button, Stack, TextField, Typography } from '@mui/material';
import { useGetList, useGetOne } from 'react-admin';
import { useState } from 'react';
import { useT } from '../i18n/use-t';
import type { Company } from '../providers/records';
import { describeCompany } from '../ui/inputs/describe';
import { useDebounced } from '../ui/use-debounced';
import type { Draft } from './draft';
import { NewCompanyFields } from './NewCompanyFields';

interface CompanyChoiceProps {
  draft: Draft;
  set: (change: Partial<Draft>) => void;
  fault: string | undefined;
}

type Option = Company | { makes: string };

/** Finds the company as one types, or makes it on the spot. */
export function CompanyChoice({ draft, set, fault }: CompanyChoiceProps) {
  if (draft.newCompany) return <NewCompanyFields company={draft.newCompany} set={set} fault={fault} />;
  if (draft.companyId) return <Chosen id={draft.companyId} set={set} />;
  return <Finder set={set} fault={fault} />;
}

function Chosen({ id, set }: { id: string; set: CompanyChoiceProps['set'] }) {
  const t = useT();
  const { data: company } = useGetOne<Company>('companies', { id });
  return (
    <Stack
      direction="row"
      sx={{
        alignItems: 'center',
        justifyContent: 'space-between',
        gap: 2,
        borderBottom: 1,
        borderColor: 'divider',
        pb: 3,
      }}
    >
      <Box sx={{ minWidth: 0 }}>
        <Typography sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>{company?.name ?? ' '}</Typography>
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {company && describeCompany(company)}
        </Typography>
      </Box>
      <Button size="small" onClick={() => set({ companyId: null, companyName: '' })} sx={{ flexShrink: 0 }}>
        {t('logging.change')}
      </Button>
    </Stack>
  );
}

function Finder({ set, fault }: Omit<CompanyChoiceProps, 'draft'>) {
  const t = useT();
  const [text, setText] = useState('');
  const { options, isSearching } = useSuggestions(text);
  const choose = (option: Option): void => {
    set(
      'makes' in option
        ? { newCompany: newCompanyOf(option.makes) }
        : { companyId: option.id, companyName: option.name },
    );
  };
  return (
    <Autocomplete<Option>
      options={options}
      value={null}
      inputValue={text}
      loading={isSearching}
      autoHighlight
      filterOptions={(all) => all}
      getOptionLabel={(option) => ('makes' in option ? option.makes : option.name)}
      getOptionKey={(option) => ('makes' in option ? 'new' : option.id)}
      onInputChange={(_event, typed, reason) => reason !== 'reset' && setText(typed)}
      onChange={(_event, option) => option && choose(option)}
      noOptionsText={t('logging.typeMore')}
      loadingText={t('register.form.searching')}
      renderOption={({ key: _key, ...rest }, option) => (
        <Box
          component="li"
          key={'makes' in option ? 'new' : option.id}
          {...rest}
          sx={{ display: 'block !important' }}
        >
          <Suggestion option={option} />
        </Box>
      )}
      renderInput={(params) => (
        <TextField
          {...params}
          autoFocus
          required
          label={t('logging.company')}
          placeholder={t('logging.companyHint')}
          error={fault !== undefined}
          helperText={fault}
        />
      )}
    />
  );
}

function Suggestion({ option }: { option: Option }) {
  const t = useT();
  if ('makes' in option) {
    return (
      <Box sx={{ fontWeight: 600, color: 'primary.main' }}>
        {t('logging.newCompany', { name: option.makes })}
      </Box>
    );
  }
  const centres = option.centreCount ?? 0;
  const line = [describeCompany(option), centres > 0 && t('logging.inCentres', { smart_count: centres })];
  return (
    <>
      <div>{option.name}</div>
      <Box sx={{ fontSize: '0.8125rem', color: 'text.secondary' }}>{line.filter(Boolean).join(' · ')}</Box>
    </>
  );
}

function useSuggestions(text: string): { options: Option[]; isSearching: boolean } {
  const q = useDebounced(text.trim(), 180);
  const isAsked = q.length >= 2;
  const { data = [], isFetching } = useGetList<Company>(
    'companies',
    { filter: { q }, pagination: { page: 1, perPage: 8 }, sort: { field: 'name', order: 'ASC' } },
    { enabled: isAsked },
  );
  if (!isAsked) return { options: [], isSearching: text.trim().length >= 2 };
  return { options: [...data, { makes: text.trim() }], isSearching: isFetching };
}

/** Eight digits are a number, anything else is a name. */
function newCompanyOf(text: string): NonNullable<Draft['newCompany']> {
  const isNumber = /^\d{8}$/.test(text);
  return { name: isNumber ? '' : text, kvkNumber: isNumber ? text : '', municipality: '' };
}
