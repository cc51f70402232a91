import { Box, Link as MuiLink } from '@mui/material';
import type { FiguresAnswer, FigureUnit } from '@fieldlab/domain';
import { Link } from 'react-router-dom';
import { useFormat, type Format } from '../i18n/format';
import { useT, type Translate } from '../i18n/use-t';
import { amountOf, figureOf } from '../providers/figures';
import { comparePath } from '../providers/comparisons';
import { FigureRow, type HeadlineFigure } from '../ui/charts/FigureRow';
import { Spark } from '../ui/charts/Spark';
import { LastKnown, UpdateNotice } from '../ui/figures/BeingUpdated';
import { useFigureDoor } from '../ui/use-figure-door';
import { dayBefore, type Comparison } from './comparison';
import type { OverviewProps } from './use-overview';

/** The figures that the programme is known by, with what changed since and how they came about. */
export function Headlines({ asOf, comparison, overview }: OverviewProps & { comparison: Comparison }) {
  const t = useT();
  const format = useFormat();
  const door = useFigureDoor();
  const earlier = dayBefore(asOf, comparison);
  const parts = (['headlines', 'before', 'course'] as const).map(overview.told);
  const [now, before, years] = parts.map(({ figures }) => figures);
  const figures = now && headlinesOf({ now, before, years, asOf, earlier, t, format, door });
  const isUpdating = parts.some((part) => part.isUpdating);
  return (
    <Box sx={{ position: 'relative' }}>
      {isUpdating && <UpdateNotice />}
      <LastKnown isUpdating={isUpdating}>
        <FigureRow figures={figures} count={5} hasMore />
      </LastKnown>
    </Box>
  );
}

interface Known {
  now: FiguresAnswer;
  before: FiguresAnswer | undefined;
  years: FiguresAnswer | undefined;
  asOf: string;
  /** The day that it is compared with. */
  earlier: string;
  t: Translate;
  format: Format;
  door: ReturnType<typeof useFigureDoor>;
}

function headlinesOf(known: Known): HeadlineFigure[] {
  const { now, t, format } = known;
  const count = (code: string): number => amountOf(figureOf(now, code)?.value);
  const text = (code: string): string => format.number(count(code));
  const simple = (code: Simple): HeadlineFigure => simpleHeadline(known, code, text(code));
  const parts = t('dashboard.headline.centresParts', {
    fieldlabs: text('fieldlabs_active'),
    hubs: text('hubs_active'),
  });
  return [
    simple('companies_participated'),
    simple('companies_participating'),
    {
      key: 'centres',
      help: 'centres_active',
      label: t('dashboard.headline.centres'),
      text: format.number(count('fieldlabs_active') + count('hubs_active')),
      to: doorOf(known, 'centres_active'),
      below: (
        <Below
          known={known}
          codes={['fieldlabs_active', 'hubs_active']}
          trend="centres_active"
          unit="count"
          note={parts}
        />
      ),
    },
    simple('spin_offs'),
    {
      key: 'investment_realised',
      help: 'investment_realised',
      label: t('dashboard.headline.investment_realised'),
      text: format.shortMoney(count('investment_realised')),
      to: doorOf(known, 'investment_realised'),
      below: (
        <Below
          known={known}
          codes={['investment_realised']}
          trend="investment_realised"
          unit="EUR"
          note={sharesOf(known)}
        />
      ),
    },
  ];
}

type Simple = 'companies_participated' | 'companies_participating' | 'spin_offs';

const simpleHeadline = (known: Known, code: Simple, text: string): HeadlineFigure => ({
  key: code,
  help: code,
  label: known.t(`dashboard.headline.${code}`),
  text,
  to: doorOf(known, code),
  below: <Below known={known} codes={[code]} trend={code} unit="count" />,
});

const doorOf = ({ now, asOf, door }: Known, code: string): string =>
  door(code, { asOf, from: now.from ?? undefined });

/** Private and public, and the third part wherever the two are shown. */
function sharesOf({ now, t, format }: Known): string {
  const [all, ours, theirs] = ['investment_realised', 'investment_private', 'investment_public'].map((code) =>
    amountOf(figureOf(now, code)?.value),
  ) as [number, number, number];
  if (all === 0) return '';
  const share = (part: number): string => `${format.number(Math.round((part / all) * 100))}%`;
  return t('dashboard.privateShare', {
    private: share(ours),
    public: share(theirs),
    knowledge: share(all - ours - theirs),
  });
}

interface BelowProps {
  known: Known;
  codes: readonly string[];
  trend: string;
  unit: FigureUnit;
  note?: string;
}

function Below({ known, codes, trend, unit, note }: BelowProps) {
  const { now, before, years, asOf, earlier, t, format } = known;
  const sum = (answer: FiguresAnswer): number =>
    codes.reduce((total, code) => total + amountOf(figureOf(answer, code)?.value), 0);
  const change = before && sum(now) - sum(before);
  const date = format.shortDate(earlier);
  const cells = figureOf(years, trend)?.breakdown ?? [];
  return (
    <>
      {note && <Box sx={{ mb: 1 }}>{note}</Box>}
      {change === 0 && <div>{t('dashboard.noChange', { date })}</div>}
      {change !== undefined && change !== 0 && (
        <MuiLink
          component={Link}
          to={comparePath({ indicator: trend, asOf: earlier }, { indicator: trend, asOf })}
          sx={{ color: 'inherit' }}
        >
          {`${format.change(change, unit)} ${t('dashboard.since', { date })}`}
        </MuiLink>
      )}
      <Spark
        values={cells.map(({ value }) => amountOf(value))}
        label={t('dashboard.trend', {
          values: cells.map(({ label, value }) => `${label} ${format.figure(value, unit)}`).join(', '),
        })}
      />
    </>
  );
}
