import {
  Alert,
  Box,
  Button,
  Stack,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableRow,
  Typography,
} from '@mui/material';
import { useFormat } from '../i18n/format';
import { useNames, useT } from '../i18n/use-t';
import { FindingsTable } from './FindingsTable';
import type { Import } from './use-import';

interface OutcomeProps {
  result: Import;
  onConfirm: () => void;
  onAgain: () => void;
  onUndo: () => void;
}

/** What the check found, or what the import did, and what can be done next. */
export function Outcome({ result, onConfirm, onAgain, onUndo }: OutcomeProps) {
  const t = useT();
  const isFine = result.status === 'DONE';
  return (
    <Box sx={{ mb: 10 }}>
      <Said result={result} />
      {isFine && <Counts result={result} />}
      <Stack direction="row" sx={{ gap: 2, my: 5 }}>
        {isFine && result.dryRun && (
          <Button variant="contained" onClick={onConfirm}>
            {t('imports.confirm')}
          </Button>
        )}
        {isFine && !result.dryRun && (
          <Button variant="outlined" onClick={onUndo}>
            {t('imports.undo')}
          </Button>
        )}
        <Button variant="outlined" onClick={onAgain}>
          {t('imports.again')}
        </Button>
      </Stack>
      <FindingsTable
        title={t('imports.faultsTitle', { smart_count: result.faults.length })}
        findings={result.faults}
      />
      <FindingsTable
        title={t('imports.warningsTitle', { smart_count: result.warnings.length })}
        findings={result.warnings}
      />
    </Box>
  );
}

function Said({ result }: { result: Import }) {
  const t = useT();
  if (result.status === 'DONE') {
    const title = t(result.dryRun ? 'imports.cleanTitle' : 'imports.doneTitle');
    return (
      <Alert severity="success" role="status" sx={{ mb: 4 }}>
        <strong>{title}.</strong> {result.dryRun && t('imports.cleanText')}
        {result.openReviews > 0 && ` ${t('imports.openReviews', { smart_count: result.openReviews })}.`}
      </Alert>
    );
  }
  if (result.status === 'UNDONE') return <Alert severity="success">{t('imports.undone')}</Alert>;
  return (
    <Alert severity="error" role="alert" sx={{ mb: 4 }}>
      <strong>{t('imports.faultsTitle', { smart_count: result.faults.length })}.</strong>{' '}
      {t('imports.faultsText')}
    </Alert>
  );
}

function Counts({ result }: { result: Import }) {
  const t = useT();
  const { many } = useNames();
  const { number } = useFormat();
  const rows = Object.entries(result.counts).filter(([name]) => name !== 'programme');
  if (rows.length === 0) return <Typography>{t('imports.unchanged')}</Typography>;
  return (
    <Table size="small" sx={{ maxWidth: 640 }}>
      <TableHead>
        <TableRow>
          <TableCell>{t('imports.sheet')}</TableCell>
          <TableCell align="right">{t('imports.created')}</TableCell>
          <TableCell align="right">{t('imports.updated')}</TableCell>
          <TableCell align="right">{t('imports.unchanged')}</TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {rows.map(([name, { created, updated, unchanged }]) => (
          <TableRow key={name}>
            <TableCell component="th" scope="row">
              {many(name.replace(/([A-Z])/g, (letter) => `-${letter.toLowerCase()}`).replace('_', '-'))}
            </TableCell>
            <TableCell align="right">{number(created)}</TableCell>
            <TableCell align="right">{number(updated)}</TableCell>
            <TableCell align="right">{number(unchanged)}</TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
