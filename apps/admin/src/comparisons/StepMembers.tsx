import CloseIcon from '@mui/icons-material/Close';
import { Box, Drawer, IconButton, Link as MuiLink, Stack, Typography } from '@mui/material';
import { useId, useState } from 'react';
import { Link } from 'react-router-dom';
import { useFormat } from '../i18n/format';
import { capitalised, useT } from '../i18n/use-t';
import { memberPath } from '../providers/figure-members';
import { refusalOf } from '../providers/http';
import { useStepMembers, type BridgeStep, type StepMember } from '../providers/reconciliation';
import { Failed } from '../ui/page/Failed';
import { Pages } from '../ui/page/Pages';
import { Message } from '../ui/page/Message';
import { Waiting } from '../ui/page/Waiting';

const PER_PAGE = 25;

interface StepMembersProps {
  step: BridgeStep;
  /** A change in the notation of the figures, with its sign. */
  write: (change: number | string) => string;
  onClose: () => void;
}

/** The records behind one reason, each with what it changes. */
export function StepMembers({ step, write, onClose }: StepMembersProps) {
  const t = useT();
  const titleId = useId();
  const { number } = useFormat();
  const count = t('comparing.membersCount', { smart_count: step.records, change: write(step.change) });
  return (
    <Drawer
      anchor="right"
      open
      onClose={onClose}
      slotProps={{
        paper: {
          sx: { width: { xs: '100%', sm: 480 }, p: 5 },
          role: 'dialog',
          'aria-modal': true,
          'aria-labelledby': titleId,
        },
      }}
    >
      <Stack direction="row" sx={{ alignItems: 'flex-start', justifyContent: 'space-between', gap: 3 }}>
        <Typography variant="h2" id={titleId}>
          {capitalised(step.label)}
        </Typography>
        <IconButton aria-label={t('comparing.close')} onClick={onClose} edge="end" sx={{ mt: -1.5 }}>
          <CloseIcon />
        </IconButton>
      </Stack>
      <Typography sx={{ color: 'text.secondary', mb: 4 }}>
        {count.replace(String(step.records), number(step.records))}
      </Typography>
      <Members key={step.members} step={step} write={write} />
    </Drawer>
  );
}

function Members({ step, write }: Pick<StepMembersProps, 'step' | 'write'>) {
  const t = useT();
  const [page, setPage] = useState(1);
  const { data, error, refetch } = useStepMembers(step, page, PER_PAGE);
  if (error && refusalOf(error).status === 403)
    return <Message title={t('frame.state.deniedTitle')} text={t('comparing.membersForbidden')} />;
  if (error) return <Failed error={error} onRetry={() => void refetch()} />;
  if (!data) return <Waiting />;
  return (
    <>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, borderTop: 1, borderColor: 'divider' }}>
        {data.data.map((member) => (
          <Member key={`${member.resource}/${member.id}`} member={member} write={write} />
        ))}
      </Box>
      <Pages count={Math.ceil(data.total / PER_PAGE)} page={page} onChange={setPage} />
    </>
  );
}

function Member({ member, write }: { member: StepMember; write: StepMembersProps['write'] }) {
  return (
    <Box
      component="li"
      sx={{ py: 2, borderBottom: 1, borderColor: 'divider', display: 'flex', gap: 3, alignItems: 'baseline' }}
    >
      <MuiLink
        component={Link}
        to={memberPath(member)}
        sx={{ color: 'inherit', flex: 1, overflowWrap: 'anywhere' }}
      >
        {member.label}
      </MuiLink>
      {member.change !== null && (
        <Box component="span" className="figure" sx={{ color: 'text.secondary', whiteSpace: 'nowrap' }}>
          {write(member.change)}
        </Box>
      )}
    </Box>
  );
}
