import { Alert, Box, Button, Typography } from '@mui/material';
import { useState } from 'react';
import { useGetOne } from 'react-admin';
import { useFormat } from '../i18n/format';
import { useNames, useT } from '../i18n/use-t';
import { useMergesInto, type Merge } from '../providers/duplicates';
import type { Company } from '../providers/records';
import { RecordLink } from '../ui/fields/values';
import { Section } from '../ui/page/Section';
import { useMay } from '../ui/use-may';
import { TakeBackMerge } from './TakeBackMerge';

/** Where a company that was merged away lives on. */
export function MergedIntoNote({ survivorId }: { survivorId: string }) {
  const t = useT();
  const { data } = useGetOne<Company>('companies', { id: survivorId });
  return (
    <Alert severity="info" sx={{ mb: 5 }}>
      {t('duplicates.mergedInto')}{' '}
      <RecordLink resource="companies" id={survivorId} name={data?.name ?? '…'} />.{' '}
      {t('duplicates.mergedIntoText')}
    </Alert>
  );
}

/** The companies that were merged into this one, each with the way back. */
export function Merges({ companyId }: { companyId: string }) {
  const t = useT();
  const { data } = useMergesInto(companyId);
  if (!data || data.total === 0) return null;
  return (
    <Section title={t('duplicates.mergesTitle')}>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {data.data.map((merge) => (
          <Line key={merge.id} merge={merge} />
        ))}
      </Box>
    </Section>
  );
}

function Line({ merge }: { merge: Merge }) {
  const t = useT();
  const { dayOf } = useFormat();
  const { field } = useNames();
  const may = useMay()('merges', 'delete');
  const [isAsking, setAsking] = useState(false);
  const { mergedId, mergedName, createdAt, actorName, reason, fields } = merge;
  const said = [
    t('duplicates.mergedBy', { date: dayOf(createdAt), actor: actorName }),
    reason,
    fields &&
      fields.length > 0 &&
      t('duplicates.takenOver', {
        fields: fields.map((name) => field('companies', name).toLowerCase()).join(', '),
      }),
  ];
  return (
    <Box
      component="li"
      sx={{
        display: 'flex',
        gap: 4,
        py: 2,
        flexWrap: 'wrap',
        justifyContent: 'space-between',
        alignItems: 'center',
      }}
    >
      <Box sx={{ minWidth: 0 }}>
        <RecordLink resource="companies" id={mergedId} name={mergedName ?? ''} />
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {said.filter(Boolean).join(' · ')}
        </Typography>
      </Box>
      {may && (
        <Button
          size="small"
          variant="outlined"
          aria-label={t('duplicates.takeBackOf', { company: mergedName })}
          onClick={() => setAsking(true)}
        >
          {t('duplicates.takeBack')}
        </Button>
      )}
      {isAsking && <TakeBackMerge merge={merge} onClose={() => setAsking(false)} />}
    </Box>
  );
}
