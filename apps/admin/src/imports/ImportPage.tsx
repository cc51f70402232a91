import { Alert, Box, Button, LinearProgress, Step, StepLabel, Stepper, Typography } from '@mui/material';
import { useT } from '../i18n/use-t';
import { Page } from '../ui/page/Page';
import { useErrorText } from '../ui/use-error-text';
import { EarlierImports } from './EarlierImports';
import { FilePicker } from './FilePicker';
import { Outcome } from './Outcome';
import { useImport, type Import } from './use-import';

/** Reads a workbook in: file, check, done; nothing is written before one says so. */
export default function ImportPage() {
  const t = useT();
  const text = useErrorText();
  const { file, current, isBusy, error, check, confirm, restart, cancel, undo } = useImport();
  return (
    <Page title={t('imports.title')} below={t('imports.intro')}>
      <Steps current={current} hasFile={file !== undefined} />
      {error && (
        <Alert severity="error" role="alert" sx={{ mb: 4 }}>
          {text(error)}
        </Alert>
      )}
      {!file && <FilePicker onChoose={check} />}
      {file && isBusy && <Progress current={current} onCancel={cancel} />}
      {file && !isBusy && current && (
        <Outcome result={current} onConfirm={confirm} onAgain={restart} onUndo={undo} />
      )}
      {file && !isBusy && !current && (
        <Button variant="outlined" onClick={restart}>
          {t('imports.again')}
        </Button>
      )}
      <EarlierImports />
    </Page>
  );
}

function Steps({ current, hasFile }: { current: Import | undefined; hasFile: boolean }) {
  const t = useT();
  const isDone = current !== undefined && !current.dryRun && current.status === 'DONE';
  const active = isDone ? 3 : hasFile ? 1 : 0;
  return (
    <Stepper activeStep={active} sx={{ maxWidth: 520, mb: 6 }}>
      {[t('imports.steps.file'), t('imports.steps.check'), t('imports.steps.done')].map((label) => (
        <Step key={label}>
          <StepLabel>{label}</StepLabel>
        </Step>
      ))}
    </Stepper>
  );
}

function Progress({ current, onCancel }: { current: Import | undefined; onCancel: () => void }) {
  const t = useT();
  const { done, total } = current?.progress ?? { done: 0, total: 0 };
  const label = t(current?.dryRun === false ? 'imports.writing' : 'imports.checking');
  return (
    <Box role="status" sx={{ maxWidth: 640, mb: 8 }}>
      <Typography sx={{ mb: 2 }}>{label}</Typography>
      <LinearProgress
        aria-label={label}
        variant={total > 0 ? 'determinate' : 'indeterminate'}
        value={total > 0 ? (done / total) * 100 : 0}
      />
      <Typography variant="body2" sx={{ my: 2, color: 'text.secondary' }}>
        {total > 0 && t('imports.progress', { done, total })}
      </Typography>
      <Button onClick={onCancel}>{t('imports.cancel')}</Button>
    </Box>
  );
}
