import netherlands from '@svg-maps/netherlands';
import { Box, Typography } from '@mui/material';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import { useFormat } from '../i18n/format';
import { useT } from '../i18n/use-t';
import { amountOf, figureOf, membersPath, useFigures } from '../providers/figures';
import { ChartTable, TableSwitch } from '../ui/charts/ChartTable';
import { Section } from '../ui/page/Section';
import { Waiting } from '../ui/page/Waiting';

const INDICATOR = 'companies_participated';

interface Area {
  key: string;
  label: string;
  value: number;
  to: string;
}

/** Participating companies by province; each province leads to its companies. */
export function ProvinceMap({ asOf }: { asOf: string }) {
  const t = useT();
  const [isTable, setTable] = useState(false);
  const { data } = useFigures({ asOf, by: 'province', indicator: [INDICATOR] });
  const areas = figureOf(data, INDICATOR)?.breakdown?.map(({ key, label, value }) => ({
    key,
    label,
    value: amountOf(value),
    to: membersPath(INDICATOR, { asOf, by: 'province', key, from: data?.from ?? undefined }),
  }));
  return (
    <Section title={t('dashboard.mapTitle')} actions={<TableSwitch isTable={isTable} onChange={setTable} />}>
      {!areas && <Waiting />}
      {areas && isTable && <AreaTable areas={areas} />}
      {areas && !isTable && <MapPicture areas={areas} />}
      <Typography variant="body2" sx={{ color: 'text.secondary', mt: 3 }}>
        {t('dashboard.mapCredit')}
      </Typography>
    </Section>
  );
}

function AreaTable({ areas }: { areas: readonly Area[] }) {
  const t = useT();
  return (
    <ChartTable
      heads={[t('dashboard.province'), t('dashboard.companies')]}
      rows={[...areas]
        .sort((a, b) => b.value - a.value)
        .map(({ key, label, value, to }) => ({ key, label, to, values: [value] }))}
    />
  );
}

function MapPicture({ areas }: { areas: readonly Area[] }) {
  const t = useT();
  const { number } = useFormat();
  const top = Math.max(...areas.map(({ value }) => value), 1);
  return (
    <Box
      component="svg"
      viewBox={netherlands.viewBox}
      role="group"
      aria-label={t('dashboard.mapTitle')}
      sx={{ width: '100%', maxHeight: 460, display: 'block', overflow: 'visible' }}
    >
      {netherlands.locations.map(({ id, path }) => {
        const area = areas.find(({ key }) => key === `NL-${id.toUpperCase()}`);
        const text = `${area?.label ?? ''}: ${number(area?.value ?? 0)}`;
        const shape = (
          <Box
            component="path"
            d={path}
            sx={{
              fill: 'currentColor',
              fillOpacity: 0.08 + 0.8 * ((area?.value ?? 0) / top),
              color: 'primary.main',
              stroke: (theme) => theme.palette.background.default,
              strokeWidth: 1.5,
              'a:hover &, a:focus-visible &': {
                stroke: (theme) => theme.palette.text.primary,
                strokeWidth: 2.5,
              },
            }}
          >
            <title>{text}</title>
          </Box>
        );
        if (!area) return <g key={id}>{shape}</g>;
        return (
          <Link key={id} to={area.to} aria-label={text}>
            {shape}
          </Link>
        );
      })}
    </Box>
  );
}
