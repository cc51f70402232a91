import { Box, Tab, Table, TableBody, TableCell, TableHead, TableRow, Tabs, Typography } from '@mui/material';
import type { Schemas } from '@fieldlab/api-client';
import { SHEETS, shownColumns } from '@fieldlab/domain';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useFormat } from '../i18n/format';
import { useLanguage, useT } from '../i18n/use-t';
import { request } from '../providers/http';
import { Failed } from '../ui/page/Failed';
import { Pages } from '../ui/page/Pages';
import { Section } from '../ui/page/Section';
import { Sideways } from '../ui/page/Sideways';
import { Waiting } from '../ui/page/Waiting';
import type { Import } from './use-import';
import { columnLabel, sheetLabel, useCellText } from './words-of';

type Page = Schemas['PlannedRowPage'];
type Row = Schemas['PlannedRow'];
export type PlannedKind = 'NEW' | 'FILLED';

const PER_PAGE = 25;
const COUNTED = { NEW: 'created', FILLED: 'updated' } as const;

/** The records that an import will make or fill in, sheet by sheet and page by page. */
export function PlannedRows({ result, kind }: { result: Import; kind: PlannedKind }) {
  const t = useT();
  const { number } = useFormat();
  const language = useLanguage();
  const sheets = SHEETS.flatMap(({ name }) => {
    const count = name === 'programme' ? 0 : (result.counts[name]?.[COUNTED[kind]] ?? 0);
    return count > 0 ? [{ name, count }] : [];
  });
  const [chosen, setChosen] = useState(sheets[0]?.name);
  if (chosen === undefined) return null;
  const count = number(sheets.reduce((sum, sheet) => sum + sheet.count, 0));
  const title = t(kind === 'NEW' ? 'importing.newTitle' : 'importing.filledTitle', { count });
  return (
    <Section title={title}>
      {kind === 'FILLED' && <Typography sx={{ mb: 2 }}>{t('importing.filledHelp')}</Typography>}
      <Tabs
        value={chosen}
        onChange={(_event, name: typeof chosen) => setChosen(name)}
        aria-label={title}
        variant="scrollable"
        allowScrollButtonsMobile
        sx={{ mb: 2 }}
      >
        {sheets.map((sheet) => (
          <Tab
            key={sheet.name}
            value={sheet.name}
            label={`${sheetLabel(language, sheet.name)} (${number(sheet.count)})`}
          />
        ))}
      </Tabs>
      <OfSheet key={chosen} id={result.id} sheet={chosen} kind={kind} />
    </Section>
  );
}

function OfSheet({ id, sheet, kind }: { id: string; sheet: string; kind: PlannedKind }) {
  const t = useT();
  const { number } = useFormat();
  const language = useLanguage();
  const [page, setPage] = useState(1);
  const query = { kind, sheet, page, perPage: PER_PAGE };
  const { data, error, refetch } = useQuery({
    queryKey: ['import', id, 'rows', query],
    queryFn: () => request<Page>('GET', `/imports/${id}/rows`, { query }),
    placeholderData: keepPreviousData,
    staleTime: Infinity,
  });
  if (error) return <Failed error={error} onRetry={() => void refetch()} />;
  if (!data) return <Waiting rows={4} />;
  const pages = Math.ceil(data.total / PER_PAGE);
  return (
    <>
      <Sideways label={sheetLabel(language, sheet)}>
        {kind === 'NEW' ? (
          <NewRows sheet={sheet} rows={data.data} />
        ) : (
          <FilledRows sheet={sheet} rows={data.data} />
        )}
      </Sideways>
      {data.found > data.total && (
        <Typography variant="body2" sx={{ mt: 2, color: 'text.secondary' }}>
          {t('importing.shownOf', { shown: number(data.total), found: number(data.found) })}
        </Typography>
      )}
      <Pages count={pages} page={page} onChange={setPage} />
    </>
  );
}

interface RowsProps {
  sheet: string;
  rows: readonly Row[];
}

/** Only the columns that are filled somewhere on the page. */
function NewRows({ sheet, rows }: RowsProps) {
  const t = useT();
  const language = useLanguage();
  const text = useCellText();
  const known = SHEETS.find(({ name }) => name === sheet);
  const columns = (known ? shownColumns(known) : []).filter(({ name }) =>
    rows.some(({ cells }) => cells[name] !== undefined),
  );
  return (
    <Table size="small">
      <TableHead>
        <TableRow>
          <TableCell>{t('imports.row')}</TableCell>
          {columns.map(({ name }) => (
            <TableCell key={name}>{columnLabel(language, sheet, name)}</TableCell>
          ))}
        </TableRow>
      </TableHead>
      <TableBody>
        {rows.map(({ row, recordId, cells }) => (
          <TableRow key={recordId}>
            <TableCell sx={{ color: 'text.secondary' }}>{row}</TableCell>
            {columns.map(({ name }) => (
              <TableCell key={name} sx={{ maxWidth: 320, overflowWrap: 'anywhere' }}>
                {text(sheet, name, cells[name] ?? null)}
              </TableCell>
            ))}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

function FilledRows({ sheet, rows }: RowsProps) {
  const t = useT();
  const language = useLanguage();
  const text = useCellText();
  return (
    <Table size="small">
      <TableHead>
        <TableRow>
          <TableCell>{t('imports.row')}</TableCell>
          <TableCell>{t('importing.record')}</TableCell>
          <TableCell>{t('importing.fills')}</TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {rows.map(({ row, recordId, label, cells }) => (
          <TableRow key={recordId}>
            <TableCell sx={{ color: 'text.secondary' }}>{row}</TableCell>
            <TableCell sx={{ overflowWrap: 'anywhere' }}>{label}</TableCell>
            <TableCell sx={{ overflowWrap: 'anywhere' }}>
              {Object.entries(cells).map(([name, value]) => (
                <Box key={name}>
                  {columnLabel(language, sheet, name)}:{' '}
                  <Box component="span" sx={{ color: 'text.secondary' }}>
                    {t('register.record.wasEmpty')} →
                  </Box>{' '}
                  <strong>{text(sheet, name, value)}</strong>
                </Box>
              ))}
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
