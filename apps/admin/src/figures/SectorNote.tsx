import { Alert } from '@mui/material';
import { NETHERLANDS, type FiguresAnswer } from '@fieldlab/domain';
import { useFormat } from '../i18n/format';
import { useT } from '../i18n/use-t';

/** Warns that firms are not in their section because their code is of another version, which also breaks a series. */
export function SectorNote({ answer }: { answer: FiguresAnswer }) {
  const t = useT();
  const { number } = useFormat();
  const { sectorVersion, sectorVersions = [] } = answer;
  const others = sectorVersions.filter(({ version, profiles }) => version !== sectorVersion && profiles > 0);
  if (sectorVersion === undefined || others.length === 0) return null;
  const countOf = (counts: typeof sectorVersions): number =>
    counts.reduce((sum, { profiles }) => sum + profiles, 0);
  const nameOf = (named: string): string | undefined =>
    NETHERLANDS.sectorSchemes.find(({ version }) => version === named)?.name;
  return (
    <Alert severity="warning" sx={{ mb: 6 }}>
      {t('figures.otherSectorVersion', {
        count: number(countOf(others)),
        total: number(countOf(sectorVersions)),
        others: others.map(({ version }) => nameOf(version)).join(', '),
        chosen: nameOf(sectorVersion),
      })}
    </Alert>
  );
}
