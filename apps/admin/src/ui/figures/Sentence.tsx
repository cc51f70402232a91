import { Box, ListSubheader, MenuItem, TextField } from '@mui/material';
import {
  currentIndicators,
  INDICATOR_GROUPS,
  NETHERLANDS,
  type FiguresAnswer,
  type Indicator,
} from '@fieldlab/domain';
import type { ReactNode } from 'react';
import { useLanguage, useT, useWords } from '../../i18n/use-t';
import { DateField } from '../dates/DateField';
import { ScopePicker } from './ScopePicker';
import { placesCompanies, type FigureQuery, type ChangeQuery } from './use-figure-query';

interface SentenceProps {
  asked: FigureQuery;
  /** What the answer took for what was left open. */
  answer?: Pick<FiguresAnswer, 'asOf' | 'from' | 'knownAt' | 'sectorVersion'> | undefined;
  ask: ChangeQuery;
  /** Only of the figure as a whole: no word for a breakdown. */
  isWhole?: boolean;
}

/** The question as a sentence whose words can be changed. */
export function Sentence({ asked, ask, answer, isWhole = false }: SentenceProps) {
  const t = useT();
  return (
    <Box
      className="no-print"
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        columnGap: 2,
        rowGap: 3,
        borderTop: 1,
        borderBottom: 1,
        borderColor: 'divider',
        py: 4,
        mb: 6,
      }}
    >
      <IndicatorChoice asked={asked} ask={ask} />
      {asked.indicator.kind !== 'stock' && (
        <>
          {t('figures.sentence.from')}
          <DayChoice
            label={t('figures.sentence.from')}
            value={asked.from || (answer?.from ?? '')}
            onChange={(from) => ask({ from })}
          />
        </>
      )}
      {t('figures.sentence.to')}
      <DayChoice
        label={t('dashboard.asOf')}
        value={asked.asOf || (answer?.asOf ?? '')}
        onChange={(asOf) => ask({ asOf })}
      />
      {t('figures.sentence.in')}
      <ScopeChoice asked={asked} ask={ask} />
      {!isWhole && asked.indicator.countsGroups && <CountChoice asked={asked} ask={ask} />}
      {!isWhole && <BreakdownWords asked={asked} answer={answer} ask={ask} />}
      {t('figures.sentence.knownAt')}
      <DayChoice
        label={t('figures.sentence.knownAt')}
        value={(asked.knownOn || (answer?.knownAt ?? '')).slice(0, 10)}
        onChange={(knownOn) => ask({ knownOn })}
      />
    </Box>
  );
}

function Choice({
  label,
  value,
  onChange,
  children,
  width,
}: {
  label: string;
  value: string;
  onChange: (value: string) => void;
  children: ReactNode;
  width: number;
}) {
  return (
    <TextField
      select
      value={value}
      onChange={(event) => onChange(event.target.value)}
      sx={{ width: { xs: '100%', sm: width } }}
      slotProps={{ select: { displayEmpty: true, SelectDisplayProps: { 'aria-label': label } } }}
    >
      {children}
    </TextField>
  );
}

function DayChoice({
  label,
  value,
  onChange,
}: {
  label: string;
  value: string;
  onChange: (date: string) => void;
}) {
  return <DateField ariaLabel={label} value={value} onDate={onChange} sx={{ width: 164 }} />;
}

function IndicatorChoice({ asked, ask }: SentenceProps) {
  const t = useT();
  const language = useLanguage();
  const inGroup = (codes: readonly string[]): readonly Indicator[] =>
    currentIndicators.filter(({ code }) => codes.includes(code));
  return (
    <Choice
      label={t('figures.indicator')}
      value={asked.indicator.code}
      onChange={(indicator) => ask({ indicator })}
      width={320}
    >
      {INDICATOR_GROUPS.flatMap(({ name, codes }) => [
        <ListSubheader key={name}>{t(`figures.groups.${name}`)}</ListSubheader>,
        ...inGroup(codes).map(({ code, title }) => (
          <MenuItem key={code} value={code}>
            {title[language]}
          </MenuItem>
        )),
      ])}
    </Choice>
  );
}

function ScopeChoice({ asked, ask }: SentenceProps) {
  const t = useT();
  return (
    <Box sx={{ width: { xs: '100%', sm: 280 } }}>
      <ScopePicker
        ariaLabel={t('figures.sentence.in')}
        value={asked.scope}
        onChange={(scope) => ask({ scope })}
        whole=""
        helperText=""
        keepsChosen
      />
    </Box>
  );
}

function BreakdownWords(props: SentenceProps) {
  const t = useT();
  return (
    <>
      {t('figures.sentence.by')}
      <BreakdownChoice {...props} />
      {props.asked.by === 'sector' && <SectorVersionChoice {...props} />}
      {placesCompanies(props.asked) && <PlacesChoice {...props} />}
    </>
  );
}

function BreakdownChoice({ asked, ask }: SentenceProps) {
  const t = useT();
  const words = useWords();
  return (
    <Choice label={t('figures.sentence.by')} value={asked.by} onChange={(by) => ask({ by })} width={208}>
      <MenuItem value="">{t('figures.sentence.none')}</MenuItem>
      {asked.indicator.breakdowns.map((by) => (
        <MenuItem key={by} value={by}>
          {words.breakdown[by]}
        </MenuItem>
      ))}
    </Choice>
  );
}

function SectorVersionChoice({ asked, answer, ask }: SentenceProps) {
  const t = useT();
  return (
    <Choice
      label={t('figures.sectorVersion')}
      value={asked.sectorVersion || (answer?.sectorVersion ?? '')}
      onChange={(sectorVersion) => ask({ sectorVersion })}
      width={128}
    >
      {NETHERLANDS.sectorSchemes.map(({ version, name }) => (
        <MenuItem key={version} value={version}>
          {name}
        </MenuItem>
      ))}
    </Choice>
  );
}

function PlacesChoice({ asked, ask }: SentenceProps) {
  const t = useT();
  return (
    <Choice
      label={t('figures.places.label')}
      value={asked.placesAs}
      onChange={(placesAs) => ask({ placesAs })}
      width={200}
    >
      <MenuItem value="">{t('figures.places.then')}</MenuItem>
      <MenuItem value="now">{t('figures.places.now')}</MenuItem>
    </Choice>
  );
}

function CountChoice({ asked, ask }: SentenceProps) {
  const t = useT();
  return (
    <>
      {t('figures.countBy.counted')}
      <Choice
        label={t('figures.countBy.counted')}
        value={asked.countBy}
        onChange={(countBy) => ask({ countBy })}
        width={176}
      >
        <MenuItem value="">{t('figures.countBy.company')}</MenuItem>
        <MenuItem value="group">{t('figures.countBy.group')}</MenuItem>
      </Choice>
    </>
  );
}
