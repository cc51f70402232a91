import { Alert, Box, Button, LinearProgress, Typography } from '@mui/material';
import { ALL_FILE_KINDS, FILE_KINDS, fileKindLabels } from '@fieldlab/domain';
import { useRef, useState, type DragEvent, type ReactNode } from 'react';
import { useT } from '../../i18n/use-t';
import type { Evidenced } from '../../providers/evidence';
import { LinkDialog } from './LinkDialog';
import { useAttaching, type Sending } from './use-attaching';

const ACCEPT = ALL_FILE_KINDS.flatMap((kind) => FILE_KINDS[kind].extensions.map((one) => `.${one}`)).join(
  ',',
);

/** Takes files, dropped or chosen, and links. What is refused says why, where it was handed in. */
export function AddEvidence({ of }: { of: Evidenced }) {
  const t = useT();
  const [isLinking, setLinking] = useState(false);
  const { attach, sending, refused } = useAttaching(of);
  return (
    <DropZone onDrop={(files) => void attach(files)}>
      <Box sx={{ display: 'flex', gap: 2, alignItems: 'center', flexWrap: 'wrap' }}>
        <Typography sx={{ display: { xs: 'none', md: 'block' } }}>{t('evidence.drop')}</Typography>
        <FileButton isBusy={sending !== undefined} onChoose={(files) => void attach(files)} />
        <Button onClick={() => setLinking(true)}>{t('evidence.addLink')}</Button>
      </Box>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {fileKindLabels(ALL_FILE_KINDS)}
      </Typography>
      {sending && <Progress sending={sending} />}
      {refused.map((text) => (
        <Alert key={text} severity="error">
          {text}
        </Alert>
      ))}
      {isLinking && <LinkDialog of={of} onClose={() => setLinking(false)} />}
    </DropZone>
  );
}

function DropZone({ onDrop, children }: { onDrop: (files: File[]) => void; children: ReactNode }) {
  const [isOver, setOver] = useState(false);
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    onDrop([...event.dataTransfer.files]);
  };
  const over = (event: DragEvent): void => {
    event.preventDefault();
    setOver(true);
  };
  return (
    <Box
      onDragOver={over}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      className="no-print"
      sx={{
        ...{ border: '1.5px dashed', borderColor: isOver ? 'primary.main' : 'divider', borderRadius: 1 },
        ...{ mt: 3, p: 4, display: 'grid', gap: 3 },
      }}
    >
      {children}
    </Box>
  );
}

function FileButton({ isBusy, onChoose }: { isBusy: boolean; onChoose: (files: File[]) => void }) {
  const t = useT();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button variant="outlined" disabled={isBusy} onClick={() => input.current?.click()}>
        {t('evidence.choose')}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        multiple
        accept={ACCEPT}
        aria-label={t('evidence.choose')}
        onChange={({ target }) => {
          onChoose([...(target.files ?? [])]);
          // The same file can be chosen again, after it was mended.
          target.value = '';
        }}
      />
    </>
  );
}

function Progress({ sending: { name, part } }: { sending: Sending }) {
  const t = useT();
  const percent = Math.round(part * 100);
  const text = part < 1 ? t('evidence.sending', { name, part: percent }) : t('evidence.checking', { name });
  return (
    <Box role="status">
      <Typography variant="body2">{text}</Typography>
      <LinearProgress
        aria-label={text}
        {...(part < 1 ? { variant: 'determinate' as const, value: percent } : {})}
      />
    </Box>
  );
}
