import { Box, Typography } from '@mui/material';
import { findIndicator, isAllowed } from '@fieldlab/domain';
import { usePermissions } from 'react-admin';
import { useFormat } from '../i18n/format';
import { useT } from '../i18n/use-t';
import type { Permissions } from '../providers/auth-provider';
import type { Target } from '../providers/records';
import { useTargetProgress, type TargetState } from '../providers/targets';
import { today } from '../providers/today';
import { History } from '../ui/history/History';
import { Section } from '../ui/page/Section';
import { ShowPage } from '../ui/page/ShowPage';
import { Waiting } from '../ui/page/Waiting';
import { Course } from '../ui/course/Course';
import { Light } from './Light';
import { ProgressBar } from './ProgressBar';
import { useScopeName } from './use-scope-name';
import { useTargetName } from './use-target-name';

/** One target: where it stands, how it came there, and how the target itself was moved. */
export default function TargetShow() {
  const nameOf = useTargetName();
  const scopeName = useScopeName();
  return (
    <ShowPage<Target> resource="targets" nameOf={nameOf} below={(target) => scopeName(target)}>
      {(target) => (
        <>
          <Standing target={target} />
          <Course indicator={target.indicator} scope={target.scope} aim={target.value} />
          <Versions target={target} />
        </>
      )}
    </ShowPage>
  );
}

/** Who may not read histories is not told that there is one. */
function Versions({ target: { id } }: { target: Target }) {
  const t = useT();
  const { permissions } = usePermissions<Permissions | undefined>();
  if (!permissions || !isAllowed(permissions.role, 'history:read')) return null;
  return (
    <Section title={t('register.record.history')}>
      <History resource="targets" id={id} />
    </Section>
  );
}

function Standing({ target }: { target: Target }) {
  const { data } = useTargetProgress(today());
  const state = data?.data.find((one) => one.target.id === target.id);
  if (!state) return data ? null : <Waiting rows={2} />;
  return (
    <Box sx={{ maxWidth: 720, mb: 8, display: 'grid', gap: 4 }}>
      <Light light={state.light} />
      <ProgressBar state={state} />
      <Typography>
        <Sentence state={state} />
      </Typography>
      {target.note && <Typography sx={{ color: 'text.secondary' }}>{target.note}</Typography>}
    </Box>
  );
}

function Sentence({ state: { target, actual, expected, on, unit, light } }: { state: TargetState }) {
  const t = useT();
  const { date, figure } = useFormat();
  const kind = findIndicator(target.indicator)?.kind;
  const said = {
    on: date(on),
    due: date(target.dueOn),
    aim: figure(target.value, unit),
    actual: figure(actual, unit),
    expected: figure(expected, unit),
  };
  if (light === 'UNKNOWN') return <>{t('targets.sentence.unknown', said)}</>;
  if (target.dueOn < today()) return <>{t('targets.sentence.past', said)}</>;
  return <>{t(kind === 'ratio' ? 'targets.sentence.ratio' : 'targets.sentence.grows', said)}</>;
}
