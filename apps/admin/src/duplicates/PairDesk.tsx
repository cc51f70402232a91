import { Alert, Box, Button, Stack, Typography } from '@mui/material';
import { useState } from 'react';
import { useT } from '../i18n/use-t';
import { useMergeEffect, type Duplicate } from '../providers/duplicates';
import { Section } from '../ui/page/Section';
import { firstChoices, mergeOf, other, percentOf, type Choices } from './choices';
import { Effect } from './Effect';
import { LeaveOutDialog } from './LeaveOutDialog';
import { Reasons } from './Reasons';
import { SideBySide } from './SideBySide';
import { useKeys } from './use-keys';
import type { LeftOut } from './left-out';
import { useLeaveOut } from './use-leave-out';
import { usePairDecision } from './use-pair-decision';

interface PairDeskProps {
  pair: Duplicate;
  mayDecide: boolean;
  /** Where companies that it made can be left out of it. */
  importId: string | undefined;
  onLater: () => void;
}

/** One pair: side by side, why they may be one, what merging does, and the decision. */
export function PairDesk({ pair, mayDecide, importId, onLater }: PairDeskProps) {
  const t = useT();
  const [choices, setChoices] = useState<Choices>(() => firstChoices(pair));
  const merge = mergeOf(pair, choices);
  const effect = useMergeEffect(mayDecide ? merge : undefined);
  const { isBusy, failure, same, different } = usePairDecision(pair);
  const { leavable, ...leaving } = useLeaveOut(importId, pair, merge.mergedId);
  const [leftOut, setLeftOut] = useState<LeftOut | undefined>(undefined);
  const swap = (): void => setChoices({ survivor: other(choices.survivor), fields: {} });
  const decisions = [
    { key: '1', label: t('duplicates.same'), act: () => void same(merge), isMain: true },
    { key: '2', label: t('duplicates.different'), act: () => void different(), isMain: false },
    { key: '3', label: t('duplicates.later'), act: onLater, isMain: false },
    { key: '4', label: t('duplicates.swap'), act: swap, isMain: false },
    ...(leavable
      ? [{ key: '5', label: t('importing.leaveOut'), act: () => setLeftOut(leavable), isMain: false }]
      : []),
  ];
  useKeys(mayDecide && !isBusy ? new Map(decisions.map(({ key, act }) => [key, act])) : new Map());
  return (
    <>
      <SideBySide
        pair={pair}
        {...{ choices, mayDecide }}
        onChoose={setChoices}
        hanging={effect.data?.records}
      />
      {failure !== '' && (
        <Alert severity="error" role="alert" sx={{ mb: 4 }}>
          {failure}
        </Alert>
      )}
      {mayDecide && <Decisions decisions={decisions} isBusy={isBusy} canLeaveOut={leavable !== undefined} />}
      {leftOut && <LeaveOutDialog company={leftOut} {...leaving} onClose={() => setLeftOut(undefined)} />}
      <Grounds pair={pair} effect={mayDecide ? effect : undefined} />
    </>
  );
}

interface GroundsProps {
  pair: Duplicate;
  effect: ReturnType<typeof useMergeEffect> | undefined;
}

/** Why they may be one, and what saying so would do. */
function Grounds({ pair, effect }: GroundsProps) {
  const t = useT();
  return (
    <Box
      sx={{
        display: 'grid',
        gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 1fr) minmax(0, 1fr)' },
        columnGap: 8,
      }}
    >
      <Section title={t('duplicates.why', { percent: percentOf(pair.score) })}>
        <Reasons reasons={pair.reasons} />
      </Section>
      {effect && (
        <Section title={t('duplicates.effect')}>
          <Effect effect={effect.data} error={effect.error} />
        </Section>
      )}
    </Box>
  );
}

interface Decision {
  key: string;
  label: string;
  act: () => void;
  isMain: boolean;
}

interface DecisionsProps {
  decisions: readonly Decision[];
  isBusy: boolean;
  canLeaveOut: boolean;
}

function Decisions({ decisions, isBusy, canLeaveOut }: DecisionsProps) {
  const t = useT();
  return (
    <Box className="no-print" sx={{ mb: 8 }}>
      <Stack direction="row" sx={{ gap: 2, flexWrap: 'wrap' }}>
        {decisions.map(({ key, label, act, isMain }) => (
          <Button
            key={key}
            variant={isMain ? 'contained' : 'outlined'}
            disabled={isBusy}
            aria-keyshortcuts={key}
            onClick={act}
          >
            {label}
          </Button>
        ))}
      </Stack>
      <Typography
        variant="body2"
        sx={{ color: 'text.secondary', mt: 2, display: { xs: 'none', md: 'block' } }}
      >
        {t('duplicates.keys')} {canLeaveOut && t('importing.leaveOutKey')}
      </Typography>
    </Box>
  );
}
