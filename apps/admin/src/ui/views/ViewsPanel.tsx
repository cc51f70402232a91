import { Box, Typography } from '@mui/material';
import { useGetIdentity } from 'react-admin';
import { useId, type ReactNode } from 'react';
import { useT } from '../../i18n/use-t';
import { useSavedViews } from '../../providers/saved-views';
import type { SavedView } from '../../providers/view-path';
import { Failed } from '../page/Failed';
import { HangingPanel } from '../page/HangingPanel';
import { Waiting } from '../page/Waiting';
import { KeepView } from './KeepView';
import type { SavedViewsProps } from './views-props';
import { useCarriedViews } from './use-carried-views';
import { ViewLine } from './ViewLine';

interface ViewsPanelProps extends SavedViewsProps {
  anchor: HTMLElement;
  onClose: () => void;
}

/** One's own views and those of colleagues: opened, kept, shared, and made where people start. */
export default function ViewsPanel({ anchor, onClose, ...kept }: ViewsPanelProps) {
  const t = useT();
  const id = useId();
  return (
    <HangingPanel {...{ anchor, onClose }} labelledBy={id} width={380}>
      <Typography variant="h2" id={id} sx={{ px: 4, pt: 4 }}>
        {t('register.list.views')}
      </Typography>
      <Views {...kept} onClose={onClose} />
    </HangingPanel>
  );
}

function Views({ onClose, ...kept }: SavedViewsProps & { onClose: () => void }) {
  const t = useT();
  const { identity } = useGetIdentity();
  const { data, error, refetch } = useSavedViews(kept.resource);
  useCarriedViews(kept.resource, data?.data);
  if (error && !data) return <Failed error={error} onRetry={() => void refetch()} />;
  if (!data || !identity) return <Waiting rows={3} />;
  const own = data.data.filter(({ owner }) => owner.id === identity.id);
  const others = data.data.filter(({ owner }) => owner.id !== identity.id);
  const lineOf = (view: SavedView) => (
    <ViewLine
      key={view.id}
      view={view}
      isOwn={view.owner.id === identity.id}
      state={kept.state}
      onClose={onClose}
    />
  );
  return (
    <>
      {own.length === 0 && (
        <Typography sx={{ px: 4, py: 2, color: 'text.secondary' }}>{t('views.none')}</Typography>
      )}
      <Lines>{own.map(lineOf)}</Lines>
      {others.length > 0 && (
        <>
          <Typography variant="h3" sx={{ px: 4, pt: 3 }}>
            {t('views.ofColleagues')}
          </Typography>
          <Lines>{others.map(lineOf)}</Lines>
        </>
      )}
      {data.total > data.data.length && (
        <Typography variant="body2" sx={{ px: 4, color: 'text.secondary' }}>
          {t('views.more', { smart_count: data.total - data.data.length })}
        </Typography>
      )}
      <KeepView own={own} onClose={onClose} {...kept} />
    </>
  );
}

function Lines({ children }: { children: ReactNode }) {
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, py: 1 }}>
      {children}
    </Box>
  );
}
