import { Alert, Button, Stack, TextField } from '@mui/material';
import { findIndicator, LONGEST_TEXT, textPieces } from '@fieldlab/domain';
import { Suspense, useState, type SyntheticEvent } from 'react';
import { lazyWithWords } from '../i18n/later-words';
import { useT } from '../i18n/use-t';
import { refusalOf } from '../providers/http';
import { useReportWrites, type ReportDraft, type ReportWithFigures } from '../providers/reports';
import { useOfferUndo } from '../ui/bulk/use-bulk-action';
import { DateField } from '../ui/dates/DateField';
import { useErrorText } from '../ui/use-error-text';
import { BreakdownsField, IndicatorsField } from './ContentFields';
import { ConflictDialog } from '../ui/forms/ConflictDialog';
import { DraftNotice } from '../ui/forms/DraftNotice';
import { LeaveGuard } from '../ui/forms/LeaveGuard';
import { useKept } from '../ui/forms/use-kept';
import { LeaveDialog } from '../ui/page/ConfirmDialog';
import { Waiting } from '../ui/page/Waiting';
import type { TextEditorProps } from './editor/TextEditor';
import { Paper } from './ReportPaper';
import { ScopeField } from './ScopeField';

const TextEditor = lazyWithWords(() => import('./editor/TextEditor'));

/** The same sheet with its words as fields; what is typed stays in this browser until it is saved. */
export function ReportEditor({ report, onDone }: { report: ReportWithFigures; onDone: () => void }) {
  const t = useT();
  const { draft, set, fault, isBusy, save, isConflict, settle, typed } = useDraft(report, onDone);
  const [isLeaving, setLeaving] = useState(false);
  const cancel = (): void => (typed.isHeld ? setLeaving(true) : onDone());
  const leave = (): void => {
    typed.restart();
    onDone();
  };
  return (
    <Paper>
      <Stack
        component="form"
        noValidate
        aria-label={t('reports.page.editing')}
        onSubmit={(event: SyntheticEvent) => {
          event.preventDefault();
          void save();
        }}
        sx={{ gap: 5 }}
      >
        {typed.wasKept && <DraftNotice onRestart={typed.restart} />}
        <TitleField value={draft.title} onChange={(title) => set({ title })} />
        <WhereAndWhen draft={draft} set={set} />
        <Text report={report} draft={draft} onChange={(text) => set(withNamed(draft, text))} />
        <IndicatorsField value={draft.indicators} onChange={(indicators) => set({ indicators })} />
        <BreakdownsField
          value={draft.by}
          indicators={draft.indicators}
          onChange={(by) => set({ by: by as ReportDraft['by'] })}
        />
        {fault !== undefined && <Alert severity="error">{fault}</Alert>}
        <WaysOut isBusy={isBusy} isAllowed={draft.text.length <= LONGEST_TEXT} onCancel={cancel} />
      </Stack>
      <LeaveGuard isHeld={typed.isHeld} isSaving={isBusy} onLeave={typed.restart} />
      {isLeaving && <LeaveDialog onLeave={leave} onStay={() => setLeaving(false)} />}
      {isConflict && (
        <ConflictDialog
          resource="reports"
          conflict={{ yours: { ...report, ...draft }, original: report }}
          onClose={settle}
          onDecided={leave}
        />
      )}
    </Paper>
  );
}

function TitleField({ value, onChange }: { value: string; onChange: (title: string) => void }) {
  const t = useT();
  return (
    <TextField
      label={t('reports.name')}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      required
      fullWidth
      slotProps={{ inputLabel: { shrink: true } }}
    />
  );
}

function WaysOut({
  isBusy,
  isAllowed,
  onCancel,
}: {
  isBusy: boolean;
  isAllowed: boolean;
  onCancel: () => void;
}) {
  const t = useT();
  return (
    <Stack direction="row" sx={{ gap: 2 }}>
      <Button type="submit" variant="contained" loading={isBusy} disabled={!isAllowed}>
        {t('register.form.save')}
      </Button>
      <Button color="inherit" onClick={onCancel}>
        {t('register.form.cancel')}
      </Button>
    </Stack>
  );
}

interface PartProps {
  draft: ReportDraft;
  set: (change: Partial<ReportDraft>) => void;
}

function WhereAndWhen({ draft, set }: PartProps) {
  const t = useT();
  return (
    <Stack direction="row" sx={{ gap: 4, flexWrap: 'wrap', rowGap: 5 }}>
      <ScopeField value={draft.scope} onChange={(scope) => set({ scope })} />
      <DateField
        label={t('reports.create.from')}
        value={draft.from ?? ''}
        onDate={(from) => set({ from: from === '' ? null : from })}
        sx={{ width: 180 }}
      />
      <DateField
        label={t('reports.create.asOf')}
        value={draft.asOf}
        onDate={(asOf) => set({ asOf })}
        sx={{ width: 180 }}
      />
    </Stack>
  );
}

function useDraft(report: ReportWithFigures, onDone: () => void) {
  const t = useT();
  const offerUndo = useOfferUndo();
  const errorText = useErrorText();
  const writes = useReportWrites();
  const { version, title, language, asOf, from, scope, indicators, by, text } = report;
  // Typed on an earlier version it is saved as such, and meets what a colleague changed since.
  const fresh = { version, title, language, asOf, from, scope, indicators, by, text };
  const typed = useKept<ReportDraft & { version: number }>(`report.${report.id}`, fresh);
  const { version: began, ...draft } = typed.value;
  const [fault, setFault] = useState<string | undefined>(undefined);
  const [isBusy, setBusy] = useState(false);
  const [isConflict, setConflict] = useState(false);
  const save = async (): Promise<void> => {
    setBusy(true);
    try {
      const { version: saved } = await writes.save({ ...report, version: began }, draft);
      typed.restart();
      const former = { title, language, asOf, from, scope, indicators, by, text };
      const undo = () => writes.save({ ...report, version: saved }, former);
      offerUndo(t('reports.page.saved'), { undos: [undo], undone: t('register.record.undone') });
      onDone();
    } catch (error) {
      if (refusalOf(error).status === 412) setConflict(true);
      else setFault([errorText(error), ...faultsIn(error)].join(' '));
      setBusy(false);
    }
  };
  return {
    draft,
    typed,
    set: (change: Partial<ReportDraft>) => typed.set({ ...change, version: began }),
    fault,
    isBusy,
    save,
    isConflict,
    settle: () => setConflict(false),
  };
}

/** What exactly was wrong; a text's faults name the figure in it. */
function faultsIn(error: unknown): string[] {
  if (refusalOf(error).status !== 400) return [];
  const { faults = [] } = (error as { body?: { faults?: { message: string }[] } }).body ?? {};
  return faults.map(({ message }) => message);
}

/** The text arrives with what writes it; until then the page keeps its place. */
function Text(props: TextEditorProps) {
  return (
    <Suspense fallback={<Waiting rows={6} />}>
      <TextEditor {...props} />
    </Suspense>
  );
}

/** A text, and with it in the report what it names: a figure of which the report knows nothing is refused. */
function withNamed(draft: ReportDraft, text: string): Partial<ReportDraft> {
  const named = textPieces(text).filter((piece) => typeof piece === 'object');
  const had = new Set(draft.indicators.map((reference) => findIndicator(reference)?.code));
  const codes = named.flatMap(({ indicator }) => findIndicator(indicator)?.code ?? []);
  const ways = named.flatMap(({ by }) => by ?? []);
  return {
    text,
    indicators: [...draft.indicators, ...new Set(codes.filter((code) => !had.has(code)))],
    by: [...new Set([...draft.by, ...ways])],
  };
}
