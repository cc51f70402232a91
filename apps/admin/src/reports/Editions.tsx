import { Box, Button, Link, Typography } from '@mui/material';
import { useState } from 'react';
import { useMay } from '../ui/use-may';
import { useFormat } from '../i18n/format';
import { capitalised, useT } from '../i18n/use-t';
import { useEdition, useEditions, type EditionSummary } from '../providers/reports';
import { Section } from '../ui/page/Section';
import { Waiting } from '../ui/page/Waiting';
import { Changes } from '../ui/report/Changes';
import { FormatLinks } from '../ui/report/FormatLinks';
import { useCopy } from '../ui/use-copy';

const FORMATS = ['pdf', 'xlsx', 'csv', 'json'] as const;
/** What may be downloaded where the whole JSON holds members that one may not see. */
const FORMATS_WITHOUT_MEMBERS = ['pdf', 'xlsx', 'csv'] as const;

/** What was published, newest first: sealed, downloadable, each with what it changed and why. */
export function Editions({ reportId }: { reportId: string }) {
  const t = useT();
  const { data } = useEditions(reportId);
  return (
    <Section title={t('reports.editions.title')}>
      {data?.length === 0 && (
        <Typography sx={{ color: 'text.secondary' }}>{t('reports.editions.none')}</Typography>
      )}
      <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 6 }}>
        {data?.map((edition) => (
          <Edition key={edition.edition} reportId={reportId} edition={edition} />
        ))}
      </Box>
    </Section>
  );
}

function Edition({ reportId, edition }: { reportId: string; edition: EditionSummary }) {
  const t = useT();
  const { instant } = useFormat();
  const [isOpen, setOpen] = useState(false);
  const { edition: number, publishedAt, publishedByName, reason, changes, membersDigest } = edition;
  const seesMembers = useMay()('edition-members', 'read');
  const isWholeOpen = seesMembers || membersDigest !== null;
  const address = `/api/v1/reports/${reportId}/editions/${number}`;
  return (
    <Box component="li">
      <Typography variant="h3">{capitalised(t('reports.editionOf', { number }))}</Typography>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {t('reports.editions.published', { date: instant(publishedAt), name: publishedByName })}
      </Typography>
      <Seal edition={edition} />
      <FormatLinks
        address={address}
        formats={isWholeOpen ? FORMATS : FORMATS_WITHOUT_MEMBERS}
        nameOf={(format) => t('reports.editions.download', { number, format })}
      />
      {seesMembers && membersDigest !== null && (
        <Link
          href={`${address}.members.json`}
          download
          className="no-print"
          aria-label={t('reports.editions.downloadMembers', { number })}
          sx={{ display: 'inline-block', py: 1, typography: 'body2' }}
        >
          {t('reports.editions.members')}
        </Link>
      )}
      {reason !== null && <Typography sx={{ mt: 2, fontSize: '0.875rem' }}>{reason}</Typography>}
      {number > 1 && (
        <Button
          size="small"
          aria-expanded={isOpen}
          aria-label={t('reports.editions.show', { number })}
          disabled={changes === 0}
          onClick={() => setOpen(!isOpen)}
          sx={{ ml: -2 }}
        >
          {changes === 0
            ? t('reports.editions.noChanges')
            : t('reports.editions.changes', { smart_count: changes })}
        </Button>
      )}
      {isOpen && <EditionChanges reportId={reportId} edition={number} isWhole={isWholeOpen} />}
    </Box>
  );
}

/** The seal by its first characters, as people compare them; copied whole. */
function Seal({ edition: { edition: number, seal } }: { edition: EditionSummary }) {
  const t = useT();
  const copy = useCopy();
  return (
    <Button
      size="small"
      title={seal}
      aria-label={t('reports.editions.copySeal', { number })}
      onClick={() => copy(seal, t('reports.editions.sealCopied'))}
      sx={{ ml: -2, color: 'text.secondary', fontWeight: 400 }}
    >
      {t('reports.editions.seal')}&nbsp;<code>{seal.slice(0, 16)}…</code>
    </Button>
  );
}

interface EditionChangesProps {
  reportId: string;
  edition: number;
  /** Or what everybody may have of it. */
  isWhole: boolean;
}

function EditionChanges({ reportId, edition, isWhole }: EditionChangesProps) {
  const { data } = useEdition(reportId, edition, { isWhole });
  return data ? <Changes edition={data} /> : <Waiting rows={2} />;
}
