import {
  Alert,
  Box,
  Button,
  LinearProgress,
  Stack,
  Step,
  StepLabel,
  Stepper,
  Typography,
  useMediaQuery,
  type Theme,
} from '@mui/material';
import { useCanAccess } from 'react-admin';
import { useFormat } from '../i18n/format';
import { useT } from '../i18n/use-t';
import { LeaveGuard } from '../ui/forms/LeaveGuard';
import { Message } from '../ui/page/Message';
import { Page } from '../ui/page/Page';
import { Waiting } from '../ui/page/Waiting';
import { useErrorText } from '../ui/use-error-text';
import { Doubts } from './Doubts';
import { EarlierImports } from './EarlierImports';
import { Ended } from './Ended';
import { FilePicker } from './FilePicker';
import { dropImport } from './kept-file';
import { MappingStep } from './mapping/MappingStep';
import { Rejected } from './Rejected';
import { Takeaways } from './Takeaways';
import { useImport, type Wizard } from './use-import';

/** Reads a workbook in: file, check, doubts, done; nothing is written before one says so. */
export default function ImportPage() {
  const t = useT();
  const { canAccess, isPending } = useCanAccess({ resource: 'imports', action: 'create' });
  return (
    <Page title={t('imports.title')} below={t('imports.intro')} actions={canAccess && <Takeaways />}>
      {isPending && <Waiting rows={3} />}
      {canAccess && <Importing />}
      {!isPending && !canAccess && (
        <Message title={t('frame.state.deniedTitle')} text={t('frame.state.denied')} />
      )}
    </Page>
  );
}

function Importing() {
  const wizard = useImport();
  const { file, current, isBusy, check, layout } = wizard;
  const isBegun = file !== undefined || current !== undefined || isBusy;
  return (
    <>
      <LeaveGuard isHeld={file !== undefined && !isWritten(wizard)} onLeave={() => void dropImport()} />
      <Steps at={stepOf(wizard)} />
      <Refusal wizard={wizard} />
      {!isBegun && <FilePicker onChoose={check} />}
      {isBusy && <Progress wizard={wizard} />}
      {!isBusy && file && layout.found && (
        <MappingStep key={file.name} layout={layout.found} file={file} wizard={wizard} />
      )}
      {!isBusy && !layout.found && current && <Outcome wizard={wizard} />}
      {isBegun && !isBusy && <OtherWays wizard={wizard} />}
      <EarlierImports />
    </>
  );
}

/** Why the server would not take it; of a file of another layout only that it is one. */
function Refusal({ wizard }: { wizard: Wizard }) {
  const t = useT();
  const text = useErrorText();
  const { file, error, check, layout, mends, setAside, reason, mapping } = wizard;
  if (!error) return null;
  const again = (chosen: File): void => check(chosen, { mends, setAside, reason, mapping });
  return (
    <Alert
      severity={layout.found ? 'info' : 'error'}
      role="alert"
      sx={{ mb: 4 }}
      action={
        file &&
        !layout.found && (
          <Button color="inherit" size="small" onClick={() => again(file)}>
            {t('frame.state.retry')}
          </Button>
        )
      }
    >
      {layout.found ? t('importing.map.why') : text(error)}
    </Alert>
  );
}

function OtherWays({ wizard }: { wizard: Wizard }) {
  const t = useT();
  const { file, layout, restart } = wizard;
  return (
    <Stack direction="row" sx={{ gap: 2, flexWrap: 'wrap', mb: 8 }}>
      <Button variant="outlined" onClick={restart}>
        {t('imports.again')}
      </Button>
      {file && !layout.found && !isWritten(wizard) && (
        <Button variant="outlined" onClick={layout.open}>
          {t('importing.map.again')}
        </Button>
      )}
    </Stack>
  );
}

function Outcome({ wizard }: { wizard: Wizard }) {
  const { current, file } = wizard;
  if (current?.status === 'REJECTED') return <Rejected key={current.id} result={current} wizard={wizard} />;
  if (current?.status === 'DONE' && current.dryRun && file)
    return <Doubts key={current.id} result={current} wizard={wizard} />;
  return current && <Ended result={current} />;
}

/** What was handed over is the server's work from then on, also when one leaves. */
const isWritten = ({ current }: Wizard): boolean => current?.dryRun === false;

function stepOf({ file, current, isBusy }: Wizard): number {
  const isWriting = current?.dryRun === false;
  if (isWriting) return current.status === 'DONE' || current.status === 'UNDONE' ? 4 : 2;
  if (current?.status === 'DONE') return 2;
  return file !== undefined || current !== undefined || isBusy ? 1 : 0;
}

function Steps({ at }: { at: number }) {
  const t = useT();
  const isNarrow = useMediaQuery((theme: Theme) => theme.breakpoints.down('sm'));
  const steps = (['file', 'check', 'doubts', 'done'] as const).map((step) => t(`imports.steps.${step}`));
  return (
    <Stepper activeStep={at} alternativeLabel={isNarrow} sx={{ maxWidth: 720, mb: 6 }}>
      {steps.map((label) => (
        <Step key={label}>
          <StepLabel>{label}</StepLabel>
        </Step>
      ))}
    </Stepper>
  );
}

function Progress({ wizard: { current, cancel } }: { wizard: Wizard }) {
  const t = useT();
  const { number } = useFormat();
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
        {total > 0 && t('imports.progress', { done: number(done), total: number(total) })}
      </Typography>
      {current && <Button onClick={cancel}>{t('imports.cancel')}</Button>}
    </Box>
  );
}
