import netherlands from '@svg-maps/netherlands';
import { Box, Typography } from '@mui/material';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import { useFormat } from '../i18n/format';
import { useT } from '../i18n/use-t';
import { amountOf, figureOf, useFigures } from '../providers/figures';
import { ChartTable, TableSwitch } from '../ui/charts/ChartTable';
import { Section } from '../ui/page/Section';
import { Waiting } from '../ui/page/Waiting';
import { useFigureDoor } from '../ui/use-figure-door';
import { labelPlace } from './province-places';

const COMPANIES = 'companies_participated';
const CENTRES = 'centres_active';

interface Area {
  key: string;
  label: string;
  companies: number;
  centres: number;
  to: string;
  centresTo: string;
}

/** Participating companies and active centres by province; each number leads to what was counted. */
export function ProvinceMap({ asOf }: { asOf: string }) {
  const t = useT();
  const [isTable, setTable] = useState(false);
  const areas = useAreas(asOf);
  return (
    <Section title={t('dashboard.mapTitle')} actions={<TableSwitch isTable={isTable} onChange={setTable} />}>
      {!areas && <Waiting />}
      {areas && isTable && <AreaTable areas={areas} />}
      {areas && !isTable && <MapPicture areas={areas} />}
      <Typography variant="body2" sx={{ color: 'text.secondary', mt: 3 }}>
        {t('dashboard.mapNote')} {t('dashboard.mapCredit')}
      </Typography>
    </Section>
  );
}

function useAreas(asOf: string): Area[] | undefined {
  const door = useFigureDoor();
  const { data } = useFigures({ asOf, by: 'province', indicator: [COMPANIES, CENTRES] });
  if (!data) return undefined;
  const [companies, centres] = [COMPANIES, CENTRES].map((code) => figureOf(data, code)?.breakdown ?? []);
  const labels = new Map([...(centres ?? []), ...(companies ?? [])].map(({ key, label }) => [key, label]));
  const asked = { asOf, by: 'province' as const, from: data.from ?? undefined };
  return [...labels].map(([key, label]) => ({
    ...{ key, label, to: door(COMPANIES, { ...asked, key }), centresTo: door(CENTRES, { ...asked, key }) },
    companies: amountOf(companies?.find((cell) => cell.key === key)?.value),
    centres: amountOf(centres?.find((cell) => cell.key === key)?.value),
  }));
}

function AreaTable({ areas }: { areas: readonly Area[] }) {
  const t = useT();
  return (
    <ChartTable
      heads={[t('dashboard.province'), t('dashboard.companies'), t('dashboard.headline.centres')]}
      rows={[...areas]
        .sort((a, b) => b.companies - a.companies)
        .map(({ key, label, companies, centres, to }) => ({ key, label, to, values: [companies, centres] }))}
    />
  );
}

function MapPicture({ areas }: { areas: readonly Area[] }) {
  const t = useT();
  const { number } = useFormat();
  const top = Math.max(...areas.map(({ companies }) => companies), 1);
  const areaOf = (id: string): Area | undefined => areas.find(({ key }) => key === `NL-${id.toUpperCase()}`);
  return (
    <Box
      component="svg"
      viewBox={netherlands.viewBox}
      role="group"
      aria-label={t('dashboard.mapTitle')}
      sx={{ width: '100%', maxHeight: 460, display: 'block', overflow: 'visible' }}
    >
      {netherlands.locations.map(({ id, path }) => {
        const area = areaOf(id);
        const shape = <Shape path={path} share={(area?.companies ?? 0) / top} />;
        if (!area || area.companies === 0) return <g key={id}>{shape}</g>;
        return (
          <Link key={id} to={area.to} aria-label={`${area.label}: ${number(area.companies)}`}>
            {shape}
            <title>{`${area.label}: ${number(area.companies)} ${t('dashboard.companies').toLowerCase()}`}</title>
          </Link>
        );
      })}
      {netherlands.locations.map(({ id }) => {
        const area = areaOf(id);
        return area && area.centres > 0 && <Centres key={id} id={id} area={area} />;
      })}
    </Box>
  );
}

function Shape({ path, share }: { path: string; share: number }) {
  return (
    <Box
      component="path"
      d={path}
      sx={{
        fill: 'currentColor',
        fillOpacity: 0.08 + 0.8 * share,
        color: 'primary.main',
        stroke: (theme) => theme.palette.background.default,
        strokeWidth: 1.5,
        'a:hover > &, a:focus-visible > &': {
          stroke: (theme) => theme.palette.text.primary,
          strokeWidth: 2.5,
        },
      }}
    />
  );
}

/** A dot with how many centres there are, where the province has room for it. */
function Centres({ id, area: { label, centres, centresTo } }: { id: string; area: Area }) {
  const t = useT();
  const { number } = useFormat();
  const [x, y] = labelPlace(id);
  const text = `${label}: ${number(centres)} ${t('dashboard.headline.centres')}`;
  return (
    <Link to={centresTo} aria-label={text}>
      <title>{text}</title>
      <Box
        component="circle"
        cx={x}
        cy={y}
        r={17}
        sx={{
          fill: (theme) => theme.palette.background.paper,
          stroke: (theme) => theme.palette.text.primary,
          strokeWidth: 1.5,
          'a:hover > &, a:focus-visible > &': { strokeWidth: 3 },
        }}
      />
      <Box
        component="text"
        x={x}
        y={y}
        aria-hidden
        sx={{
          fill: (theme) => theme.palette.text.primary,
          fontSize: 17,
          fontWeight: 600,
          textAnchor: 'middle',
          dominantBaseline: 'central',
        }}
      >
        {number(centres)}
      </Box>
    </Link>
  );
}
