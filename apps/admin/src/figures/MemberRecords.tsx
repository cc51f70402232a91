import { Box, Link as MuiLink } from '@mui/material';
import type { FigureMember, MemberRecord } from '@fieldlab/domain';
import { Link } from 'react-router-dom';
import { useFormat } from '../i18n/format';
import { useNames, useT } from '../i18n/use-t';
import { filePath } from '../providers/evidence';
import { recordPath } from '../providers/record-path';

/** Which records made a member count, each with its evidence; of a member that is the record itself, its evidence. */
export function MemberRecords({ member }: { member: FigureMember }) {
  const t = useT();
  const { records = [], recordCount = 0 } = member;
  const others = recordCount - records.length;
  if (records.length === 0) return null;
  return (
    <Box
      component="ul"
      sx={{ listStyle: 'none', m: 0, mt: 1, p: 0, fontSize: '0.875rem', color: 'text.secondary' }}
    >
      {records.map((record) => (
        <Box component="li" key={record.id} sx={{ py: 0.25, overflowWrap: 'anywhere' }}>
          {record.id !== member.id && <RecordDoor record={record} />}
          <EvidenceDoors record={record} isOwn={record.id === member.id} />
        </Box>
      ))}
      {others > 0 && <li>{t('figures.behind.others', { smart_count: others })}</li>}
    </Box>
  );
}

function RecordDoor({ record: { resource, id, label, on } }: { record: MemberRecord }) {
  const { one } = useNames();
  const { date } = useFormat();
  return (
    <>
      {one(resource)}{' '}
      <MuiLink component={Link} to={recordPath(resource, id)} color="inherit">
        {label}
      </MuiLink>
      {on !== null && ` · ${date(on)}`}
    </>
  );
}

/** Without evidence it says so, where there can be any. */
function EvidenceDoors({ record: { resource, evidence }, isOwn }: { record: MemberRecord; isOwn: boolean }) {
  const t = useT();
  if (resource === 'attendances') return null;
  const before = isOwn ? '' : ' · ';
  if (evidence.length === 0) return `${before}${t('figures.behind.noEvidence')}`;
  return (
    <>
      {before}
      {t('figures.behind.evidence')}:{' '}
      {evidence.map(({ id, name, url }, index) => (
        <span key={id ?? name}>
          {index > 0 && ', '}
          <MuiLink href={addressOf(id, url)} target="_blank" rel="noreferrer" color="inherit">
            {name}
          </MuiLink>
        </span>
      ))}
    </>
  );
}

/** A file's own, or that of a link, which people write without its beginning too. */
const addressOf = (id: string | null, url: string | null): string => {
  if (url === null) return filePath({ id: id ?? '' });
  return /^https?:/.test(url) ? url : `https://${url}`;
};
