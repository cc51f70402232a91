import ExpandMore from '@mui/icons-material/ExpandMore';
import { Box, ButtonBase, Collapse, Typography } from '@mui/material';
import type { Schemas } from '@fieldlab/api-client';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useFormat } from '../i18n/format';
import { useLanguage } from '../i18n/use-t';
import { request } from '../providers/http';
import { Failed } from '../ui/page/Failed';
import { Pages } from '../ui/page/Pages';
import { Section } from '../ui/page/Section';
import { Waiting } from '../ui/page/Waiting';
import { FindingRows } from './FindingsTable';

export type FindingKind = Schemas['ImportFindingKind'];
type Page = Schemas['ImportFindingPage'];

const PER_PAGE = 25;

interface FindingKindsProps {
  id: string;
  title: string;
  help: string;
  kinds: readonly FindingKind[];
}

/** What was found, a line for each kind with how often; opened, where it was. */
export function FindingKinds({ id, title, help, kinds }: FindingKindsProps) {
  if (kinds.length === 0) return null;
  return (
    <Section title={title}>
      <Typography sx={{ mb: 3 }}>{help}</Typography>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {kinds.map((kind) => (
          <Kind key={kind.code} id={id} kind={kind} />
        ))}
      </Box>
    </Section>
  );
}

function Kind({ id, kind: { code, count, message, severity } }: { id: string; kind: FindingKind }) {
  const { number } = useFormat();
  const [isOpen, setOpen] = useState(false);
  const panel = useId();
  return (
    <Box component="li" sx={{ borderTop: 1, borderColor: 'divider' }}>
      <ButtonBase
        onClick={() => setOpen(!isOpen)}
        aria-expanded={isOpen}
        aria-controls={panel}
        sx={{
          width: '100%',
          gap: 3,
          py: 3,
          textAlign: 'left',
          justifyContent: 'flex-start',
          font: 'inherit',
        }}
      >
        <Box
          component="strong"
          sx={{ minWidth: '5ch', textAlign: 'right', fontVariantNumeric: 'tabular-nums' }}
        >
          {number(count)}×
        </Box>
        <Box component="span" sx={{ flex: 1 }}>
          {message}
        </Box>
        <ExpandMore sx={{ transform: isOpen ? 'rotate(180deg)' : 'none', color: 'text.secondary' }} />
      </ButtonBase>
      <Collapse in={isOpen} id={panel} unmountOnExit>
        <OfKind id={id} code={code} list={severity === 'FAULT' ? 'faults' : 'warnings'} title={message} />
      </Collapse>
    </Box>
  );
}

interface OfKindProps {
  id: string;
  code: string;
  list: 'faults' | 'warnings';
  title: string;
}

function OfKind({ id, code, list, title }: OfKindProps) {
  const language = useLanguage();
  const [page, setPage] = useState(1);
  const query = { code, page, perPage: PER_PAGE };
  const { data, error, refetch } = useQuery({
    queryKey: ['import', id, list, query, language],
    queryFn: () => request<Page>('GET', `/imports/${id}/${list}`, { query }),
    placeholderData: keepPreviousData,
    staleTime: Infinity,
  });
  if (error) return <Failed error={error} onRetry={() => void refetch()} />;
  if (!data) return <Waiting rows={3} />;
  const pages = Math.ceil(data.total / PER_PAGE);
  return (
    <Box sx={{ pb: 4 }}>
      <FindingRows title={title} findings={data.data} />
      <Pages count={pages} page={page} onChange={setPage} />
    </Box>
  );
}
