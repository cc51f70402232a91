import SwapHorizIcon from '@mui/icons-material/SwapHoriz';
import { Box, Button, Link as MuiLink, Typography } from '@mui/material';
import { useCanAccess } from 'react-admin';
import { Link, useNavigate } from 'react-router-dom';
import { useFormat } from '../i18n/format';
import { useLanguage, useT } from '../i18n/use-t';
import { refusalOf } from '../providers/http';
import { haveOneUnit, stepName, useBridge, type Bridge } from '../providers/reconciliation';
import { Sentence } from '../ui/figures/Sentence';
import { Failed } from '../ui/page/Failed';
import { Message } from '../ui/page/Message';
import { Page } from '../ui/page/Page';
import { Waiting } from '../ui/page/Waiting';
import { ChainPicture } from './ChainPicture';
import { Paragraph } from './Paragraph';
import { SaveComparison } from './SaveComparison';
import { StepMembers } from './StepMembers';
import { useChangeText } from './use-change-text';
import { useSides, type SideAsked, type SidesAsked } from './use-sides';

/** Two figures, each asked in a sentence, and every reason why the one is not the other. */
export default function ComparePage() {
  const t = useT();
  const sides = useSides();
  const { left, right, swapped } = sides;
  const isOneUnit = haveOneUnit(left.figure, right.figure);
  const { data, error, refetch, isPlaceholderData } = useBridge(left.figure, right.figure, isOneUnit);
  const bridge = isOneUnit && !error ? data : undefined;
  return (
    <Page
      title={t('comparing.compareTitle')}
      help="bridge"
      above={
        <MuiLink component={Link} to="/comparisons" color="inherit">
          {t('comparing.title')}
        </MuiLink>
      }
      actions={
        <>
          <Button variant="outlined" component={Link} to={swapped} startIcon={<SwapHorizIcon />}>
            {t('comparing.swap')}
          </Button>
          <Save sides={sides} isReady={bridge !== undefined} />
        </>
      }
    >
      <Box
        sx={{ display: 'grid', gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: '1fr 1fr' }, columnGap: 8 }}
      >
        <Side title={t('comparing.left')} side={left} end={bridge?.left} />
        <Side title={t('comparing.right')} side={right} end={bridge?.right} />
      </Box>
      <Box aria-busy={isPlaceholderData} sx={{ opacity: isPlaceholderData ? 0.5 : 1 }}>
        {!isOneUnit && <Message text={t('comparing.otherUnits')} />}
        {isOneUnit && error && <NoAnswer error={error} onRetry={() => void refetch()} />}
        {isOneUnit && !error && !bridge && <Waiting />}
        {bridge && <Answer bridge={bridge} sides={sides} />}
      </Box>
    </Page>
  );
}

/** One question, and its answer as big as it deserves. */
function Side({ title, side, end }: { title: string; side: SideAsked; end: Bridge['left'] | undefined }) {
  const { figure: write } = useFormat();
  const language = useLanguage();
  return (
    <Box component="section" aria-label={title} sx={{ minWidth: 0, mb: { xs: 4, lg: 6 } }}>
      <Sentence asked={side.asked} ask={side.ask} answer={end} isWhole />
      <Box className="figure" sx={{ fontSize: '2.125rem', fontWeight: 650, letterSpacing: '-0.03em' }}>
        {end ? write(end.value, end.unit) : '\u00A0'}
      </Box>
      <Typography sx={{ color: 'text.secondary' }}>{side.asked.indicator.title[language]}</Typography>
    </Box>
  );
}

/** A side without a value is a question that can be asked otherwise, and no failure. */
function NoAnswer({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const t = useT();
  const { status } = refusalOf(error);
  return status === 400 ? (
    <Message text={t('comparing.noValue')} />
  ) : (
    <Failed error={error} onRetry={onRetry} />
  );
}

function Answer({ bridge, sides }: { bridge: Bridge; sides: SidesAsked }) {
  const t = useT();
  const navigate = useNavigate();
  const write = useChangeText(bridge.left.unit);
  const open = bridge.steps.find((step) => stepName(step) === sides.step);
  return (
    <>
      {bridge.steps.length === 0 && <Typography sx={{ mb: 6 }}>{t('comparing.equal')}</Typography>}
      <ChainPicture bridges={[bridge]} doorTo={(_bridge, step) => sides.withStep(stepName(step))} />
      <Paragraph bridges={[bridge]} />
      {open && (
        <StepMembers
          step={open}
          write={write}
          onClose={() => void navigate(sides.withStep(''), { replace: true })}
        />
      )}
    </>
  );
}

function Save({ sides: { left, right }, isReady }: { sides: SidesAsked; isReady: boolean }) {
  const language = useLanguage();
  const { canAccess } = useCanAccess({ resource: 'comparisons', action: 'create' });
  if (!canAccess || !isReady) return null;
  const titles = [left, right].map(({ asked }) => asked.indicator.title[language]);
  return <SaveComparison chain={[left.figure, right.figure]} title={titles.join(' – ')} />;
}
