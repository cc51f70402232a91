import { Button, Stack, Typography } from '@mui/material';
import { useState } from 'react';
import { useT } from '../i18n/use-t';
import type { Duplicate } from '../providers/duplicates';
import { LeftAlone, type Outcome, type Turn } from '../ui/bulk/in-turn';
import { RefusedDialog } from '../ui/bulk/RefusedDialog';
import { useBulkAction } from '../ui/bulk/use-bulk-action';
import { ConfirmDialog } from '../ui/page/ConfirmDialog';
import { useAttempt } from '../ui/use-attempt';
import { differentTurn, leaveOutTurn, mergeTurn } from './bulk-turns';
import { firstChoices, mergeOf } from './choices';
import { previewOf, recordsOf, type LeftOut } from './left-out';
import { useRecordsText } from './use-records-text';

type Kind = 'same' | 'different' | 'leaveOut';

interface Asked {
  kind: Kind;
  text: string;
  turn: Turn<Duplicate>;
}

interface BulkDecisionProps {
  /** Those that are chosen. */
  pairs: readonly Duplicate[];
  importId: string | undefined;
  onLater: (ids: readonly string[]) => void;
  /** What was chosen has been decided upon: what is put back is not chosen again. */
  onDecided: () => void;
}

/** Decides about all chosen pairs, each by itself, after saying what becomes of how many. */
export function BulkDecision({ pairs, importId, onLater, onDecided }: BulkDecisionProps) {
  const t = useT();
  const { ask, isAsking } = useQuestion(pairs, importId);
  const { perform, isBusy } = useBulkAction();
  const [asked, setAsked] = useState<Asked | undefined>(undefined);
  const [outcome, setOutcome] = useState<(Outcome<Duplicate> & { kind: Kind }) | undefined>(undefined);
  const count = { smart_count: pairs.length };
  const saidOf = (kind: Kind) => (done: number) => t(`duplicates.bulk.done.${kind}`, { smart_count: done });
  const isIdle = pairs.length === 0 || isBusy || isAsking;
  const open = (kind: Kind): void => void ask(kind).then(setAsked);
  const confirm = async ({ kind, turn }: Asked): Promise<void> => {
    const done = await perform({ records: pairs, turn, said: saidOf(kind) });
    setAsked(undefined);
    onDecided();
    if (done.refused.length > 0) setOutcome({ ...done, kind });
  };
  return (
    <Stack
      direction="row"
      className="no-print"
      sx={{ gap: 2, flexWrap: 'wrap', mb: 4, alignItems: 'center' }}
    >
      <Typography role="status" sx={{ minWidth: 120 }}>
        {pairs.length > 0 ? t('duplicates.bulk.chosen', count) : t('duplicates.bulk.none')}
      </Typography>
      <Kinds isOfImport={importId !== undefined} isIdle={isIdle} onChoose={open} />
      <Button size="small" disabled={isIdle} onClick={() => onLater(pairs.map(({ id }) => id))}>
        {t('duplicates.later')}
      </Button>
      {asked && (
        <Confirmation
          asked={asked}
          count={pairs.length}
          isBusy={isBusy}
          onConfirm={() => void confirm(asked)}
          onClose={() => setAsked(undefined)}
        />
      )}
      {outcome && (
        <RefusedDialog
          outcome={outcome}
          nameOf={({ left, right }) => `${left.name} – ${right.name}`}
          said={saidOf(outcome.kind)}
          onClose={() => setOutcome(undefined)}
        />
      )}
    </Stack>
  );
}

interface KindsProps {
  /** Whose companies can be left out of it. */
  isOfImport: boolean;
  isIdle: boolean;
  onChoose: (kind: Kind) => void;
}

function Kinds({ isOfImport, isIdle, onChoose }: KindsProps) {
  const t = useT();
  const kinds: Kind[] = ['same', 'different', ...(isOfImport ? (['leaveOut'] as const) : [])];
  return kinds.map((kind) => (
    <Button key={kind} variant="outlined" size="small" disabled={isIdle} onClick={() => onChoose(kind)}>
      {t(kind === 'leaveOut' ? 'importing.leaveOut' : `duplicates.${kind}`)}
    </Button>
  ));
}

interface ConfirmationProps {
  asked: Asked;
  count: number;
  isBusy: boolean;
  onConfirm: () => void;
  onClose: () => void;
}

function Confirmation({ asked: { kind, text }, count, ...dialog }: ConfirmationProps) {
  const t = useT();
  return (
    <ConfirmDialog
      title={t(`duplicates.bulk.title.${kind}`, { smart_count: count })}
      text={text}
      action={t(kind === 'leaveOut' ? 'importing.leaveOut' : `duplicates.${kind}`)}
      isHarmless={kind !== 'leaveOut'}
      {...dialog}
    />
  );
}

/** What is asked before it is done; how much an import hung from what would go is looked up first. */
function useQuestion(pairs: readonly Duplicate[], importId: string | undefined) {
  const t = useT();
  const recordsText = useRecordsText();
  const { isBusy: isAsking, attempt } = useAttempt();
  const leaving = async (): Promise<Asked> => {
    const found = await leavableOf(importId ?? '', pairs);
    const companies = [...new Map([...found.values()].map((one) => [one.companyId, one])).values()];
    const records = recordsText(recordsOf(companies));
    const count = { smart_count: companies.length };
    const kept = pairs.length - found.size;
    const text = [
      records === ''
        ? t('duplicates.bulk.text.leaveOutAlone', count)
        : t('duplicates.bulk.text.leaveOut', { ...count, records }),
      ...(kept > 0 ? [t('duplicates.bulk.text.neither', { smart_count: kept })] : []),
    ].join(' ');
    const companyOf = new Map([...found].map(([id, { companyId }]) => [id, companyId]));
    const neither = (): Error => new LeftAlone(t('duplicates.bulk.neither'));
    return { kind: 'leaveOut', text, turn: leaveOutTurn(importId ?? '', companyOf, neither) };
  };
  const ask = async (kind: Kind): Promise<Asked | undefined> => {
    const count = { smart_count: pairs.length };
    if (kind === 'same') return { kind, text: t('duplicates.bulk.text.same', count), turn: mergeTurn };
    if (kind === 'different')
      return { kind, text: t('duplicates.bulk.text.different', count), turn: differentTurn };
    let asked: Asked | undefined;
    await attempt(async () => {
      asked = await leaving();
    });
    return asked;
  };
  return { ask, isAsking };
}

/** Of each pair the company that the import made; of both the one that would go. */
async function leavableOf(importId: string, pairs: readonly Duplicate[]): Promise<Map<string, LeftOut>> {
  const found = new Map<string, LeftOut>();
  for (const pair of pairs) {
    const { survivorId, mergedId } = mergeOf(pair, firstChoices(pair));
    const leavable = (await previewOf(importId, mergedId)) ?? (await previewOf(importId, survivorId));
    if (leavable) found.set(pair.id, leavable);
  }
  return found;
}
