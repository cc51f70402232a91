import { Button, Typography } from '@mui/material';
import { useFormat } from '../i18n/format';
import { useT } from '../i18n/use-t';
import type { Bridge } from '../providers/reconciliation';
import { Section } from '../ui/page/Section';
import { useCopy } from '../ui/use-copy';

/** The bridges in plain words, ready to be pasted into a letter. */
export function Paragraph({ bridges }: { bridges: readonly Bridge[] }) {
  const t = useT();
  const copy = useCopy();
  const { figure: write } = useFormat();
  const texts = bridges.map(({ text }) => text);
  const [first, last] = [bridges.at(0)?.left, bridges.at(-1)?.right];
  const value = (end: Bridge['left'] | undefined): string => (end ? write(end.value, end.unit) : '');
  return (
    <Section
      title={t('comparing.paragraph', { from: value(first), to: value(last) })}
      actions={
        <Button
          variant="outlined"
          className="no-print"
          onClick={() => copy(texts.join('\n\n'), t('comparing.copied'))}
        >
          {t('comparing.copyParagraph')}
        </Button>
      }
    >
      {texts.map((text) => (
        <Typography key={text} sx={{ maxWidth: '75ch', mb: 3 }}>
          {text}
        </Typography>
      ))}
    </Section>
  );
}
