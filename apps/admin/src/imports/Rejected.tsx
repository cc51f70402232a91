import { Alert, Box, Button, Stack, TextField } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import type { Schemas } from '@fieldlab/api-client';
import { useT } from '../i18n/use-t';
import { request } from '../providers/http';
import { useKept, type KeptState } from '../ui/forms/use-kept';
import { Waiting } from '../ui/page/Waiting';
import { FaultGrid } from './FaultGrid';
import { FindingsTable } from './FindingsTable';
import { useDownload } from './Takeaways';
import type { Mends } from './kept-file';
import type { Finding, Import, Wizard } from './use-import';

/** What is filled in here before the file is checked again. */
interface Typed {
  edits: Mends;
  reason: string;
}

type FaultyRows = Schemas['FaultyRows'];

/** What is wrong, as a grid like the sheet: mend it here, mend it in Excel, or leave it out for now. */
export function Rejected({ result, wizard }: { result: Import; wizard: Wizard }) {
  const t = useT();
  const typed = useKept<Typed>(`import.${result.id}`, { edits: {}, reason: wizard.reason ?? '' });
  const { edits } = typed.value;
  const { data: grid } = useFaultyRows(result);
  const isShown = ({ sheet, row }: Finding): boolean =>
    grid?.data.some((one) => one.sheet === sheet && one.rows.some((line) => line.row === row)) === true;
  return (
    <Box sx={{ mb: 6 }}>
      <Alert severity="error" role="alert" sx={{ mb: 4 }}>
        <strong>{t('imports.faultsTitle', { smart_count: result.faults.length })}.</strong>{' '}
        {t(wizard.file ? 'imports.faultsText' : 'imports.faultsTextNoFile')}
      </Alert>
      {result.hasFaultsFile && !grid && <Waiting rows={4} />}
      <FindingsTable
        title={t('imports.faultsElsewhere')}
        findings={grid || !result.hasFaultsFile ? result.faults.filter((fault) => !isShown(fault)) : []}
      />
      {grid && (
        <FaultGrid
          grid={grid.data}
          faults={result.faults}
          mends={{ ...wizard.mends, ...edits }}
          {...(wizard.file && {
            onMend: (place: string, value: string) => typed.set({ edits: { ...edits, [place]: value } }),
          })}
        />
      )}
      <WaysOn result={result} wizard={wizard} typed={typed} />
      <FindingsTable
        title={t('imports.warningsTitle', { smart_count: result.warnings.length })}
        findings={result.warnings}
      />
    </Box>
  );
}

function useFaultyRows({ id, hasFaultsFile }: Import) {
  return useQuery({
    queryKey: ['import', id, 'faulty-rows'],
    queryFn: () => request<FaultyRows>('GET', `/imports/${id}/faulty-rows`),
    enabled: hasFaultsFile,
    staleTime: Infinity,
  });
}

interface WaysOnProps {
  result: Import;
  wizard: Wizard;
  typed: KeptState<Typed>;
}

function WaysOn({ result, wizard: { file, mends, check, reason: given }, typed }: WaysOnProps) {
  const t = useT();
  const take = useDownload();
  const { edits, reason: said } = typed.value;
  const count = Object.keys(edits).length;
  const isLocked = result.faults.some(({ code }) => code === 'PERIOD_LOCKED');
  const reason = said.trim() === '' ? given : said.trim();
  const how = { mends: { ...mends, ...edits }, reason };
  return (
    <>
      {file && isLocked && <WhyLocked value={said} onChange={(reason) => typed.set({ reason })} />}
      <Stack direction="row" sx={{ gap: 2, my: 5, flexWrap: 'wrap' }}>
        {file && (
          <Button
            variant="contained"
            disabled={count === 0 && reason === given}
            onClick={() => check(file, how)}
          >
            {count === 0 ? t('imports.recheck') : t('imports.recheckMended', { smart_count: count })}
          </Button>
        )}
        {file && result.hasFaultsFile && (
          <Button variant="outlined" onClick={() => check(file, { ...how, setAside: true })}>
            {t('imports.setAside')}
          </Button>
        )}
        {result.hasFaultsFile && (
          <Button variant="outlined" onClick={() => take(`/imports/${result.id}/faults.xlsx`)}>
            {t('imports.faultsFile')}
          </Button>
        )}
      </Stack>
    </>
  );
}

/** What was accepted changes only with a reason, which the register keeps. */
function WhyLocked({ value, onChange }: { value: string; onChange: (reason: string) => void }) {
  const t = useT();
  return (
    <TextField
      label={t('rounds.locked.reason')}
      helperText={t('imports.lockedHelp')}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      fullWidth
      slotProps={{ htmlInput: { maxLength: 1000 } }}
      sx={{ mt: 5, maxWidth: 640, display: 'flex' }}
    />
  );
}
