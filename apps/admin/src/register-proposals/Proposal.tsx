import { Box, Button, FormControlLabel, Radio, RadioGroup, Stack, Typography } from '@mui/material';
import { useId, useState } from 'react';
import { useNotify } from 'react-admin';
import { useFormat } from '../i18n/format';
import { useT } from '../i18n/use-t';
import {
  useProposing,
  type ProposalDecision,
  type ProposedChange,
  type RegisterProposal,
} from '../providers/register-proposals';
import { RecordLink } from '../ui/fields/values';
import { useAttempt } from '../ui/use-attempt';
import { ProposedChanges } from './ProposedChanges';

const ADDRESS: readonly ProposedChange['field'][] = ['postcode', 'municipality', 'province'];

/** One company: what is registered → what the trade register says, and the decision on what is ticked. */
export function Proposal({ proposal, mayDecide }: { proposal: RegisterProposal; mayDecide: boolean }) {
  const t = useT();
  const id = useId();
  const { instant } = useFormat();
  const waiting = proposal.changes.filter(({ decision }) => decision === null);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const chosen = waiting.filter(({ field }) => !left.has(field));
  const { companyId, companyName, readAt } = proposal;
  return (
    <Box
      component="section"
      aria-labelledby={id}
      sx={{ borderTop: 1, borderColor: 'divider', pt: 4, mb: 8, minWidth: 0 }}
    >
      <Typography variant="h2" id={id} sx={{ overflowWrap: 'anywhere' }}>
        <RecordLink resource="companies" id={companyId} name={companyName} />
      </Typography>
      <Typography variant="body2" sx={{ color: 'text.secondary', mt: 1, mb: 3 }}>
        {t('proposals.source', { register: proposal.register, time: instant(readAt) })}
      </Typography>
      <ProposedChanges {...{ proposal, mayDecide, left }} changes={waiting} onLeave={setLeft} />
      {mayDecide && <Decision proposal={proposal} chosen={chosen} />}
    </Box>
  );
}

interface DecisionProps {
  proposal: RegisterProposal;
  chosen: readonly ProposedChange[];
}

function Decision({ proposal, chosen }: DecisionProps) {
  const t = useT();
  const notify = useNotify();
  const { decide } = useProposing();
  const { isBusy, attempt } = useAttempt();
  const [isCorrection, setCorrection] = useState(false);
  const fields = chosen.map(({ field }) => field);
  const hasMoved = chosen.some(({ field, from }) => ADDRESS.includes(field) && from !== null);
  const say = async (decision: ProposalDecision, said: string): Promise<void> => {
    await attempt(async () => {
      await decide(proposal, decision);
      notify(said);
    });
  };
  const { companyName: name } = proposal;
  const accept = (): void => {
    const effectiveOn = hasMoved && isCorrection ? { effectiveOn: null } : {};
    void say({ accept: fields, decline: [], ...effectiveOn }, t('proposals.accepted', { name }));
  };
  const decline = (): void => void say({ accept: [], decline: fields }, t('proposals.declined', { name }));
  return (
    <Box className="no-print" sx={{ mt: 3 }}>
      {hasMoved && <SinceWhen {...{ proposal, isCorrection }} onChange={setCorrection} />}
      <Stack direction="row" sx={{ gap: 2, flexWrap: 'wrap', mt: 2 }}>
        <Button variant="contained" disabled={isBusy || fields.length === 0} onClick={accept}>
          {t('proposals.accept', { smart_count: fields.length })}
        </Button>
        <Button variant="outlined" disabled={isBusy || fields.length === 0} onClick={decline}>
          {t('proposals.decline')}
        </Button>
      </Stack>
    </Box>
  );
}

interface SinceWhenProps {
  proposal: RegisterProposal;
  isCorrection: boolean;
  onChange: (isCorrection: boolean) => void;
}

/** An address has a period: the register says where a firm is, and not since when. */
function SinceWhen({ proposal: { readAt, companyName }, isCorrection, onChange }: SinceWhenProps) {
  const t = useT();
  const { date } = useFormat();
  return (
    <RadioGroup
      row
      aria-label={t('proposals.since', { name: companyName })}
      value={isCorrection ? 'always' : 'read'}
      onChange={(_event, value) => onChange(value === 'always')}
    >
      <FormControlLabel
        value="read"
        control={<Radio size="small" />}
        label={t('proposals.moved', { date: date(readAt.slice(0, 10)) })}
      />
      <FormControlLabel value="always" control={<Radio size="small" />} label={t('proposals.correction')} />
    </RadioGroup>
  );
}
