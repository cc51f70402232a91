import { Box, Link as MuiLink, Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material';
import { findIndicator } from '@fieldlab/domain';
import { Link } from 'react-router-dom';
import { useFormat } from '../i18n/format';
import { useLanguage, useT } from '../i18n/use-t';
import { membersPath } from '../providers/figures';
import type { TargetState } from '../providers/targets';
import { useMayLookIn } from '../ui/use-figure-door';
import { Day } from '../ui/fields/values';
import { useIsNarrow } from '../ui/use-is-narrow';
import { Light } from './Light';
import { ProgressBar } from './ProgressBar';
import { useScopeName } from './use-scope-name';

/** Each target with its figure, what is left, and its light; on a phone as cards. */
export function TargetLines({ states }: { states: readonly TargetState[] }) {
  const isNarrow = useIsNarrow();
  return isNarrow ? <Cards states={states} /> : <Lines states={states} />;
}

function Lines({ states }: { states: readonly TargetState[] }) {
  const t = useT();
  return (
    <Table size="small">
      <TableHead>
        <TableRow>
          <TableCell>{t('targets.indicator')}</TableCell>
          <TableCell>{t('targets.due')}</TableCell>
          <TableCell align="right">{t('targets.aim')}</TableCell>
          <TableCell align="right">{t('targets.actual')}</TableCell>
          <TableCell sx={{ width: '22%' }}>{t('targets.way')}</TableCell>
          <TableCell align="right">{t('targets.gap')}</TableCell>
          <TableCell>{t('targets.light')}</TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {states.map((state) => (
          <Line key={state.target.id} state={state} />
        ))}
      </TableBody>
    </Table>
  );
}

function Line({ state }: { state: TargetState }) {
  const { figure } = useFormat();
  const scopeName = useScopeName();
  const { target, unit, light } = state;
  return (
    <TableRow hover>
      <TableCell component="th" scope="row">
        <Name state={state} />
        <Box sx={{ color: 'text.secondary', fontWeight: 400 }}>{scopeName(target)}</Box>
      </TableCell>
      <TableCell>
        <Day date={target.dueOn} />
      </TableCell>
      <TableCell align="right">{figure(target.value, unit)}</TableCell>
      <TableCell align="right">
        <Actual state={state} />
      </TableCell>
      <TableCell>
        <ProgressBar state={state} />
      </TableCell>
      <TableCell align="right">
        <Gap state={state} />
      </TableCell>
      <TableCell>
        <Light light={light} />
      </TableCell>
    </TableRow>
  );
}

function Cards({ states }: { states: readonly TargetState[] }) {
  const t = useT();
  const { figure } = useFormat();
  const scopeName = useScopeName();
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {states.map((state) => (
        <Box
          component="li"
          key={state.target.id}
          sx={{ borderTop: 1, borderColor: 'divider', py: 4, display: 'grid', gap: 2 }}
        >
          <div>
            <Name state={state} />
            <Box sx={{ color: 'text.secondary', fontSize: '0.875rem' }}>
              {scopeName(state.target)} · {t('targets.due').toLowerCase()} <Day date={state.target.dueOn} />
            </Box>
          </div>
          <ProgressBar state={state} />
          <Box sx={{ display: 'flex', justifyContent: 'space-between', flexWrap: 'wrap', gap: 2 }}>
            <span className="figure">
              <Actual state={state} /> / {figure(state.target.value, state.unit)}
            </span>
            <Light light={state.light} />
          </Box>
        </Box>
      ))}
    </Box>
  );
}

function Name({ state: { target } }: { state: TargetState }) {
  const language = useLanguage();
  return (
    <MuiLink
      component={Link}
      to={`/targets/${target.id}/show`}
      sx={{ color: 'inherit', fontWeight: 600, overflowWrap: 'anywhere' }}
    >
      {findIndicator(target.indicator)?.title[language] ?? target.indicator}
    </MuiLink>
  );
}

/** The figure is a door to what was counted. */
function Actual({ state: { target, actual, on, unit } }: { state: TargetState }) {
  const { figure } = useFormat();
  const mayLook = useMayLookIn(target.scope);
  if (actual === null || !mayLook) return <>{figure(actual, unit)}</>;
  const to = membersPath(target.indicator, { asOf: on, scope: target.scope });
  return (
    <MuiLink component={Link} to={to} sx={{ color: 'inherit' }}>
      {figure(actual, unit)}
    </MuiLink>
  );
}

/** Nothing is left of a target that was reached. */
function Gap({ state: { gap, unit } }: { state: TargetState }) {
  const { figure } = useFormat();
  return <>{figure(gap === null ? null : Math.max(-Number(gap), 0), unit)}</>;
}
