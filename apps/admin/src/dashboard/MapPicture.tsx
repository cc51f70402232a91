import netherlands from '@svg-maps/netherlands';
import { Box } from '@mui/material';
import { Link } from 'react-router-dom';
import { useFormat } from '../i18n/format';
import { useT } from '../i18n/use-t';
import { labelPlace } from './province-places';

export interface Area {
  key: string;
  label: string;
  companies: number;
  centres: number;
  to: string;
  centresTo: string;
}

/** The provinces by what they count; each is a door, and so is each dot. */
export default function MapPicture({ areas }: { areas: readonly Area[] }) {
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
            <title>{`${area.label}: ${t('dashboard.mapCompanies', { smart_count: area.companies })}`}</title>
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
  const text = `${label}: ${t('dashboard.mapCentres', { smart_count: centres })}`;
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
