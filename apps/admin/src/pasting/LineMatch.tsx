import AddIcon from '@mui/icons-material/AddCircleOutline';
import CheckIcon from '@mui/icons-material/Check';
import HelpIcon from '@mui/icons-material/HelpOutline';
import RemoveIcon from '@mui/icons-material/RemoveCircleOutline';
import { Box, NativeSelect, type SvgIconProps } from '@mui/material';
import { useState, type ComponentType } from 'react';
import { useFormat } from '../i18n/format';
import { useT, useWords } from '../i18n/use-t';
import type { Company } from '../providers/records';
import { describeCompany } from '../ui/inputs/describe';
import { RecordPicker } from '../ui/inputs/RecordPicker';
import type { Choice, Meaning } from './firms';
import { lineKey, type Line } from './lines';
import { TypeChoice } from './TypeChoice';
import type { Firms, MeantLine } from './use-firms';
import type { PastedList } from './use-list';

interface LineMatchProps {
  read: MeantLine;
  list: PastedList;
  firms: Firms;
  faults: ReadonlyMap<string, string[]>;
}

const SIGNS: Record<Meaning['kind'], [ComponentType<SvgIconProps>, string]> = {
  company: [CheckIcon, 'success.main'],
  new: [AddIcon, 'primary.main'],
  skip: [RemoveIcon, 'text.secondary'],
  doubt: [HelpIcon, 'warning.main'],
};

/** Whom a row means, what will come of it, and the way to say otherwise. */
export function LineMatch({ read, list, firms, faults }: LineMatchProps) {
  const { line, meaning, firm } = read;
  const [isSearching, setSearching] = useState(false);
  const key = lineKey(line);
  const choose = (choice: Choice): void => {
    setSearching(false);
    list.set({ choices: { ...list.draft.choices, [key]: choice } });
  };
  const match = firms.matchOf(line);
  const [Sign, colour] = SIGNS[meaning.kind];
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: '20px minmax(0, 1fr)', columnGap: 2 }}>
      <Sign sx={{ fontSize: 20, mt: 1, color: colour }} aria-hidden />
      <Box>
        {isSearching ? (
          <Finder line={line} onChoose={choose} />
        ) : (
          <Options
            line={line}
            meaning={meaning}
            lookAlikes={match?.lookAlikes ?? []}
            known={match?.company ?? null}
            onChoose={choose}
            onSearch={() => setSearching(true)}
          />
        )}
        <TypeOf read={read} onChoose={choose} />
        <Said read={read} firms={firms} />
        {firm && faults.get(firm.key)?.map((fault) => <Fault key={fault} text={fault} />)}
      </Box>
    </Box>
  );
}

interface OptionsProps {
  line: Line;
  meaning: Meaning;
  lookAlikes: readonly Company[];
  known: Company | null;
  onChoose: (choice: Choice) => void;
  onSearch: () => void;
}

function Options({ line, meaning, lookAlikes, known, onChoose, onSearch }: OptionsProps) {
  const t = useT();
  const chosen = meaning.kind === 'company' ? meaning.company : undefined;
  const companies: Pick<Company, 'id' | 'name'>[] = known ? [known] : [...lookAlikes];
  if (chosen && companies.every(({ id }) => id !== chosen.id)) companies.unshift(chosen);
  const take = (value: string): void => {
    const company = companies.find(({ id }) => id === value);
    if (company) onChoose({ kind: 'company', company: { id: company.id, name: company.name } });
    else if (value === 'search') onSearch();
    else if (value === 'new' || value === 'skip') onChoose({ kind: value });
  };
  return (
    <NativeSelect
      fullWidth
      value={meaning.kind === 'doubt' ? '' : (chosen?.id ?? meaning.kind)}
      onChange={(event) => take(event.target.value)}
      inputProps={{ 'aria-label': t('pasting.whoIs', { name: line.name || line.number }) }}
      sx={{ fontSize: '0.875rem' }}
    >
      {meaning.kind === 'doubt' && <option value="">{t('pasting.choose')}</option>}
      {companies.map((company) => (
        <option key={company.id} value={company.id}>
          {[company.name, describeCompany(company)].filter(Boolean).join(' · ')}
        </option>
      ))}
      {line.name !== '' && <option value="new">{t('pasting.newCompany', { name: line.name })}</option>}
      <option value="search">{t('pasting.search')}</option>
      <option value="skip">{t('pasting.skip')}</option>
    </NativeSelect>
  );
}

function Finder({ line, onChoose }: { line: Line; onChoose: (choice: Choice) => void }) {
  const t = useT();
  return (
    <Box sx={{ pt: 2 }}>
      <RecordPicker<Company>
        resource="companies"
        value={null}
        onChange={(id, company) => {
          if (company && id !== null) onChoose({ kind: 'company', company: { id, name: company.name } });
        }}
        label={t('pasting.whoIs', { name: line.name || line.number })}
        describe={describeCompany}
        placeholder={t('register.form.chooseCompany')}
        helperText=""
      />
    </Box>
  );
}

/** What a new company is, at the first of its rows. */
function TypeOf({ read: { line, firm }, onChoose }: { read: MeantLine; onChoose: OptionsProps['onChoose'] }) {
  const t = useT();
  if (firm?.meaning.kind !== 'new' || firm.lines[0] !== line) return null;
  return (
    <TypeChoice
      label={t('pasting.typeOf', { name: line.name })}
      value={firm.meaning.organisationType}
      onChoose={(organisationType) => onChoose({ kind: 'new', organisationType })}
    />
  );
}

/** What the row comes to, in a few words. */
function Said({ read: { line, meaning, firm }, firms }: { read: MeantLine; firms: Firms }) {
  const t = useT();
  const words = useWords();
  const { date } = useFormat();
  const there = firm && firms.participationOf(firm);
  const first = firm?.lines[0];
  const parts = [
    meaning.kind === 'company' && meaning.by && t(`pasting.by.${meaning.by}`),
    meaning.kind === 'doubt' && t(meaning.lookAlikes.length > 0 ? 'pasting.doubt' : 'pasting.nameless'),
    firm && first && first !== line && t('pasting.sameAs', { row: first.row }),
    there && t('pasting.takesPart', { level: words.level[there.level], date: date(there.startedOn) }),
    firm && firms.isAttending(firm) && t('pasting.attends'),
  ];
  return (
    <Box sx={{ color: 'text.secondary', fontSize: '0.8125rem' }}>{parts.filter(Boolean).join(' · ')}</Box>
  );
}

function Fault({ text }: { text: string }) {
  return (
    <Box role="alert" sx={{ color: 'error.main', fontSize: '0.8125rem' }}>
      {text}
    </Box>
  );
}
